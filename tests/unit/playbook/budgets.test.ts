// How much a playbook may hold: counted over the whole document, told with its place, and warned of before it is reached.
import { describe, expect, it } from 'vitest';
import { compile, evaluate, lint, parsePlaybook, parsePlaybookText } from '@/lib/playbook';
import { BUDGETS } from '@/lib/playbook/budgets';
import { builtins } from '@/lib/playbook/builtin';
import { tooMuch } from '@/lib/playbook/measure';
import { missingSets } from '@/lib/playbook/missing';
import type { Criterion, Playbook, Rule } from '@/lib/playbook/schema';
import { templates } from '@/lib/playbook/templates';
import { BruteForce } from './brute-force';
import { playbookOf, yesno } from './small';

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const told = (playbook: Playbook, severity: string) =>
  lint(playbook).flatMap((one) => (one.severity === severity ? [`${one.where}: ${one.text}`] : []));
const is = (criterion: string): Rule => ({ criterion, is: 'yes' });
const tests = (count: number): Rule[] =>
  times(Math.ceil(count / 40), (n) => ({ any: times(Math.min(40, count - 40 * n), () => is('a')) }));
const stages = (counts: number[]): Partial<Playbook> => ({
  stages: counts.map((count, n) => ({
    id: `s${n}`,
    name: 'S',
    meaning: '',
    rule: { all: [is('a'), is('b'), is('c'), ...tests(count - 3)] },
  })),
});
const stage = (rule: Rule): Rule => ({
  any: [rule, { criterion: 'colour', is: 'red' }, { criterion: 'until', after: '2026-01-01' }],
});
const phrases = (count: number): Criterion => ({
  ...yesno('a'),
  evidence: times(Math.ceil(count / 50), (n) => ({
    fact: 'person.title',
    when: { mentions: times(50, (k) => `p ${n} ${k}`) },
    gives: 'yes',
  })),
});

describe('the budget of a whole playbook', () => {
  it('is nowhere near for those that come with Stagecheck', () => {
    for (const playbook of [...builtins, ...templates]) {
      const text = lint(playbook)
        .map((one) => one.text)
        .join();
      expect(text).not.toContain('is the most');
      expect(JSON.stringify(playbook).length * 10).toBeLessThan(BUDGETS.characters);
    }
  });

  it('counts tests over all rules, warns from four fifths on, and names the rule with most of them', () => {
    const near = playbookOf(is('a'), stages([280, 200]));
    expect(told(near, 'warning')).toContain(
      'The rules: 480 tests between them, and 600 is the most (most of them, 280, in Stage "s0")',
    );
    expect(told(near, 'error')).toEqual([]);
    const over = playbookOf(is('a'), stages([280, 280, 41]));
    expect(told(over, 'error')).toEqual([
      'The rules: 601 tests between them; 600 is the most (most of them, 280, in Stage "s0")',
    ]);
    expect(parsePlaybook(over).ok).toBe(false);
    expect(told(playbookOf(is('a'), stages([270, 200])), 'warning').join()).not.toContain('tests between');
  });

  it('counts the different numbers that one criterion is tested for', () => {
    const rule = (count: number): Rule =>
      stage({ any: times(count, (n): Rule => ({ criterion: 'size', atLeast: n })) });
    expect(told(playbookOf(rule(31)), 'error')).toEqual([
      'Criterion 4 (size): 31 different numbers are tested for; 30 is the most',
    ]);
    expect(told(playbookOf(rule(24)), 'warning').join()).toContain(
      '24 different numbers are tested for, and 30',
    );
    expect(told(playbookOf(rule(23)), 'warning').join()).not.toContain('different numbers');
  });

  it('counts phrases over all criteria', () => {
    const rest = playbookOf(is('a')).criteria.slice(1);
    const over = playbookOf(is('a'), { criteria: [phrases(1_000), { ...phrases(50), id: 'a2' }, ...rest] });
    expect(told(over, 'error').join()).toContain(
      'The evidence: 1,050 phrases are looked for; 1,000 is the most',
    );
    expect(told(over, 'error').join()).toContain('(most of them, 1,000, in criterion 1 (a))');
  });
});

describe('a document that is too large', () => {
  const small = playbookOf(is('a'));

  it('is refused by its list, its text, its keys or its values before the schema looks, with the place', () => {
    expect(tooMuch({ ...small, criteria: times(100_000, () => yesno('a')) })).toBe(
      'criteria: is too long (a list of 100,000; 300 is the most)',
    );
    expect(tooMuch({ ...small, criteria: [yesno('a'), { ...yesno('b'), why: 'x'.repeat(601) }] })).toBe(
      'criteria, 2, why: is too long (a text of 601 characters; 600 is the most)',
    );
    expect(tooMuch(Object.fromEntries(times(61, (n) => [`k${n}`, n])))).toBe(
      'The document: has more than 60 keys',
    );
    const wide = times(300, () => times(300, () => 1));
    expect(tooMuch(wide)).toContain('more than 20,000 entries');
    expect(tooMuch(times(250, () => times(20, () => 'x'.repeat(60))))).toContain(
      'longer than 256,000 characters',
    );
    expect(tooMuch(small)).toBeNull();
  });

  it('stops looking when it has seen as much as a playbook may hold', () => {
    let seen = 0;
    const counting = (inner: unknown) => ({
      get one() {
        seen++;
        return inner;
      },
    });
    const bomb = times(300, () => times(300, () => counting(1)));
    expect(tooMuch(bomb)).not.toBeNull();
    expect(seen).toBeLessThanOrEqual(BUDGETS.values);
  });

  it('is refused as a file by its text alone', () => {
    const refusal = (text: string) => {
      const parsed = parsePlaybookText(text);
      return parsed.ok ? '' : parsed.problems.join(' / ');
    };
    expect(refusal(' '.repeat(256_001))).toBe('The file: has 256,001 characters; 256,000 is the most');
    expect(refusal('['.repeat(41))).toBe('The file: is nested too deeply to be a playbook');
    expect(refusal(`[${'1,'.repeat(50_000)}1]`)).toContain('The file: holds more than 20,000');
    expect(refusal('{"name": "{[,\\"", "id":')).toContain('The file: is not JSON');
    expect(refusal('{"stages": [],\n "n\\u0061me": "a", "name" : "b"}')).toBe(
      'The file, line 2: has "name" twice in one place; JSON would keep only the last',
    );
    expect(refusal('"[[["')).toContain('The document: is');
    for (const playbook of [...builtins, ...templates])
      expect(parsePlaybookText(`\uFEFF${JSON.stringify(playbook, null, 2)}`)).toEqual({ ok: true, playbook });
  });

  it('tells one problem of each entry, and of everything beside the lists', () => {
    const bad = {
      ...small,
      name: 3,
      version: 'x',
      criteria: [{}, yesno('a'), { ...yesno('b'), kind: 1, ask: 2 }],
      extra: 1,
    };
    const parsed = parsePlaybook(bad);
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.split(':')[0])).toEqual([
      'name',
      'version',
      'Criterion 1, id',
      'Criterion 3 (b), ask',
      'The document',
    ]);
  });
});

describe('the work on a valid playbook', () => {
  const many = times(60, (n) => yesno(`c${n}`));
  const literal = (n: number): Rule => ({ criterion: `c${n % 60}`, is: n % 3 ? 'yes' : 'no' });
  const hard: Rule = { all: times(20, (n) => ({ any: times(3, (k) => literal(7 * n + 11 * k)) })) };

  it('is counted, and ends at its bound', () => {
    const { byId, order } = compile(playbookOf(hard, { criteria: many }));
    const bound = { compared: 5_000, tested: 5_000 };
    const found = missingSets(hard, new Map(), { byId, order }, bound);
    expect(found.complete).toBe(false);
    expect(found.sets.length).toBeGreaterThan(0);
    // The last set that is looked at may go over, by what one set costs at most.
    expect(found.tested).toBeLessThan(bound.tested + 82 * 61);
  });

  it('leaves the verdict exact, and says that there may be smaller ways', () => {
    const playbook = playbookOf(hard, { criteria: many });
    const compiled = compile(playbook);
    const brute = new BruteForce(playbook);
    for (let n = 0; n < 60; n++) {
      const answers = Object.fromEntries(times(n, (k) => [`c${(k * 7) % 60}`, k % 2 ? 'yes' : 'no']));
      const verdict = evaluate(compiled, answers);
      const grade = brute.grade(hard, answers);
      expect(verdict.stages[0]?.holds).toBe(grade === 1 ? 'yes' : grade === 0 ? 'no' : 'unknown');
    }
    expect(evaluate(compiled, {}).stages[0]?.cut).toBe('search');
    expect(evaluate(compiled, {})).toEqual(evaluate(compile(playbook), {}));
  });

  it('names the ways with the fewest answers where each criterion is asked once, however many there are', () => {
    const parts = times(
      12,
      (n): Rule => (n % 2 ? is(`c${n}`) : { all: [is(`c${n}`), is(`c${n + 20}`), is(`c${n + 40}`)] }),
    );
    const rule: Rule = { atLeast: 7, of: parts };
    const [stage] = evaluate(compile(playbookOf(rule, { criteria: many })), {}).stages;
    // Six single answers, and one part of three.
    expect(stage?.missing).toHaveLength(64);
    expect(stage?.missing[0]).toHaveLength(9);
    expect(stage?.missing.filter((set) => set.length === 9)).toHaveLength(6);
    expect(stage?.cut).toBe('list');
  });
});
