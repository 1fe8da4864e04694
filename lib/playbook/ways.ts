// Minimal missing sets without a search, for rules that speak of each criterion once: there the parts don't interfere.
import { missingSets } from './missing';
import { compileRule, flat, type Level, NO, OPEN, type Places, type Row, type Test, YES } from './program';
import { atomsOf, group, isAtom, isNot } from './rules';
import type { Criterion, Rule } from './schema';
import type { MissingItem } from './verdict';

/** An item with its place in the order of asking. */
type Entry = { rank: number; item: MissingItem };
type Want = typeof NO | typeof YES;

/** The minimal sets that make a part, unknown now, what is wanted; null where there are more than it pays to list. */
type Ways = (row: Row, want: Want) => Entry[][] | null;

/** More sets than this and the search, which is bounded, takes over. */
const MOST = 64;

type Needs = {
  places: Places;
  byId: ReadonlyMap<string, Criterion>;
  order: ReadonlyMap<string, number>;
};

const opposite = (want: Want): Want => (want === YES ? NO : YES);

function compileAtomWays(rule: Rule & { criterion: string }, needs: Needs): Ways {
  const rank = needs.order.get(rule.criterion) ?? needs.order.size;
  const sets = (way: Rule): Entry[][] =>
    missingSets(way, new Map(), needs).sets.map((set) => set.map((item) => ({ rank, item })));
  const [yes, no] = [sets(rule), sets({ not: rule })];
  return (_, want) => (want === YES ? yes : no);
}

/** Every choice of `count` of the parts, and of each part one of its sets. */
function choose(parts: readonly Entry[][][], count: number): Entry[][] | null {
  if (count === parts.length) return product(parts);
  let found: Entry[][][] = [[[]], ...Array.from({ length: count }, () => [])];
  for (const sets of parts) {
    const next = found.map((own) => [...own]);
    for (let n = 1; n <= count; n++)
      for (const before of found[n - 1] ?? []) for (const set of sets) next[n]?.push([...before, ...set]);
    if (next.some((own) => own.length > MOST)) return null;
    found = next;
  }
  return found[count] ?? [];
}

function product(parts: readonly Entry[][][]): Entry[][] | null {
  let found: Entry[][] = [[]];
  for (const sets of parts) {
    const [only] = sets;
    if (only !== undefined && sets.length === 1) {
      for (const before of found) for (const entry of only) before.push(entry);
      continue;
    }
    found = found.flatMap((before) => sets.map((set) => [...before, ...set]));
    if (found.length > MOST) return null;
  }
  return found;
}

function compileWays(rule: Rule, needs: Needs): Ways {
  if (isAtom(rule)) return compileAtomWays(rule, needs);
  if (isNot(rule)) {
    const inner = compileWays(rule.not, needs);
    return (row, want) => inner(row, opposite(want));
  }
  const listed = 'all' in rule ? flat(rule) : group(rule).of;
  // The order of the parts changes nothing but how much is left to sort.
  const rank = (part: Rule) => (isAtom(part) ? (needs.order.get(part.criterion) ?? 0) : needs.order.size);
  const of = listed.toSorted((a, b) => rank(a) - rank(b));
  const need = 'all' in rule ? of.length : group(rule).need;
  const parts = of.map((part) => ({ test: compileRule(part, needs.places), ways: compileWays(part, needs) }));
  return (row, want) => {
    let count = want === YES ? need : of.length - need + 1;
    const open: Entry[][][] = [];
    for (const { test, ways } of parts) {
      const level: Level = test(row);
      if (level === want) count--;
      else if (level === OPEN) {
        const sets = ways(row, want);
        if (sets === null) return null;
        open.push(sets);
      }
    }
    if (count <= 0) return [[]];
    return count > open.length ? [] : choose(open, count);
  };
}

function inOrder(set: Entry[]): MissingItem[] {
  for (let n = 1; n < set.length; n++)
    if ((set[n - 1]?.rank ?? 0) > (set[n]?.rank ?? 0)) {
      set.sort((a, b) => a.rank - b.rank);
      break;
    }
  return set.map((entry) => entry.item);
}

function fewestFirst(a: Entry[], b: Entry[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differs = a.findIndex((entry, n) => entry.rank !== b[n]?.rank);
  return differs < 0 ? 0 : (a[differs]?.rank ?? 0) - (b[differs]?.rank ?? 0);
}

/**
 * The missing sets of a rule as a function of the row, the same that missingSets finds by search, in the same order.
 * null for a rule that asks of one criterion twice, where the parts can contradict or serve each other. The function
 * gives null where there are too many sets to list. To be called only where the rule is unknown.
 */
export function directWays(
  rule: Rule,
  needs: Needs,
): { test: Test; sets: (row: Row, want: Want) => MissingItem[][] | null } | null {
  const asked = atomsOf(rule).map((atom) => atom.criterion);
  if (new Set(asked).size !== asked.length || asked.some((id) => !needs.byId.has(id))) return null;
  const ways = compileWays(rule, needs);
  return {
    test: compileRule(rule, needs.places),
    sets: (row, want) => {
      const found = ways(row, want);
      if (found === null) return null;
      if (found.length === 1) return found.map(inOrder);
      const sorted = found.map((set) => ({ items: inOrder(set), set }));
      return sorted.sort((a, b) => fewestFirst(a.set, b.set)).map((one) => one.items);
    },
  };
}
