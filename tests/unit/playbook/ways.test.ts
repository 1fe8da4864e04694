// The rules made ready once against the plain logic and the search: the same truths, and the same missing sets.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '@/lib/playbook';
import { against } from '@/lib/playbook/against';
import { knownAnswers } from '@/lib/playbook/known';
import { truthOf } from '@/lib/playbook/logic';
import { missingSets } from '@/lib/playbook/missing';
import { truthAt, YES } from '@/lib/playbook/program';
import { atomsOf } from '@/lib/playbook/rules';
import type { Rule } from '@/lib/playbook/schema';
import { directWays } from '@/lib/playbook/ways';
import { arbitraryCase } from './arbitrary';

const once = (rule: Rule) => {
  const asked = atomsOf(rule).map((atom) => atom.criterion);
  return new Set(asked).size === asked.length;
};

describe('a rule made ready', () => {
  it('says the same as the logic, and names the same answers against it', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ playbook, answers }) => {
        const { ready, byId } = compile(playbook);
        const row = ready.read(answers);
        const known = knownAnswers(byId.values(), answers);
        expect(ready.known(row)).toEqual(known);
        for (const one of [...ready.stages.map((stage) => stage.whole), ...ready.beside]) {
          const truth = truthOf(one.rule, known);
          expect(truthAt(one.test(row))).toBe(truth);
          if (truth === 'no') expect(one.against(row)).toEqual(against(one.rule, known));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('names the same missing sets in the same order as the search, wherever each criterion is asked once', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryCase(), ({ playbook, answers }) => {
        const { ready, byId, order } = compile(playbook);
        const places = new Map(playbook.criteria.map(({ id }, at) => [id, at]));
        const row = ready.read(answers);
        const known = ready.known(row);
        for (const { rule } of [...ready.stages.map((stage) => stage.whole), ...ready.beside]) {
          const direct = directWays(rule, { places, byId, order });
          expect(direct !== null).toBe(once(rule));
          if (direct === null || truthOf(rule, known) !== 'unknown') continue;
          for (const toYes of [true, false]) {
            const searched = missingSets(toYes ? rule : { not: rule }, known, { byId, order });
            const { sets, all } = direct.sets(row, toYes ? YES : 0);
            expect(all).toBe(true);
            if (!searched.complete) continue;
            expect(sets).toEqual(searched.sets);
            if (sets.length > 1 || (sets[0]?.length ?? 0) > 1) compared++;
          }
        }
      }),
      { numRuns: 600 },
    );
    // Usual are 126, give or take 16.
    expect(compared).toBeGreaterThan(20);
  });
});
