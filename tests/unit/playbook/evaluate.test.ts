// The evaluator against a second one, on random playbooks; and that what is settled stays settled.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import type { Verdict } from '@/lib/playbook/verdict';
import { arbitraryAnswers, arbitraryCase } from './arbitrary';
import { BruteForce, ladderRule } from './brute-force';

const GRADE = { no: 0, unknown: 0.5, yes: 1 } as const;

/** Everything in a verdict that is yes, no or unknown, by name. */
function truths(verdict: Verdict): Map<string, string> {
  return new Map([
    ...verdict.stages.flatMap(({ id, rule, holds }): [string, string][] => [
      [`rule ${id}`, rule],
      [`holds ${id}`, holds],
    ]),
    ...verdict.outcomes.map(({ id, proposed }): [string, string] => [`outcome ${id}`, proposed]),
    ...verdict.flags.map(({ id, value }): [string, string] => [`flag ${id}`, value]),
  ]);
}

describe('evaluate', () => {
  it('agrees with the brute-force evaluator', () => {
    fc.assert(
      fc.property(arbitraryCase(6, true), ({ playbook, answers }) => {
        const brute = new BruteForce(playbook);
        const verdict = evaluate(compile(playbook), answers);
        playbook.stages.forEach((stage, index) => {
          const found = verdict.stages[index];
          expect(found && GRADE[found.rule]).toBe(brute.grade(stage.rule, answers));
          expect(found && GRADE[found.holds]).toBe(brute.grade(ladderRule(playbook, index), answers));
        });
        expect(verdict.outcomes.map((one) => GRADE[one.proposed])).toEqual(
          playbook.outcomes.map(({ rule }) => brute.grade(rule, answers)),
        );
        expect(verdict.flags.map((one) => GRADE[one.value])).toEqual(
          playbook.flags.map(({ rule }) => brute.grade(rule, answers)),
        );
        const held = playbook.stages.filter((_, i) => brute.grade(ladderRule(playbook, i), answers) === 1);
        expect(verdict.stage).toBe(held.at(-1)?.id ?? null);
        expect(verdict.nextStage).toBe(playbook.stages[held.length]?.id ?? null);
      }),
      { numRuns: 600 },
    );
  });

  it('counts scales and reads labels as the brute-force evaluator does', () => {
    fc.assert(
      fc.property(arbitraryCase(6, true), ({ playbook, answers }) => {
        const brute = new BruteForce(playbook);
        const verdict = evaluate(compile(playbook), answers);
        for (const scale of playbook.scales) {
          const grades = scale.of.map(({ rule }) => brute.grade(rule, answers));
          const yes = grades.filter((grade) => grade === 1).length;
          const no = grades.filter((grade) => grade === 0).length;
          const unknown = grades.length - yes - no;
          const bandOf = (count: number) => (count >= 2 ? 'high' : count === 1 ? 'low' : null);
          // A band is claimed once nothing that is unknown could lead to a higher one.
          const id = yes + no > 0 && bandOf(yes) === bandOf(yes + unknown) ? bandOf(yes) : null;
          const found = verdict.scales.find((one) => one.id === scale.id);
          expect(found).toMatchObject({ yes, no, unknown });
          expect(found?.band?.id ?? null).toBe(id);
        }
        for (const { id, criterion } of playbook.labels) {
          const shown = verdict.labels.find((one) => one.id === id)?.option ?? null;
          expect(shown).toBe(brute.isKnown(criterion, answers) ? answers[criterion] : null);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never takes back what is settled when an unknown answer becomes known', () => {
    const growing = arbitraryCase().chain(({ playbook, answers }) =>
      arbitraryAnswers(playbook).map((more) => ({ playbook, answers, more })),
    );
    fc.assert(
      fc.property(growing, ({ playbook, answers, more }) => {
        const compiled = compile(playbook);
        const brute = new BruteForce(playbook);
        const kept = Object.entries(answers).filter(([id]) => brute.isKnown(id, answers));
        const before = evaluate(compiled, answers);
        const after = evaluate(compiled, { ...more, ...Object.fromEntries(kept) });
        const now = truths(after);
        for (const [name, truth] of truths(before))
          if (truth !== 'unknown') expect([name, now.get(name)]).toEqual([name, truth]);
        const place = (id: string | null) => playbook.stages.findIndex((stage) => stage.id === id);
        expect(place(after.stage)).toBeGreaterThanOrEqual(place(before.stage));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same verdict for the same playbook and answers, and leaves both as they were', () => {
    fc.assert(
      fc.property(arbitraryCase(6, true), ({ playbook, answers }) => {
        const before = JSON.stringify({ playbook, answers });
        const first = evaluate(compile(playbook), answers);
        const reversed = Object.fromEntries(Object.entries(answers).reverse());
        expect(evaluate(compile(structuredClone(playbook)), reversed)).toEqual(first);
        expect(JSON.stringify({ playbook, answers })).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});
