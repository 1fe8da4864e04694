// The truth tables, and tests put to values that they can't be put to.
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import type { AnswerValue, Truth } from '@/lib/playbook/answer';
import { isDay } from '@/lib/playbook/known';
import { testAtom, truthOf } from '@/lib/playbook/logic';
import type { Atom, Rule } from '@/lib/playbook/schema';
import { playbookOf } from './small';

const a: Rule = { criterion: 'a', is: 'yes' };
const b: Rule = { criterion: 'b', is: 'yes' };

const known = (first: Truth, second: Truth): ReadonlyMap<string, AnswerValue> =>
  new Map(Object.entries({ a: first, b: second }).filter(([, truth]) => truth !== 'unknown'));

describe('Kleene logic', () => {
  it.each<[Truth, Truth, Truth, Truth, Truth]>([
    // a, b, all, any, not a
    ['yes', 'yes', 'yes', 'yes', 'no'],
    ['yes', 'unknown', 'unknown', 'yes', 'no'],
    ['yes', 'no', 'no', 'yes', 'no'],
    ['unknown', 'yes', 'unknown', 'yes', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'no', 'no', 'unknown', 'unknown'],
    ['no', 'yes', 'no', 'yes', 'yes'],
    ['no', 'unknown', 'no', 'unknown', 'yes'],
    ['no', 'no', 'no', 'no', 'yes'],
  ])('%s and %s', (first, second, all, any, not) => {
    const answers = known(first, second);
    expect(truthOf({ all: [a, b] }, answers)).toBe(all);
    expect(truthOf({ any: [a, b] }, answers)).toBe(any);
    expect(truthOf({ atLeast: 2, of: [a, b] }, answers)).toBe(all);
    expect(truthOf({ atLeast: 1, of: [a, b] }, answers)).toBe(any);
    expect(truthOf({ not: a }, answers)).toBe(not);
  });

  it('knows what groups of nothing are', () => {
    expect(truthOf({ all: [] }, new Map())).toBe('yes');
    expect(truthOf({ any: [] }, new Map())).toBe('no');
    expect(truthOf({ atLeast: 0, of: [] }, new Map())).toBe('yes');
    expect(truthOf({ atLeast: 1, of: [] }, new Map())).toBe('no');
  });

  const on = 'x';
  it.each<[Atom, AnswerValue, Truth]>([
    [{ criterion: on, is: 'yes' }, 'yes', 'yes'],
    [{ criterion: on, is: 'yes' }, 'no', 'no'],
    [{ criterion: on, is: 5 }, '5', 'unknown'],
    [{ criterion: on, oneOf: ['p', 'q'] }, 'q', 'yes'],
    [{ criterion: on, oneOf: ['p', 'q'] }, 'r', 'no'],
    [{ criterion: on, oneOf: ['p', 'q'] }, 3, 'unknown'],
    [{ criterion: on, atLeast: 5 }, 5, 'yes'],
    [{ criterion: on, atLeast: 5 }, 4.9, 'no'],
    [{ criterion: on, atLeast: 5 }, 'many', 'unknown'],
    [{ criterion: on, atMost: 5 }, 5, 'yes'],
    [{ criterion: on, atMost: 5 }, 6, 'no'],
    [{ criterion: on, between: [1, 3] }, 1, 'yes'],
    [{ criterion: on, between: [1, 3] }, 3, 'yes'],
    [{ criterion: on, between: [1, 3] }, 3.01, 'no'],
    [{ criterion: on, before: '2027-01-01' }, '2026-12-31', 'yes'],
    [{ criterion: on, before: '2027-01-01' }, '2027-01-01', 'no'],
    [{ criterion: on, after: '2027-01-01' }, '2027-01-01', 'no'],
    [{ criterion: on, after: '2027-01-01' }, '2027-01-02', 'yes'],
    [{ criterion: on, after: '2027-01-01' }, 20270102, 'unknown'],
  ])('%j put to %j is %s', (atom, value, truth) => {
    expect(testAtom(atom, value)).toBe(truth);
    expect(testAtom(atom, undefined)).toBe('unknown');
  });

  it.each<[Rule, AnswerValue]>([
    [{ criterion: 'a', is: 'yes' }, 'Yes'],
    [{ criterion: 'a', is: 'yes' }, 1],
    [{ not: { criterion: 'colour', is: 'red' } }, 'mauve'],
    [{ criterion: 'size', atLeast: 1 }, '12'],
    [{ not: { criterion: 'size', atLeast: 1 } }, Number.NaN],
    [{ criterion: 'size', atLeast: 1 }, Number.POSITIVE_INFINITY],
    [{ not: { criterion: 'until', after: '2020-01-01' } }, 'soon'],
    [{ criterion: 'until', after: '2020-01-01' }, '2026-02-30'],
  ])('%j is unknown for the answer %j, which fits no kind', (rule, value) => {
    const [criterion = ''] = ['a', 'colour', 'size', 'until'].filter((id) =>
      JSON.stringify(rule).includes(id),
    );
    expect(evaluate(compile(playbookOf(rule)), { [criterion]: value }).stages[0]?.holds).toBe('unknown');
  });

  it('takes only days of the calendar', () => {
    expect(['2024-02-29', '0000-01-01', '9999-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '', 20260101].map(isDay)).toEqual(
      Array(6).fill(false),
    );
  });
});
