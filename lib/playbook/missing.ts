// What is still missing: every minimal set of answers that would make an unknown rule yes.
import type { AnswerValue } from './answer';
import { asked, asksFor, type Box, classesIn, only } from './boxes';
import type { CriteriaIndex } from './criteria-index';
import type { Known } from './known';
import { merge } from './merge';
import { NO, OPEN, type Row, YES } from './program';
import type { Rule } from './schema';
import { type Domain, findBoxes, type Plan, planOf } from './search';
import type { MissingItem } from './verdict';
import { cellsInWords } from './words';

/** Most sets that are named, and the bounds within which they are checked one combination at a time. */
export const SETS = 64;
const POINTS = 512;

/** How much a search may cost: comparisons of two boxes, and tests that are put to a row. Counted, never timed. */
export type Work = { compared: number; tested: number };
export const WORK: Work = { compared: 30_000, tested: 400_000 };

/**
 * `complete` is false when a bound was met: the sets are minimal and sufficient all the same, but there may be more,
 * and smaller ones. `tested`: how many tests were put to a row.
 */
export type Missing = { sets: MissingItem[][]; complete: boolean; tested: number };

/** Every combination of single classes in a box, as boxes; of more than are ever looked at, their beginning. */
function* pointsOf(plan: Plan, box: Box): Generator<Box> {
  const { layout } = plan;
  const spread = asked(layout, box).filter((at) => classesIn(layout, box, at).length > 1);
  const last = spread.pop();
  const pick = (from: Box, at: number, index: number): Box => {
    const next = from.slice();
    const one = only(layout, at, [index]);
    for (let word = layout[at] ?? 0; word < (layout[at + 1] ?? 0); word++) next[word] = one[word] ?? 0;
    return next;
  };
  const split = (from: Box, at: number) => classesIn(layout, box, at).map((index) => pick(from, at, index));
  let picks = [box];
  for (const at of spread) {
    picks = picks.flatMap((from) => split(from, at));
    if (picks.length > POINTS) picks = picks.slice(0, POINTS + 1);
  }
  for (const from of picks) {
    if (last === undefined) yield from.slice();
    else yield* split(from, last);
  }
}

function* everyPoint(plan: Plan, boxes: readonly Box[]): Generator<Box> {
  for (const box of boxes) yield* pointsOf(plan, box);
}

const valueAt = ({ layout }: Plan, box: Box, at: number, { classes }: Domain): AnswerValue | undefined =>
  classes[classesIn(layout, box, at)[0] ?? -1]?.[0]?.value;

/**
 * Leaves out, one after the other, what the rule doesn't need to be what is wanted. What stays can't be made smaller.
 * null where the answers aren't enough: one of them speaks against what an `unless` in the rule presumes.
 */
function shrink(plan: Plan, point: Box, row: Row, want: typeof NO | typeof YES): Box | null {
  const trial = [...row];
  const places = asked(plan.layout, point);
  for (const at of places) {
    const domain = plan.domains[at];
    if (domain) trial[domain.place] = valueAt(plan, point, at, domain);
  }
  if (plan.root.presumes && plan.root.test(trial) !== want) return null;
  for (const at of places) {
    const place = plan.domains[at]?.place ?? -1;
    const value = trial[place];
    trial[place] = undefined;
    if (plan.root.test(trial) === want) point.fill(-1, plan.layout[at], plan.layout[at + 1]);
    else trial[place] = value;
  }
  return point;
}

function toItem({ criterion, classes }: Domain, indexes: readonly number[]): MissingItem {
  const chosen = new Set(indexes.flatMap((index) => classes[index] ?? []));
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

/** Fewest items first, then by the places of the items, then by the lowest classes that would do. */
function inOrder({ layout }: Plan, boxes: readonly Box[]): Box[] {
  const keyed = boxes.map((box) => {
    const places = asked(layout, box);
    return { box, places, lowest: places.map((at) => classesIn(layout, box, at)[0] ?? 0) };
  });
  const first = (a: readonly number[], b: readonly number[]): number => {
    const differs = a.findIndex((value, index) => value !== b[index]);
    return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
  };
  keyed.sort(
    (a, b) => a.places.length - b.places.length || first(a.places, b.places) || first(a.lowest, b.lowest),
  );
  return keyed.map(({ box }) => box);
}

/** The same as missingSets, of a rule that was made ready, for a row; `toYes` false: what would make it no. */
export function missingIn(plan: Plan, row: Row, toYes: boolean, work: Work = WORK): Missing {
  if (plan.root.test(row) !== OPEN) return { sets: [], complete: true, tested: plan.size };
  const want = toYes ? YES : NO;
  const found = findBoxes(plan, row, want, work.compared);
  let { complete } = found;
  const points: Box[] = [];
  let tested = 0;
  for (const point of everyPoint(plan, found.boxes)) {
    if (points.length >= POINTS || (tested >= work.tested && points.length > 0)) {
      complete = false;
      break;
    }
    tested += plan.size * (asked(plan.layout, point).length + 1);
    const small = shrink(plan, point, row, want);
    // What would have to take its place wasn't searched for.
    if (small === null) complete = false;
    else points.push(small);
  }
  const merged = inOrder(plan, merge(plan.layout, points));
  // The same criterion with the same values stands in many sets.
  const items = plan.domains.map(() => new Map<string, MissingItem>());
  const sets = merged.slice(0, SETS).map((box) =>
    plan.domains.flatMap((domain, at) => {
      if (!asksFor(plan.layout, box, at)) return [];
      const indexes = classesIn(plan.layout, box, at);
      const key = indexes.join();
      const item = items[at]?.get(key) ?? toItem(domain, indexes);
      items[at]?.set(key, item);
      return [item];
    }),
  );
  return { sets, complete: complete && merged.length <= SETS, tested };
}

/**
 * All minimal sets of answers to unknown criteria that make `rule` yes, fewest items first, in the playbook's order.
 * Minimal: with any item left out, whatever the others' values are, the rule isn't yes. Sufficient: every combination
 * of the items' accepted values makes it yes. Empty when the rule is settled, and when nothing can make it yes.
 *
 * To find them all is exponential by nature, so that the work is bounded. At a bound each set that is returned is still
 * minimal and sufficient (it is checked by evaluation, not by the search), only some may be absent; `complete` says so.
 */
export function missingSets(rule: Rule, known: Known, needs: CriteriaIndex, work: Work = WORK): Missing {
  const row = [...needs.byId.keys()].map((id) => known.get(id));
  return missingIn(planOf(rule, needs), row, true, work);
}
