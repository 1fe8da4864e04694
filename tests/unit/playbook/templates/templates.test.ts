// The framework templates: whole playbooks, sound, with each stage within reach, and the bar that each framework sets.
import { describe, expect, it } from 'vitest';
import { compile, evaluate, lint, parsePlaybook } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import { builtins } from '@/lib/playbook/builtin';
import { templates } from '@/lib/playbook/templates';

const compiledOf = (id: string) => {
  const found = templates.find((one) => one.id === id);
  if (!found) throw new Error(`There is no template "${id}".`);
  return compile(found);
};
const yes = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'yes']));
const no = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'no']));
const stageOf = (id: string, ...held: string[]) => evaluate(compiledOf(id), yes(...held)).stage;
const missingFor = (id: string, stage: string) =>
  (evaluate(compiledOf(id), {}).stages.find((one) => one.id === stage)?.missing ?? []).map((set) =>
    set.map(({ criterion }) => criterion),
  );

it('are the seven frameworks, none with the id of a built-in playbook', () => {
  expect(templates.map(({ name }) => name)).toEqual([
    'BANT',
    'CHAMP',
    'ANUM',
    'FAINT',
    'MEDDPICC',
    'SPICED',
    'GPCTBA/C&I',
  ]);
  const ids = [...templates, ...builtins].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(templates.map((playbook) => [playbook.name, playbook] as const))('%s', (name, playbook) => {
  it('is a sound playbook, as a file too, without findings', () => {
    expect(parsePlaybook(JSON.parse(JSON.stringify(playbook)))).toEqual({ ok: true, playbook });
    expect(lint(playbook)).toEqual([]);
  });

  it('asks questions to say, each used and of the framework', () => {
    for (const { id, ask, label, cites } of playbook.criteria) {
      expect([id, ask.length < 120, ask.endsWith('?'), label.length <= 32]).toEqual([id, true, true, true]);
      expect(cites).toEqual([name]);
    }
  });

  it('begins as a lead, and reaches each stage by every smallest set that it names', () => {
    const compiled = compile(playbook);
    const start = evaluate(compiled, {});
    expect(start.stage).toBe('lead');
    for (const { id, missing } of start.stages.slice(1)) {
      expect(missing.length).toBeGreaterThan(0);
      for (const set of missing) {
        const answers = Object.fromEntries(
          set.map(({ criterion, accept }) => [criterion, accept[0] ?? null]),
        );
        expect(evaluate(compiled, answers).stages.find((one) => one.id === id)?.holds).toBe('yes');
      }
    }
  });

  it('needs a conversation for a prospect, and no more than nine answers to the top', () => {
    for (const set of missingFor(playbook.id, 'prospect')) expect(set).toContain('twoWay');
    for (const set of missingFor(playbook.id, 'opportunity')) expect(set.length).toBeLessThanOrEqual(9);
  });
});

describe('the bar of each framework', () => {
  it('BANT: a need makes a prospect, any three of the four an opportunity', () => {
    expect(missingFor('bant', 'prospect')).toEqual([['twoWay', 'hasProblem']]);
    expect(missingFor('bant', 'opportunity')).toHaveLength(3);
    expect(stageOf('bant', 'twoWay', 'hasProblem', 'budget')).toBe('prospect');
    expect(stageOf('bant', 'twoWay', 'hasProblem', 'budget', 'demand')).toBe('opportunity');
    expect(stageOf('bant', 'twoWay', 'budget', 'demand', 'decides')).toBe('lead');
    const three = yes('budget', 'demand', 'decides');
    const band = (answers: Answers) => evaluate(compiledOf('bant'), answers).scales[0]?.band?.label;
    expect(band({ ...three, hasProblem: 'no' })).toBe('At the bar');
    // The fourth could still lift it.
    expect(band(three)).toBeUndefined();
  });

  it('CHAMP: the challenge comes first, the money late', () => {
    expect(stageOf('champ', 'twoWay', 'hasProblem', 'decides')).toBe('prospect');
    expect(stageOf('champ', 'twoWay', 'hasProblem', 'decides', 'budget')).toBe('prospect');
    expect(stageOf('champ', 'twoWay', 'hasProblem', 'decides', 'budget', 'priority')).toBe('opportunity');
  });

  it('ANUM: authority is asked before the need', () => {
    expect(evaluate(compiledOf('anum'), yes('twoWay')).next).toBe('decides');
    expect(evaluate(compiledOf('champ'), yes('twoWay')).next).toBe('hasProblem');
  });

  it('FAINT: means are enough where no budget is set', () => {
    const prospect = ['twoWay', 'showsInterest', 'financialProfile', 'decides'];
    expect(stageOf('faint', ...prospect)).toBe('prospect');
    expect(stageOf('faint', ...prospect, 'hasProblem', 'demand')).toBe('opportunity');
  });

  it('MEDDPICC: paper and competition count towards the coverage, and decide no stage', () => {
    const six = ['pain', 'metrics', 'economicBuyer', 'champion', 'decisionCriteria', 'decisionProcess'];
    const rest = no('paperProcess', 'competition');
    const verdict = evaluate(compiledOf('meddpicc'), { ...yes('twoWay', ...six), ...rest });
    expect([verdict.stage, verdict.scales[0]?.band?.label]).toEqual(['opportunity', 'Strong']);
    const without = evaluate(compiledOf('meddpicc'), {
      ...yes('twoWay', 'pain', 'metrics', 'paperProcess', 'competition'),
      ...no(...six.slice(2)),
    });
    expect([without.stage, without.scales[0]?.band?.label]).toEqual(['prospect', 'Thin']);
  });

  it('SPICED: a wish without a date is no opportunity', () => {
    const prospect = ['twoWay', 'fitsMarket', 'pain'];
    expect(stageOf('spiced', ...prospect, 'impact', 'decision')).toBe('prospect');
    expect(stageOf('spiced', ...prospect, 'impact', 'decision', 'criticalEvent')).toBe('opportunity');
  });

  it('GPCTBA/C&I: consequences or implications, one of them is enough', () => {
    const most = ['twoWay', 'goals', 'plans', 'hasProblem', 'demand', 'budget', 'decides'];
    expect(stageOf('gpctba', ...most)).toBe('prospect');
    expect(stageOf('gpctba', ...most, 'consequences')).toBe('opportunity');
    expect(stageOf('gpctba', ...most, 'implications')).toBe('opportunity');
  });
});
