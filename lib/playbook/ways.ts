// Minimal missing sets without a search, for rules that speak of each criterion once: there the parts don't interfere.
import type { CriteriaIndex } from './criteria-index';
import { missingSets, SETS } from './missing';
import { compileRule, flat, type Level, NO, OPEN, type Places, type Row, type Test, YES } from './program';
import { atomsOf, group, isAtom, isNot, isUnless, presumes } from './rules';
import type { Rule } from './schema';
import type { MissingItem } from './verdict';

/** An item with its place in the order of asking. */
type Entry = { rank: number; item: MissingItem };
type Want = typeof NO | typeof YES;

/** A set of items, put together from smaller ones so that none is ever copied. */
type Way = { size: number; entry: Entry | null; left: Way | null; right: Way | null };

/** Ways with the fewest items first. `all` is false where there are more; none of those is smaller than the last one. */
type Ways = { ways: readonly Way[]; all: boolean };

/** What makes a part, unknown now, what is wanted. */
type WaysTo = (row: Row, want: Want) => Ways;

type Needs = CriteriaIndex & {
  places: Places;
  /** Parts that were made ready already: a stage's rule is a part of every higher one's. */
  made?: Map<Rule, WaysTo> | undefined;
};

const NOTHING: Way = { size: 0, entry: null, left: null, right: null };
const both = (left: Way, right: Way): Way => ({ size: left.size + right.size, entry: null, left, right });
const opposite = (want: Want): Want => (want === YES ? NO : YES);

function compileAtomWays(rule: Rule & { criterion: string }, needs: Needs): WaysTo {
  const rank = needs.order.get(rule.criterion) ?? needs.order.size;
  const ways = (way: Rule): Ways => {
    const found = missingSets(way, new Map(), needs).sets.map((set) =>
      set.reduce<Way>(
        (before, item) => both(before, { size: 1, entry: { rank, item }, left: null, right: null }),
        NOTHING,
      ),
    );
    return { ways: found, all: true };
  };
  const [yes, no] = [ways(rule), ways({ not: rule })];
  return (_, want) => (want === YES ? yes : no);
}

/** Every pair; of more than are named, those with the fewest items. */
function pairs(left: Ways, right: Ways): Ways {
  if (left.ways.length === 0 || right.ways.length === 0) return { ways: [], all: true };
  const found: Way[] = [];
  const all = left.all && right.all && left.ways.length * right.ways.length <= SETS;
  left.ways.forEach((a, at) => {
    // The pair (i, j) has (i + 1)(j + 1) - 1 others before it that are no larger.
    const most = Math.min(right.ways.length, Math.floor(SETS / (at + 1)));
    for (let other = 0; other < (all ? right.ways.length : most); other++) {
      const b = right.ways[other];
      if (b) found.push(both(a, b));
    }
  });
  found.sort((a, b) => a.size - b.size);
  return found.length > SETS ? { ways: found.slice(0, SETS), all: false } : { ways: found, all };
}

/** The smaller ones first, of two lists that are in that order; of equals those of `own`. */
function smaller(own: readonly Way[], other: readonly Way[], added: Way): Way[] {
  const ways: Way[] = [];
  let [first, second] = [0, 0];
  while (ways.length < SETS) {
    const a = own[first];
    const b = other[second];
    if (a !== undefined && (b === undefined || a.size <= b.size + added.size)) {
      ways.push(a);
      first++;
    } else if (b !== undefined) {
      // Made only now: most of them would be left out again.
      ways.push(added === NOTHING ? b : both(b, added));
      second++;
    } else break;
  }
  return ways;
}

/** Those of `own` and those of `before`, each with one of `sets`; of more than are named, the smallest. */
function either(own: Ways, before: Ways, sets: Ways): Ways {
  const [only] = sets.ways;
  const single = only !== undefined && sets.ways.length === 1;
  const other = single ? before : pairs(before, sets);
  const all = own.all && other.all && sets.all && own.ways.length + other.ways.length <= SETS;
  return { ways: smaller(own.ways, other.ways, single ? only : NOTHING), all };
}

/** Every choice of `count` of the parts, and of each part one of its ways. */
function choose(parts: readonly Ways[], count: number): Ways {
  const nothing: Ways = { ways: [NOTHING], all: true };
  if (count === parts.length) return parts.reduce(pairs, nothing);
  const none: Ways = { ways: [], all: true };
  // found[n]: ways that make n of the parts seen so far what is wanted.
  const found: Ways[] = [nothing];
  parts.forEach((sets, index) => {
    const fewest = Math.max(1, count - (parts.length - index - 1));
    for (let n = Math.min(count, index + 1); n >= fewest; n--)
      found[n] = either(found[n] ?? none, found[n - 1] ?? none, sets);
  });
  return found[count] ?? none;
}

function compileGroupWays(
  rule: Exclude<Rule, { criterion: string } | { not: Rule } | { unless: Rule }>,
  needs: Needs,
): WaysTo {
  const listed = 'all' in rule ? flat(rule) : group(rule).of;
  // The order of the parts changes nothing but how much is left to sort.
  const rank = (part: Rule) => (isAtom(part) ? (needs.order.get(part.criterion) ?? 0) : needs.order.size);
  const of = listed.toSorted((a, b) => rank(a) - rank(b));
  const need = 'all' in rule ? of.length : group(rule).need;
  const parts = of.map((part) => ({
    test: compileRule(part, needs.places),
    ways: compileWays(part, needs),
    presumes: presumes(part),
  }));
  const fresh = (row: Row, want: Want): Ways => {
    let count = want === YES ? need : of.length - need + 1;
    const open: Ways[] = [];
    for (const { test, ways, presumes } of parts) {
      const level: Level = test(row);
      if (level === want) count--;
      else if (level === OPEN || presumes) open.push(ways(row, want));
    }
    if (count <= 0) return { ways: [NOTHING], all: true };
    return count > open.length ? { ways: [], all: true } : choose(open, count);
  };
  // Every stage above asks this part again, of the same row.
  const last: { row: Row | null; ways: Map<Want, Ways> } = { row: null, ways: new Map() };
  return (row, want) => {
    if (last.row !== row) {
      last.row = row;
      last.ways.clear();
    }
    const found = last.ways.get(want) ?? fresh(row, want);
    last.ways.set(want, found);
    return found;
  };
}

function compileWays(rule: Rule, needs: Needs): WaysTo {
  const before = needs.made?.get(rule);
  if (before) return before;
  const ways = isAtom(rule)
    ? compileAtomWays(rule, needs)
    : isNot(rule)
      ? turned(compileWays(rule.not, needs))
      : isUnless(rule)
        ? compileUnlessWays(rule.unless, needs)
        : compileGroupWays(rule, needs);
  needs.made?.set(rule, ways);
  return ways;
}

/** It is yes without any answer until what is in it is known; then nothing makes it anything else. */
function compileUnlessWays(rule: Rule, needs: Needs): WaysTo {
  const test = compileRule(rule, needs.places);
  const inner = compileWays(rule, needs);
  return (row, want) => {
    const level = test(row);
    if ((level === YES) === (want === NO)) return { ways: [NOTHING], all: true };
    return want === NO && level === OPEN ? inner(row, YES) : { ways: [], all: true };
  };
}

const turned =
  (inner: WaysTo): WaysTo =>
  (row, want) =>
    inner(row, opposite(want));

function entriesOf(way: Way, found: Entry[] = []): Entry[] {
  if (way.left) entriesOf(way.left, found);
  if (way.entry) found.push(way.entry);
  if (way.right) entriesOf(way.right, found);
  return found;
}

function inOrder(set: Entry[]): Entry[] {
  for (let n = 1; n < set.length; n++)
    if ((set[n - 1]?.rank ?? 0) > (set[n]?.rank ?? 0)) {
      set.sort((a, b) => a.rank - b.rank);
      break;
    }
  return set;
}

function fewestFirst(a: Entry[], b: Entry[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differs = a.findIndex((entry, n) => entry.rank !== b[n]?.rank);
  return differs < 0 ? 0 : (a[differs]?.rank ?? 0) - (b[differs]?.rank ?? 0);
}

/**
 * The missing sets of a rule as a function of the row, the same that missingSets finds by search, in the same order.
 * null for a rule that asks of one criterion twice, where the parts can contradict or serve each other. `all` is false
 * where there are more than are named: then those with the fewest answers are, and no other has fewer than the last.
 * To be called only where the rule is unknown.
 */
export function directWays(
  rule: Rule,
  needs: Needs,
): { test: Test; sets: (row: Row, want: Want) => { sets: MissingItem[][]; all: boolean } } | null {
  const asked = atomsOf(rule).map((atom) => atom.criterion);
  if (new Set(asked).size !== asked.length || asked.some((id) => !needs.byId.has(id))) return null;
  const ways = compileWays(rule, needs);
  return {
    test: compileRule(rule, needs.places),
    sets: (row, want) => {
      const { ways: found, all } = ways(row, want);
      const sets = found.map((way) => inOrder(entriesOf(way)));
      if (sets.length > 1) sets.sort(fewestFirst);
      return { sets: sets.map((set) => set.map(({ item }) => item)), all };
    },
  };
}
