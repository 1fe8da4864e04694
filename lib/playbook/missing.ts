// What is still missing: every minimal set of answers that would make an unknown rule yes.
import type { AnswerValue } from './answer';
import { type Box, merge } from './boxes';
import type { Compiled } from './compiled';
import type { Known } from './known';
import { truthOf } from './logic';
import { sizeOf } from './rules';
import type { Rule } from './schema';
import { boxesFor, type Domain, type Search, startSearch } from './search';
import type { MissingItem } from './verdict';
import { cellsInWords } from './words';

/** Most sets that are named, and the bounds within which they are checked one combination at a time. */
const SETS = 64;
const POINTS = 512;
const STEPS = 400_000;

/** `complete` is false when a bound was met: the sets are minimal and sufficient all the same, but there may be more. */
export type Missing = { sets: MissingItem[][]; complete: boolean };

/** Every combination of single classes in a box. */
function* pointsOf(box: Box): Generator<Map<string, bigint>> {
  let picks: Map<string, bigint>[] = [new Map()];
  const entries = [...box];
  const last = entries.pop();
  const split = (bits: bigint): bigint[] =>
    [...bits.toString(2)].reverse().flatMap((bit, index) => (bit === '1' ? [1n << BigInt(index)] : []));
  for (const [criterion, bits] of entries) {
    picks = picks.flatMap((pick) => split(bits).map((bit) => new Map(pick).set(criterion, bit)));
    // A box with more combinations than are ever looked at needs no more than that many beginnings.
    if (picks.length > POINTS) picks = picks.slice(0, POINTS + 1);
  }
  for (const pick of picks) {
    if (!last) yield pick;
    else for (const bit of split(last[1])) yield new Map(pick).set(last[0], bit);
  }
}

function* everyPoint(boxes: readonly Box[]): Generator<Map<string, bigint>> {
  for (const box of boxes) yield* pointsOf(box);
}

const valueAt = (domain: Domain | undefined, bit: bigint): AnswerValue | undefined =>
  domain?.classes[bit.toString(2).length - 1]?.[0]?.value;

/** Leaves out, one after the other, what the rule doesn't need to be yes. What stays can't be made smaller. */
function shrink(rule: Rule, point: Map<string, bigint>, search: Search): Map<string, bigint> {
  const trial = new Map(search.known);
  for (const [criterion, bit] of point) {
    const value = valueAt(search.domains.get(criterion), bit);
    if (value !== undefined) trial.set(criterion, value);
  }
  for (const criterion of [...point.keys()]) {
    const value = trial.get(criterion);
    trial.delete(criterion);
    if (truthOf(rule, trial) === 'yes') point.delete(criterion);
    else if (value !== undefined) trial.set(criterion, value);
  }
  return point;
}

function toItem(domain: Domain, bits: bigint): MissingItem {
  const { criterion, classes } = domain;
  const chosen = new Set(classes.filter((_, index) => bits & (1n << BigInt(index))).flat());
  const byValue = new Map(classes.flat().map((cell) => [cell.value, cell]));
  const values =
    criterion.kind === 'yesno'
      ? ['yes', 'no']
      : criterion.kind === 'choice'
        ? (criterion.options ?? []).map((option) => option.id)
        : [...byValue.keys()].sort((a, b) => (a < b ? -1 : 1));
  const all = values.flatMap((value) => byValue.get(value) ?? []);
  const item = {
    criterion: criterion.id,
    accept: all.filter((cell) => chosen.has(cell)).map((c) => c.value),
  };
  const ordered = criterion.kind === 'number' || criterion.kind === 'date';
  return ordered ? { ...item, words: cellsInWords(criterion, all, chosen) } : item;
}

/**
 * All minimal sets of answers to unknown criteria that make `rule` yes, fewest items first, in the playbook's order.
 * Minimal: with any item left out, whatever the others' values are, the rule isn't yes. Sufficient: every combination
 * of the items' accepted values makes it yes. Empty when the rule is settled, and when nothing can make it yes.
 *
 * The work is bounded, because a playbook may be hostile. At a bound each set that is returned is still minimal and
 * sufficient (it is checked by evaluation, not by the search), only some may be absent; `complete` says so.
 */
export function missingSets(
  rule: Rule,
  known: Known,
  { byId, order }: Pick<Compiled, 'byId' | 'order'>,
): Missing {
  if (truthOf(rule, known) !== 'unknown') return { sets: [], complete: true };
  const search = startSearch(rule, known, byId);
  const boxes = boxesFor(rule, 'yes', search).sort((a, b) => a.size - b.size);
  const size = sizeOf(rule);
  const points: Box[] = [];
  let steps = STEPS;
  for (const point of everyPoint(boxes)) {
    if (points.length >= POINTS || (steps <= 0 && points.length > 0)) {
      search.complete = false;
      break;
    }
    steps -= size * (point.size + 1);
    points.push(shrink(rule, point, search));
  }
  const rank = (id: string): number => order.get(id) ?? order.size;
  const ids = [...search.domains.keys()].sort((a, b) => rank(a) - rank(b));
  const sets = merge(points, ids).map((box) =>
    ids.flatMap((id) => {
      const domain = search.domains.get(id);
      const bits = box.get(id);
      return domain && bits !== undefined ? [toItem(domain, bits)] : [];
    }),
  );
  const ranks = new Map(sets.map((set) => [set, set.map((item) => rank(item.criterion))]));
  const compare = (a: MissingItem[], b: MissingItem[]): number => {
    if (a.length !== b.length) return a.length - b.length;
    const [left, right] = [ranks.get(a) ?? [], ranks.get(b) ?? []];
    const differs = left.findIndex((value, index) => value !== right[index]);
    return differs < 0 ? 0 : (left[differs] ?? 0) - (right[differs] ?? 0);
  };
  return {
    sets: sets.sort(compare).slice(0, SETS),
    complete: search.complete && sets.length <= SETS,
  };
}
