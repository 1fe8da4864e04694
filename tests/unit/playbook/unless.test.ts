// "Unless": what holds until something is known against it, against plain enumeration, on random playbooks.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate, lint, parsePlaybook } from '@/lib/playbook';
import { against, grounds } from '@/lib/playbook/against';
import type { Answers } from '@/lib/playbook/answer';
import { knownAnswers } from '@/lib/playbook/known';
import { truthOf } from '@/lib/playbook/logic';
import { missingSets } from '@/lib/playbook/missing';
import { NO, truthAt, YES } from '@/lib/playbook/program';
import { atomsOf, presumes, strict } from '@/lib/playbook/rules';
import type { Rule } from '@/lib/playbook/schema';
import type { MissingItem } from '@/lib/playbook/verdict';
import { directWays } from '@/lib/playbook/ways';
import { arbitraryAnswers, arbitraryCase } from './arbitrary';
import { BruteForce, ladderRule } from './brute-force';
import { playbookOf } from './small';

const is = (criterion: string, value = 'yes'): Rule => ({ criterion, is: value });
const seed = 20_261_130;
const presuming = (most = 6) => arbitraryCase(most, false, true);

/** Some ways to answer a set, one accepted value for each of its items. */
const waysOf = (set: readonly MissingItem[]): Answers[] =>
  set
    .reduce<Answers[]>(
      (ways, { criterion, accept }) =>
        ways.flatMap((way) => accept.map((value) => ({ ...way, [criterion]: value }))),
      [{}],
    )
    .slice(0, 100);

const GRADE = { no: 0, unknown: 0.5, yes: 1 } as const;

describe('a rule with "unless"', () => {
  it.each([
    ['yes', 'unknown', 'yes'],
    ['yes', 'no', 'yes'],
    ['yes', 'yes', 'no'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'yes', 'no'],
    ['no', 'unknown', 'no'],
  ])('a is %s, b is %s: a unless b is %s', (a, b, said) => {
    const rule: Rule = { all: [is('a'), { unless: is('b') }] };
    const answers = Object.fromEntries(Object.entries({ a, b }).filter(([, value]) => value !== 'unknown'));
    expect(evaluate(compile(playbookOf(rule)), answers).stages[0]?.holds).toBe(said);
  });

  it('agrees with the second evaluator, compiled or not, and names what speaks against it', () => {
    fc.assert(
      fc.property(presuming(), ({ playbook, answers }) => {
        const brute = new BruteForce(playbook);
        const { ready, byId } = compile(playbook);
        const row = ready.read(answers);
        const known = knownAnswers(byId.values(), answers);
        for (const one of [...ready.stages.map((stage) => stage.whole), ...ready.beside]) {
          const truth = truthOf(one.rule, known);
          expect(GRADE[truth]).toBe(brute.grade(one.rule, answers));
          expect(truthAt(one.test(row))).toBe(truth);
          if (truth === 'unknown') continue;
          const only = (ids: readonly string[]) =>
            Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
          expect(brute.grade(one.rule, only(grounds(one.rule, known)))).toBe(GRADE[truth]);
          if (truth === 'yes') continue;
          expect(one.against(row)).toEqual(against(one.rule, known));
          expect(brute.grade(one.rule, only(one.against(row)))).toBe(0);
        }
      }),
      { seed, numRuns: 250 },
    );
  });

  it('names only missing sets that are enough, and of which no part is', () => {
    let named = 0;
    fc.assert(
      fc.property(presuming(), ({ playbook, answers }) => {
        const brute = new BruteForce(playbook);
        evaluate(compile(playbook), answers).stages.forEach((stage, index) => {
          const rule = ladderRule(playbook, index);
          if (presumes(rule)) named += stage.missing.length;
          for (const way of stage.missing.flatMap(waysOf))
            expect(brute.isMinimal(rule, answers, knownOnly(way))).toBe(true);
        });
      }),
      { seed, numRuns: 300 },
    );
    expect(named).toBeGreaterThan(20);
  });

  it('names every one, unless it says that there may be more', () => {
    let compared = 0;
    fc.assert(
      fc.property(presuming(3), ({ playbook, answers }) => {
        const compiled = compile(playbook);
        const brute = new BruteForce(playbook);
        const known = knownAnswers(playbook.criteria, answers);
        playbook.stages.forEach((_, index) => {
          const rule = ladderRule(playbook, index);
          if (brute.grade(rule, answers) !== 0.5 || !presumes(rule)) return;
          const { sets, complete } = missingSets(rule, known, compiled);
          if (!complete) return;
          compared++;
          const found = new Set(
            sets.map((set) =>
              set
                .map(({ criterion }) => criterion)
                .sort()
                .join(),
            ),
          );
          for (const way of brute.minimal(rule, answers))
            expect(found).toContain(Object.keys(way).sort().join());
        });
      }),
      { seed, numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('has the same sets directly as by the search, both ways', () => {
    let compared = 0;
    fc.assert(
      fc.property(presuming(), ({ playbook, answers }) => {
        const { ready, byId, order } = compile(playbook);
        const places = new Map(playbook.criteria.map(({ id }, at) => [id, at]));
        const row = ready.read(answers);
        const known = ready.known(row);
        for (const { rule } of [...ready.stages.map((stage) => stage.whole), ...ready.beside]) {
          const direct = directWays(rule, { places, byId, order });
          if (direct === null || truthOf(rule, known) !== 'unknown' || !presumes(rule)) continue;
          for (const toYes of [true, false]) {
            const searched = missingSets(toYes ? rule : { not: rule }, known, { byId, order });
            const { sets } = direct.sets(row, toYes ? YES : NO);
            if (searched.complete) expect(sets).toEqual(searched.sets);
            if (searched.complete && sets.length > 0) compared++;
          }
        }
      }),
      { seed, numRuns: 700 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('never turns a no round, nor a yes that rests on nothing presumed', () => {
    const growing = presuming().chain(({ playbook, answers }) =>
      arbitraryAnswers(playbook).map((more) => ({ playbook, answers, more })),
    );
    fc.assert(
      fc.property(growing, ({ playbook, answers, more }) => {
        const known = knownAnswers(playbook.criteria, answers);
        const grown = knownAnswers(playbook.criteria, { ...more, ...Object.fromEntries(known) });
        for (const { rule } of [...playbook.stages, ...playbook.outcomes, ...playbook.flags]) {
          if (truthOf(rule, known) === 'no') expect(truthOf(rule, grown)).toBe('no');
          if (truthOf(strict(rule), known) === 'yes') expect(truthOf(rule, grown)).toBe('yes');
        }
      }),
      { seed, numRuns: 250 },
    );
  });

  it('is refused where nobody could tell what holds, and read as a file', () => {
    const errors = (rule: Rule) => lint(playbookOf(rule)).filter(({ severity }) => severity === 'error');
    expect(errors({ not: { unless: is('a') } })).toHaveLength(1);
    expect(errors({ not: { all: [is('b'), { any: [{ unless: is('a') }] }] } })).toHaveLength(1);
    expect(errors({ unless: { any: [is('b'), { unless: is('a') }] } })).toHaveLength(1);
    const playbook = playbookOf({ all: [is('a'), { unless: is('b') }] });
    expect(parsePlaybook(JSON.parse(JSON.stringify(playbook)))).toEqual({ ok: true, playbook });
    expect(parsePlaybook({ ...playbook, flags: [{ id: 'f', name: 'F', rule: { unless: 3 } }] })).toEqual({
      ok: false,
      problems: [expect.stringContaining('unless: is not a rule')],
    });
  });

  it('asks of no criterion twice in a set, where an answer speaks against what it presumes', () => {
    const rule: Rule = { all: [{ any: [is('a'), is('b')] }, { unless: is('a') }] };
    const { missing, cut } = evaluate(compile(playbookOf(rule)), {}).stages[0] ?? {};
    expect(missing).toEqual([[{ criterion: 'b', accept: ['yes'] }]]);
    // Whether a longer way leads there too was not searched.
    expect(cut).toBe('search');
    expect(atomsOf(rule)).toHaveLength(3);
  });
});

const knownOnly = (way: Answers) =>
  Object.fromEntries(Object.entries(way).flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
