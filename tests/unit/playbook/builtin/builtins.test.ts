// What holds for every built-in playbook: sound, sourced, short enough to say, and of the same questions.
import { describe, expect, it } from 'vitest';
import { compile, evaluate, lint, parsePlaybook } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import { pick, shared, sharedCriteria } from '@/lib/playbook/builtin/criteria';
import { builtinIds } from '@/lib/playbook/builtin/ids';
import { missingSets } from '@/lib/playbook/missing';
import { criteriaOf } from '@/lib/playbook/rules';
import { isSharedFact } from '@/lib/record/facts';

describe('the built-in playbooks', () => {
  it('are the default and one for each article, one of them with two threads', () => {
    expect(builtins.map(({ id }) => id)).toEqual([...builtinIds]);
    expect(builtins[0]?.id).toBe('default');
    expect(builtins).toHaveLength(7);
    expect(new Set(builtins.map(({ name }) => name)).size).toBe(builtins.length);
  });

  it('ask no question that none of them uses, and of each id only one kind of question', () => {
    const used = new Set(builtins.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
    expect([...used].sort()).toEqual(sharedCriteria.map(({ id }) => id).sort());
    for (const criterion of builtins.flatMap(({ criteria }) => criteria)) {
      const { kind, level, options, evidence } = shared(criterion.id);
      expect(criterion).toMatchObject({ kind, level, evidence });
      expect(criterion.options).toEqual(options);
    }
  });

  it('fail at once where a playbook names a question that is not shared', () => {
    expect(() => pick('An article', ['nobodyAsks'])).toThrow('nobodyAsks');
  });
});

describe.each(builtins.map((playbook) => [playbook.id, playbook] as const))('%s', (_, playbook) => {
  it('is a sound playbook, as a file too, without findings', () => {
    expect(parsePlaybook(JSON.parse(JSON.stringify(playbook)))).toEqual({ ok: true, playbook });
    expect(lint(playbook)).toEqual([]);
  });

  it('asks in questions that are short enough to say, and says what counts as yes and as no', () => {
    for (const { id, ask, yes, no, label } of playbook.criteria) {
      expect([id, ask.length < 120, ask.endsWith('?')]).toEqual([id, true, true]);
      expect([id, label.length <= 32]).toEqual([id, true]);
      expect([id, yes !== '', no !== '']).toEqual([id, true, true]);
    }
  });

  it('cites a source of its own for every stage, criterion, outcome and mark, and each source somewhere', () => {
    const { criteria, stages, outcomes, flags, scales, labels, sources } = playbook;
    const parts = [...criteria, ...stages, ...outcomes, ...flags, ...scales, ...labels];
    const uncited = parts.filter(({ cites = [] }) => cites.length === 0).map(({ id }) => id);
    expect(uncited).toEqual([]);
    const cited = new Set(parts.flatMap(({ cites = [] }) => cites));
    expect([...cited].sort()).toEqual(sources.map(({ title }) => title).sort());
    for (const { note } of sources) expect(note).toBeTruthy();
  });

  it('has the three stages, each with how to treat a contact there', () => {
    expect(playbook.stages.map(({ id }) => id)).toEqual(['lead', 'prospect', 'opportunity']);
    for (const { guidance, meaning } of playbook.stages)
      expect([guidance, meaning].every(Boolean)).toBe(true);
    expect(playbook.outcomes.map(({ id, asksDate }) => [id, asksDate])).toEqual([
      ['disqualified', false],
      ['nurture', true],
    ]);
  });

  it('takes few questions to the top: ten in the default, nine at most in the others', () => {
    const { missing = [] } = evaluate(compile(playbook), {}).stages.at(-1) ?? {};
    expect(missing[0]?.length).toBeLessThanOrEqual(playbook.id === 'default' ? 10 : 9);
    // And one that is asked only of who doesn't decide.
    const asked = new Set(playbook.stages.flatMap(({ rule }) => criteriaOf(rule)));
    expect(asked.size).toBeLessThanOrEqual(playbook.id === 'default' ? 11 : 10);
  });

  it('takes evidence only from facts that both CRMs share', () => {
    const facts = playbook.criteria.flatMap(({ evidence }) => evidence.map(({ fact }) => fact));
    expect(facts.filter((fact) => !isSharedFact(fact))).toEqual([]);
  });

  it('knows every way to each stage, and every answer on it leads there', () => {
    const compiled = compile(playbook);
    playbook.stages.forEach((stage, index) => {
      const rule = { all: playbook.stages.slice(0, index + 1).map((one) => one.rule) };
      const { sets, complete } = missingSets(rule, new Map(), compiled);
      expect(complete).toBe(true);
      for (const set of sets) {
        const answers = Object.fromEntries(
          set.map(({ criterion, accept }) => [criterion, accept[0] ?? null]),
        );
        const held = evaluate(compiled, answers).stages.find(({ id }) => id === stage.id)?.holds;
        expect([stage.id, held]).toEqual([stage.id, 'yes']);
      }
    });
  });
});
