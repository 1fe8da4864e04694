// Which question is best asked now.

import type { Compiled } from './compiled';
import type { Prepared } from './prepared';
import { OPEN, type Row } from './program';
import type { MissingItem, StageVerdict } from './verdict';

type Situation = { compiled: Compiled; row: Row; skip: ReadonlySet<string> };

/** How many of a set were asked in vain, and how many are left to ask; null where none is left. */
function costOf(set: readonly MissingItem[], skip: ReadonlySet<string>): [vain: number, open: number] | null {
  let vain = 0;
  if (skip.size > 0) for (const item of set) if (skip.has(item.criterion)) vain++;
  return vain === set.length ? null : [vain, set.length - vain];
}

/** The sets that need nothing which was asked in vain, and of those the ones that need the fewest answers. */
function nearest(sets: readonly MissingItem[][], skip: ReadonlySet<string>): MissingItem[][] {
  let best: MissingItem[][] = [];
  let least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const set of sets) {
    const cost = costOf(set, skip);
    if (cost === null) continue;
    const difference = cost[0] - least[0] || cost[1] - least[1];
    if (difference > 0) continue;
    if (difference < 0) best = [];
    best.push(set);
    least = cost;
  }
  return best;
}

/** The criterion that appears in most of the nearest sets; of equals, the first in the playbook's order. */
function mostShared(
  sets: readonly MissingItem[][],
  skip: ReadonlySet<string>,
  order: ReadonlyMap<string, number>,
): string | null {
  const [only] = sets;
  // The items of a set stand in the order of asking.
  if (only !== undefined && sets.length === 1)
    return only.find((item) => !skip.has(item.criterion))?.criterion ?? null;
  const counts = new Map<string, number>();
  for (const set of nearest(sets, skip))
    for (const { criterion } of set)
      if (!skip.has(criterion)) counts.set(criterion, (counts.get(criterion) ?? 0) + 1);
  let first: string | null = null;
  let most = 0;
  const rank = (id: string | null): number => order.get(id ?? '') ?? order.size;
  for (const [id, count] of counts)
    if (count > most || (count === most && rank(id) < rank(first))) [first, most] = [id, count];
  return first;
}

/** The first criterion that a rule speaks of, is unknown, and was not asked in vain. */
const anyOpen = ({ asked }: Prepared, { row, skip }: Situation): string | null =>
  asked.find(({ id, place }) => row[place] === undefined && !skip.has(id))?.id ?? null;

/** The question that brings a rule nearest to being settled, either way; null when it is, or nothing more can be asked. */
function toSettle(prepared: Prepared, situation: Situation): string | null {
  const { compiled, row, skip } = situation;
  if (prepared.test(row) !== OPEN) return null;
  // Where nothing is left to ask, no set of answers has to be looked for.
  const open = anyOpen(prepared, situation);
  if (open === null) return null;
  const ways = [...prepared.sets(row, true).sets, ...prepared.sets(row, false).sets];
  // Where no set is known (the search met its bound, or nothing can settle it): the first unknown it speaks of.
  return mostShared(ways, skip, compiled.order) ?? open;
}

/**
 * The criterion to ask about next. While the next stage is open: from its smallest missing sets, the one that most of
 * them share. Once it is settled: what would settle an outcome, then a flag, then a part of a scale, then a label.
 * Criteria in `skip` (asked already, and nobody knew) are never named. Null when no open question would change
 * anything that is shown.
 */
export function nextQuestion(
  situation: Situation,
  next: { verdict: StageVerdict; at: number } | undefined,
): string | null {
  const { compiled, row, skip } = situation;
  const { ready, playbook } = compiled;
  if (next?.verdict.holds === 'unknown') {
    const asked = mostShared(next.verdict.missing, skip, compiled.order);
    if (asked !== null) return asked;
    const whole = ready.stages[next.at]?.whole;
    const open = whole && anyOpen(whole, situation);
    if (open) return open;
  }
  for (const one of ready.beside) {
    const question = toSettle(one, situation);
    if (question !== null) return question;
  }
  const label = playbook.labels.find(
    ({ criterion }, index) => row[ready.labels[index] ?? -1] === undefined && !skip.has(criterion),
  );
  return label?.criterion ?? null;
}
