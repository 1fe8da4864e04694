// Minimal missing sets against plain enumeration: all of them, only them, and each of them sufficient.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import type { AnswerValue } from '@/lib/playbook/answer';
import { missingSets } from '@/lib/playbook/missing';
import { atomsOf } from '@/lib/playbook/rules';
import type { Rule } from '@/lib/playbook/schema';
import type { MissingItem } from '@/lib/playbook/verdict';
import { arbitraryCase } from './arbitrary';
import { BruteForce, ladderRule } from './brute-force';
import { playbookOf } from './small';

/** Every way to answer a set, one accepted value for each of its items. */
function waysOf(set: readonly MissingItem[]): Record<string, AnswerValue>[] {
  return set.reduce<Record<string, AnswerValue>[]>(
    (ways, { criterion, accept }) =>
      ways.flatMap((way) => accept.map((value) => ({ ...way, [criterion]: value }))),
    [{}],
  );
}

const idsOf = (set: readonly MissingItem[]) => set.map((item) => item.criterion);

describe('missing sets', () => {
  it('reach the stage when answered so, and no proper subset does', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ playbook, answers }) => {
        const compiled = compile(playbook);
        const brute = new BruteForce(playbook);
        evaluate(compiled, answers).stages.forEach((stage, index) => {
          if (stage.holds !== 'unknown') expect(stage.missing).toEqual([]);
          for (const set of stage.missing) {
            expect(new Set(idsOf(set)).size).toBe(set.length);
            for (const way of waysOf(set).slice(0, 300)) {
              expect(brute.isMinimal(ladderRule(playbook, index), answers, way)).toBe(true);
              expect(evaluate(compiled, { ...answers, ...way }).stages[index]?.holds).toBe('yes');
            }
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('are all that there are, below the cap', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryCase(3), ({ playbook, answers }) => {
        const compiled = compile(playbook);
        const brute = new BruteForce(playbook);
        const known = new Map(
          Object.entries(answers).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])),
        );
        playbook.stages.forEach((_, index) => {
          const rule = ladderRule(playbook, index);
          const { sets, complete } = missingSets(rule, known, compiled);
          expect(complete).toBe(true);
          if (brute.grade(rule, answers) !== 0.5) return;
          // Two values are alike when every test in the rule says the same of both.
          const alike = (id: string, a: AnswerValue, b: AnswerValue) =>
            atomsOf(rule)
              .filter((atom) => atom.criterion === id)
              .every((atom) => brute.grade(atom, { [id]: a }) === brute.grade(atom, { [id]: b }));
          compared++;
          for (const way of brute.minimal(rule, answers)) {
            const ids = Object.keys(way).sort().join();
            const found = sets.some(
              (set) =>
                idsOf(set).sort().join() === ids &&
                set.every(({ criterion, accept }) =>
                  accept.some((value) => alike(criterion, value, way[criterion] ?? '')),
                ),
            );
            expect({ way, found }).toEqual({ way, found: true });
          }
        });
      }),
      { numRuns: 400 },
    );
    // Usual are 269, give or take 21.
    expect(compared).toBeGreaterThan(100);
  });

  it('come with the fewest first, and are merged where only one value differs', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ playbook, answers }) => {
        for (const { missing } of evaluate(compile(playbook), answers).stages) {
          const sizes = missing.map((set) => set.length);
          expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
          const withoutOne = missing.flatMap((set) =>
            set.map((item) =>
              JSON.stringify([item.criterion, set.map((o) => (o === item ? o.criterion : o))]),
            ),
          );
          expect(new Set(withoutOne).size).toBe(withoutOne.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  const is = (criterion: string, value: AnswerValue): Rule => ({ criterion, is: value });

  it.each<[string, Rule, MissingItem[][]]>([
    [
      'a threshold',
      { criterion: 'size', atLeast: 50 },
      [[{ criterion: 'size', accept: [50, 51], words: 'at least 50 people' }]],
    ],
    [
      'a stretch',
      { all: [{ criterion: 'size', atLeast: 50 }, { not: { criterion: 'size', atLeast: 200 } }] },
      [[{ criterion: 'size', accept: [50, 125], words: 'at least 50 and less than 200 people' }]],
    ],
    [
      'both ends included',
      { criterion: 'size', between: [1, 9] },
      [[{ criterion: 'size', accept: [1, 5, 9], words: 'between 1 and 9 people' }]],
    ],
    [
      'one number',
      { criterion: 'size', is: 7 },
      [[{ criterion: 'size', accept: [7], words: 'exactly 7 people' }]],
    ],
    [
      'two stretches',
      { not: { criterion: 'size', is: 7 } },
      [[{ criterion: 'size', accept: [6, 8], words: 'less than 7, or more than 7 people' }]],
    ],
    [
      'a date before',
      { criterion: 'until', before: '2027-01-01' },
      [[{ criterion: 'until', accept: ['2026-12-31'], words: 'before 1 Jan 2027' }]],
    ],
    [
      'a date not before',
      { not: { criterion: 'until', before: '2027-01-01' } },
      [[{ criterion: 'until', accept: ['2027-01-01', '2027-01-02'], words: 'on or after 1 Jan 2027' }]],
    ],
    [
      'a day with nothing between it and the next',
      { not: { criterion: 'until', oneOf: ['2026-12-31', '2027-01-01'] } },
      [
        [
          {
            criterion: 'until',
            accept: ['2026-12-30', '2027-01-02'],
            words: 'before 31 Dec 2026, or after 1 Jan 2027',
          },
        ],
      ],
    ],
    ['options', { not: is('colour', 'red') }, [[{ criterion: 'colour', accept: ['green', 'blue'] }]]],
    [
      'either way of answering, which is still an answer to get',
      { any: [is('a', 'yes'), is('a', 'no')] },
      [[{ criterion: 'a', accept: ['yes', 'no'] }]],
    ],
    [
      'two of three',
      { atLeast: 2, of: [is('a', 'yes'), is('b', 'yes'), is('colour', 'red')] },
      [
        [
          { criterion: 'a', accept: ['yes'] },
          { criterion: 'b', accept: ['yes'] },
        ],
        [
          { criterion: 'a', accept: ['yes'] },
          { criterion: 'colour', accept: ['red'] },
        ],
        [
          { criterion: 'b', accept: ['yes'] },
          { criterion: 'colour', accept: ['red'] },
        ],
      ],
    ],
    [
      'the shorter way only, where one way contains the other',
      { any: [{ all: [is('a', 'yes'), is('b', 'yes')] }, is('a', 'yes')] },
      [[{ criterion: 'a', accept: ['yes'] }]],
    ],
    [
      'ways in the order of size and then of the playbook, however the rule is written',
      { any: [{ all: [is('colour', 'red'), is('b', 'yes')] }, is('c', 'yes'), is('a', 'yes')] },
      [
        [{ criterion: 'a', accept: ['yes'] }],
        [{ criterion: 'c', accept: ['yes'] }],
        [
          { criterion: 'b', accept: ['yes'] },
          { criterion: 'colour', accept: ['red'] },
        ],
      ],
    ],
    ['nothing, where no answer helps', { all: [is('a', 'yes'), is('a', 'no')] }, []],
  ])('name %s', (_, rule, expected) => {
    const verdict = evaluate(compile(playbookOf(rule)), {});
    expect(verdict.stages[0]?.missing).toEqual(expected);
  });
});
