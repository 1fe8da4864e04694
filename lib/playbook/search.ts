// Finds the boxes of answers that would make a rule yes (or no), with a bound on the work.
import { ANYTHING, type Box, covers, join } from './boxes';
import { type Cell, classesOf } from './cells';
import type { Known } from './known';
import { testAtom } from './logic';
import { atomsOf, criteriaOf, group, isAtom, isNot } from './rules';
import type { Criterion, Rule } from './schema';

/** Most boxes kept at any place of the search. A playbook for people needs a few dozen. */
const KEPT = 256;
/** So many comparisons are free; after as many again with only a few boxes kept, the search ends. */
const STEPS = 30_000;
const FEW = 8;

/** A criterion that is unknown now, with the classes of values between which the rule can tell. */
export type Domain = { criterion: Criterion; classes: Cell[][] };

export type Search = {
  known: Known;
  domains: ReadonlyMap<string, Domain>;
  steps: number;
  /** false once something had to be left out: what was found is still right, but there may be more. */
  complete: boolean;
};

export function startSearch(rule: Rule, known: Known, byId: ReadonlyMap<string, Criterion>): Search {
  const atoms = atomsOf(rule);
  const domains = new Map<string, Domain>();
  for (const id of criteriaOf(rule)) {
    const criterion = byId.get(id);
    if (!criterion || known.has(id)) continue;
    const tests = atoms.filter((atom) => atom.criterion === id);
    domains.set(id, { criterion, classes: classesOf(criterion, tests) });
  }
  return { known, domains, steps: STEPS, complete: true };
}

/** Adds a box unless another covers it, and drops those that it covers. When there's no room, the smallest stay. */
function add(list: Box[], box: Box, search: Search): Box[] {
  search.steps -= list.length;
  if (list.some((other) => covers(other, box))) return list;
  const kept = list.filter((other) => !covers(box, other));
  kept.push(box);
  if (kept.length <= KEPT) return kept;
  search.complete = false;
  return kept.sort((a, b) => a.size - b.size).slice(0, KEPT);
}

/** Adds what lies both in one of `left` and in one of `right`. */
function addJoined(list: Box[], left: readonly Box[], right: readonly Box[], search: Search): Box[] {
  let found = list;
  for (const a of left) {
    for (const b of right) {
      if (search.steps < -STEPS || (search.steps < 0 && found.length >= FEW)) {
        search.complete = false;
        return found;
      }
      search.steps--;
      const both = join(a, b);
      if (both) found = add(found, both, search);
    }
  }
  return found;
}

/**
 * Boxes of answers to unknown criteria that make the rule `want`. Each one is enough by itself. Together they are all
 * that there is, as long as `search.complete` stays true: a group is yes when enough parts are, and no when enough are no.
 */
export function boxesFor(rule: Rule, want: 'yes' | 'no', search: Search): Box[] {
  if (isNot(rule)) return boxesFor(rule.not, want === 'yes' ? 'no' : 'yes', search);
  if (isAtom(rule)) {
    const value = search.known.get(rule.criterion);
    if (value !== undefined) return testAtom(rule, value) === want ? [ANYTHING] : [];
    let bits = 0n;
    search.domains.get(rule.criterion)?.classes.forEach((cells, index) => {
      if (testAtom(rule, cells[0]?.value) === want) bits |= 1n << BigInt(index);
    });
    return bits === 0n ? [] : [new Map([[rule.criterion, bits]])];
  }
  const { need, of } = group(rule);
  const count = want === 'yes' ? need : of.length - need + 1;
  if (count <= 0) return [ANYTHING];
  if (count > of.length) return [];
  // enough[n]: boxes that make n of the parts seen so far what is wanted.
  const enough: Box[][] = [[ANYTHING]];
  of.forEach((part, index) => {
    const found = boxesFor(part, want, search);
    const fewest = Math.max(1, count - (of.length - index - 1));
    for (let n = Math.min(count, index + 1); n >= fewest; n--) {
      enough[n] = addJoined(enough[n] ?? [], enough[n - 1] ?? [], found, search);
    }
  });
  return enough[count] ?? [];
}
