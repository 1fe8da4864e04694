// Playbooks made to be hard: the work stays bounded, and what is returned stays right.
import { describe, expect, it } from 'vitest';
import { compile, evaluate, lint, parsePlaybook } from '@/lib/playbook';
import type { AnswerValue } from '@/lib/playbook/answer';
import { missingSets } from '@/lib/playbook/missing';
import type { Criterion, Rule } from '@/lib/playbook/schema';
import { BruteForce } from './brute-force';
import { playbookOf, yesno } from './small';

/** A little deterministic generator, so that the hard rules are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

const many = Array.from({ length: 40 }, (_, n) => yesno(`c${n}`));
const numbers = Array.from({ length: 12 }, (_, n): Criterion => ({ ...yesno(`n${n}`), kind: 'number' }));
const is = (n: number, value: AnswerValue = 'yes'): Rule => ({ criterion: `c${n}`, is: value });
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const roll = dice(7);
const literal = (): Rule => is(roll(20), roll(2) ? 'yes' : 'no');
const stretch = (): Rule => {
  const low = roll(50);
  const rule: Rule = { criterion: `n${roll(12)}`, between: [low, low + roll(50)] };
  return roll(2) ? rule : { not: rule };
};
const majority = (depth: number): Rule =>
  depth === 0
    ? is(roll(40), roll(2) ? 'yes' : 'no')
    : { atLeast: 2, of: times(3, () => majority(depth - 1)) };

const cases: [string, Rule, Criterion[]][] = [
  ['half of forty', { atLeast: 20, of: times(40, (n) => is(n)) }, many],
  ['a choice of two, twenty times', { all: times(20, (n) => ({ any: [is(2 * n), is(2 * n + 1)] })) }, many],
  ['contradicting triples', { all: times(40, () => ({ any: times(3, literal) })) }, many],
  ['overlapping stretches', { all: times(40, () => ({ any: times(3, stretch) })) }, numbers],
  ['majorities of majorities', majority(4), many],
  [
    'twenty numbers for each of ten',
    { all: times(10, (n) => ({ any: times(20, (value): Rule => ({ criterion: `n${n}`, is: value })) })) },
    numbers,
  ],
];

describe('a hostile playbook', () => {
  it.each(cases)('with %s is bounded, and its sets are minimal and sufficient', (_, rule, criteria) => {
    const playbook = playbookOf(rule, { criteria });
    const compiled = compile(playbook);
    const verdict = evaluate(compiled, {});
    const { sets, complete } = missingSets(rule, new Map(), compiled);
    expect(complete).toBe(false);
    expect(sets.length).toBeLessThanOrEqual(64);
    expect(verdict.stages[0]?.cut).toBeDefined();
    expect(verdict.next).not.toBeNull();
    const brute = new BruteForce(playbook);
    for (const set of [...sets, ...(verdict.stages[0]?.missing ?? [])]) {
      // The first and the last accepted value of every item, all together.
      for (const at of [0, -1]) {
        const way = Object.fromEntries(set.map((item) => [item.criterion, item.accept.at(at) ?? '']));
        expect(brute.grade(rule, way)).toBe(1);
        for (const left of Object.keys(way)) {
          const rest = Object.fromEntries(Object.entries(way).filter(([id]) => id !== left));
          expect(brute.grade(rule, rest)).not.toBe(1);
        }
      }
    }
  });

  it("names some way even where it can't name all", () => {
    for (const [, rule, criteria] of cases.slice(0, 2))
      expect(evaluate(compile(playbookOf(rule, { criteria })), {}).stages[0]?.missing).not.toEqual([]);
  });

  it('is refused when it is nested too deeply or too large', () => {
    const nested = (depth: number): Rule =>
      times(depth, () => 0).reduce<Rule>((inner) => ({ not: inner }), is(0));
    const texts = (rule: Rule) => lint(playbookOf(rule, { criteria: many })).map(({ text }) => text);
    expect(texts(nested(7)).join()).not.toContain('nested');
    expect(texts(nested(8)).join()).toContain('nested 9 deep');
    const wide = (): Rule => ({ all: times(40, (n) => is(n)) });
    expect(texts({ any: times(8, wide) }).join()).toContain('parts; 300 is the most');
    expect(parsePlaybook(playbookOf(nested(30), { criteria: many })).ok).toBe(false);
    const endless = JSON.parse(`${'{"not":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    const parsed = parsePlaybook({ ...playbookOf(is(0), { criteria: many }), stages: [{ rule: endless }] });
    expect(parsed).toEqual({ ok: false, problems: ['The document: is nested too deeply to be a playbook'] });
  });
});
