// Where two playbooks part: symmetric, on a stage that only one of them sees, by an answer that really turns it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import type { Answers, AnswerValue } from '@/lib/playbook/answer';
import { type Judged, type Parting, parting } from '@/lib/playbook/compare';
import type { Playbook, Rule } from '@/lib/playbook/schema';
import { arbitraryCase } from './arbitrary';
import { playbookOf } from './small';

function judged({ playbook, answers }: { playbook: Playbook; answers: Answers }): Judged {
  const compiled = compile(playbook);
  return { compiled, answers, verdict: evaluate(compiled, answers) };
}

const pair = fc.tuple(arbitraryCase(), arbitraryCase()).map(([a, b]) => [judged(a), judged(b)] as const);
const holds = (one: Judged, stage: string, answers: Answers = one.answers) =>
  evaluate(one.compiled, answers).stages.some(({ id, holds }) => id === stage && holds === 'yes');
const sides = (first: Judged, second: Judged, { seenBy }: Parting) =>
  seenBy === 'first' ? { has: first, lacks: second } : { has: second, lacks: first };

describe('any two playbooks', () => {
  it('part exactly where they put the contact at different stages', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(parting(a, b) === null).toBe(a.verdict.stage === b.verdict.stage);
      }),
    );
  });

  it('part on the same thing, whichever is asked first', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [one, other] = [parting(a, b), parting(b, a)];
        expect(one === null).toBe(other === null);
        if (other === null) return;
        expect({ ...other, seenBy: other.seenBy === 'first' ? 'second' : 'first' }).toEqual(one);
      }),
    );
  });

  it('part on a stage that one of them sees, and the other does not', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const found = parting(a, b);
        if (found === null) return;
        const { has, lacks } = sides(a, b, found);
        expect(holds(has, found.stage)).toBe(true);
        expect(holds(lacks, found.stage)).toBe(false);
      }),
    );
  });

  it('the named answer turns the stage for the one that lacks it; where more are needed, it is one of them', () => {
    let alone = 0;
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const found = parting(a, b);
        if (found?.on !== 'asked') return;
        const { lacks } = sides(a, b, found);
        const { answers } = lacks;
        const given = Object.hasOwn(answers, found.criterion) ? answers[found.criterion] : null;
        expect(given ?? null).toBe(found.value);
        if (found.others > 0) return;
        alone += 1;
        for (const value of found.item.accept)
          expect(holds(lacks, found.stage, { ...lacks.answers, [found.criterion]: value })).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect(alone).toBeGreaterThan(50);
  });
});

const is = (criterion: string, value: AnswerValue): Rule => ({ criterion, is: value });
const lead = { id: 'lead', name: 'Lead', meaning: '', rule: { all: [] } };
const two = (rule: Rule, changes: Partial<Playbook> = {}) =>
  playbookOf(rule, { stages: [lead, { id: 'prospect', name: 'Prospect', meaning: '', rule }], ...changes });
const where = (a: Playbook, b: Playbook, answers: Answers, others: Answers = answers) =>
  parting(judged({ playbook: a, answers }), judged({ playbook: b, answers: others }));

describe('the criterion that is named', () => {
  it('is the one answer that is missing', () => {
    const strict = two({ all: [is('a', 'yes'), is('b', 'yes')] });
    expect(where(strict, two(is('a', 'yes')), { a: 'yes' })).toEqual({
      ...{ on: 'asked', stage: 'prospect', seenBy: 'second', criterion: 'b', value: null, others: 0 },
      item: { criterion: 'b', accept: ['yes'] },
    });
  });

  it('is the one answer that speaks against it', () => {
    const strict = two({ all: [is('a', 'yes'), is('b', 'yes')] });
    expect(where(strict, two(is('a', 'yes')), { a: 'yes', b: 'no' })).toMatchObject({
      ...{ on: 'asked', criterion: 'b', value: 'no', others: 0 },
    });
  });

  it('of several is one that the other playbook does not ask for', () => {
    const strict = two({ all: [is('a', 'yes'), is('b', 'yes'), is('c', 'yes')] });
    const other = two({ any: [is('a', 'yes'), is('size', 7)] });
    expect(where(strict, other, { size: 7 })).toMatchObject({ criterion: 'b', others: 2 });
  });

  it('is one that both ask for, where they read it differently', () => {
    expect(where(two(is('a', 'yes')), two(is('a', 'yes')), {}, { a: 'yes' })).toMatchObject({
      ...{ on: 'asked', seenBy: 'second', criterion: 'a', value: null, others: 0, there: 'yes' },
    });
  });

  it('is what is enough for the one, where nothing could be for the other', () => {
    const never = two({ any: [] });
    expect(where(two(is('a', 'yes')), never, { a: 'yes' })).toEqual({
      ...{ on: 'enough', stage: 'prospect', seenBy: 'first', criterion: 'a', value: 'yes' },
    });
  });

  it('is none, where the other has no such stage', () => {
    const ladder = [lead, { id: 'partner', name: 'Partner', meaning: '', rule: is('a', 'yes') }];
    expect(where(two(is('a', 'no')), two(is('a', 'no'), { stages: ladder }), { a: 'yes' })).toEqual({
      ...{ on: 'stages', stage: 'partner', seenBy: 'second' },
    });
  });

  it('belongs to the lowest stage in dispute', () => {
    const high = { id: 'top', name: 'Top', meaning: '', rule: is('c', 'yes') };
    const stages = (rule: Rule) => [lead, { id: 'prospect', name: 'Prospect', meaning: '', rule }, high];
    const strict = two(is('b', 'yes'), { stages: stages(is('b', 'yes')) });
    const easy = two(is('a', 'yes'), { stages: stages(is('a', 'yes')) });
    expect(where(strict, easy, { a: 'yes', c: 'yes' })).toMatchObject({ stage: 'prospect', criterion: 'b' });
  });
});
