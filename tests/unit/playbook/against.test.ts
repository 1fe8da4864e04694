// What speaks against a stage: enough by itself, and nothing more than that.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import { grounds } from '@/lib/playbook/against';
import type { Answers } from '@/lib/playbook/answer';
import { knownAnswers } from '@/lib/playbook/known';
import type { Rule } from '@/lib/playbook/schema';
import { arbitraryCase } from './arbitrary';
import { BruteForce, ladderRule } from './brute-force';
import { playbookOf } from './small';

const only = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));

describe('against', () => {
  it('names answers that alone make the stage no, and none for other stages', () => {
    let against = 0;
    fc.assert(
      fc.property(arbitraryCase(6, true), ({ playbook, answers }) => {
        const brute = new BruteForce(playbook);
        evaluate(compile(playbook), answers).stages.forEach((stage, index) => {
          if (stage.holds !== 'no') expect(stage.against).toEqual([]);
          if (stage.holds !== 'no') return;
          against += stage.against.length;
          for (const id of stage.against) expect(brute.isKnown(id, answers)).toBe(true);
          expect(brute.grade(ladderRule(playbook, index), only(answers, stage.against))).toBe(0);
        });
      }),
      { numRuns: 400 },
    );
    // Usual are 195, give or take 20.
    expect(against).toBeGreaterThan(40);
  });

  it('rests on grounds of which none can be left out', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ playbook, answers }) => {
        const brute = new BruteForce(playbook);
        const known = knownAnswers(playbook.criteria, answers);
        for (const { rule } of [...playbook.stages, ...playbook.outcomes, ...playbook.flags]) {
          const grade = brute.grade(rule, answers);
          const ids = grounds(rule, known);
          expect(brute.grade(rule, only(answers, ids))).toBe(grade === 0.5 ? brute.grade(rule, {}) : grade);
          for (const id of ids)
            expect(
              brute.grade(
                rule,
                only(
                  answers,
                  ids.filter((other) => other !== id),
                ),
              ),
            ).toBe(0.5);
        }
      }),
      { numRuns: 400 },
    );
  });

  const is = (criterion: string): Rule => ({ criterion, is: 'yes' });
  const three = ['a', 'b', 'c'].map(is);

  it.each<[string, Rule, Answers, string[]]>([
    ['each requirement that fails', { all: three }, { a: 'no', b: 'yes', c: 'no' }, ['a', 'c']],
    ['all alternatives together', { any: three }, { a: 'no', b: 'no', c: 'no' }, ['a', 'b', 'c']],
    ['as many as are needed', { atLeast: 2, of: three }, { a: 'no', b: 'no', c: 'no' }, ['a', 'b']],
    ['what must not be', { not: is('a') }, { a: 'yes', b: 'no' }, ['a']],
    ['a number that is too small', { criterion: 'size', atLeast: 50 }, { size: 12 }, ['size']],
  ])('names %s', (_, rule, answers, expected) => {
    expect(evaluate(compile(playbookOf(rule)), answers).stages[0]?.against).toEqual(expected);
  });
});
