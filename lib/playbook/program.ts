// A playbook's rules as functions over a row of values: the same logic as logic.ts, looked up once instead of each time.
import type { AnswerValue, Truth } from './answer';
import { testAtom } from './logic';
import { group, isAtom, isNot, isUnless } from './rules';
import type { Atom, Rule } from './schema';

/** Kleene's values in their order, so that `all` is the least of its parts and `any` the greatest. */
export const NO = 0;
export const OPEN = 1;
export const YES = 2;
export type Level = typeof NO | typeof OPEN | typeof YES;

/** The answers that count, by the criterion's place in the playbook; undefined: unknown. */
export type Row = readonly (AnswerValue | undefined)[];

/** What a rule says of a row. */
export type Test = (row: Row) => Level;

const TRUTHS = ['no', 'unknown', 'yes'] as const;
export const truthAt = (level: Level): Truth => TRUTHS[level];

const LEVELS = { no: NO, unknown: OPEN, yes: YES } as const;
const always = (level: Level) => () => level;

/** Where each criterion stands in a row. */
export type Places = ReadonlyMap<string, number>;

function compileAtom(atom: Atom, at: number): Test {
  if ('is' in atom) {
    const { is } = atom;
    const type = typeof is;
    return (row) => {
      const value = row[at];
      if (value === undefined || typeof value !== type) return OPEN;
      return value === is ? YES : NO;
    };
  }
  return (row) => LEVELS[testAtom(atom, row[at])];
}

/** The least of the tests; what is no already needs no further look. */
function every(tests: readonly Test[]): Test {
  return (row) => {
    let least: Level = YES;
    for (const test of tests) {
      const level = test(row);
      if (level === NO) return NO;
      if (level < least) least = level;
    }
    return least;
  };
}

function some(tests: readonly Test[]): Test {
  return (row) => {
    let most: Level = NO;
    for (const test of tests) {
      const level = test(row);
      if (level === YES) return YES;
      if (level > most) most = level;
    }
    return most;
  };
}

function atLeast(need: number, tests: readonly Test[]): Test {
  return (row) => {
    let yes = 0;
    let open = 0;
    for (const test of tests) {
      const level = test(row);
      if (level === YES) yes++;
      else if (level === OPEN) open++;
    }
    if (yes >= need) return YES;
    return yes + open < need ? NO : OPEN;
  };
}

/** Parts of an `all` inside an `all` are its own parts: fewer calls, the same truth. */
export function flat(rule: Rule): readonly Rule[] {
  return 'all' in rule ? rule.all.flatMap(flat) : [rule];
}

/** The rule as one function. A test on a criterion that the playbook hasn't is unknown, as everywhere. */
export function compileRule(rule: Rule, places: Places): Test {
  if (isAtom(rule)) {
    const at = places.get(rule.criterion);
    return at === undefined ? always(OPEN) : compileAtom(rule, at);
  }
  if (isNot(rule)) {
    const inner = compileRule(rule.not, places);
    const turned: readonly Level[] = [YES, OPEN, NO];
    return (row) => turned[inner(row)] ?? OPEN;
  }
  if (isUnless(rule)) {
    const inner = compileRule(rule.unless, places);
    return (row) => (inner(row) === YES ? NO : YES);
  }
  if ('all' in rule) return every(flat(rule).map((part) => compileRule(part, places)));
  const { need, of } = group(rule);
  const tests = of.map((part) => compileRule(part, places));
  return 'any' in rule ? some(tests) : atLeast(need, tests);
}
