// Which question is best asked now.

import type { Compiled } from './compiled';
import type { Known } from './known';
import { truthOf } from './logic';
import { missingSets } from './missing';
import { criteriaOf } from './rules';
import type { Rule } from './schema';
import type { MissingItem, StageVerdict } from './verdict';

type Situation = { compiled: Compiled; known: Known; skip: ReadonlySet<string> };

/** The sets that need the fewest answers, those first that need nothing which was asked in vain. */
function nearest(sets: readonly MissingItem[][], skip: ReadonlySet<string>): string[][] {
  let best: string[][] = [];
  let least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const set of sets) {
    const open = set.map((item) => item.criterion).filter((id) => !skip.has(id));
    if (open.length === 0) continue;
    const cost = [set.length - open.length, open.length];
    const difference = (cost[0] ?? 0) - (least[0] ?? 0) || (cost[1] ?? 0) - (least[1] ?? 0);
    if (difference > 0) continue;
    if (difference < 0) best = [];
    best.push(open);
    least = cost;
  }
  return best;
}

/** The criterion that appears in most of the sets; of equals, the first in the playbook's order. */
function mostShared(sets: readonly string[][], order: ReadonlyMap<string, number>): string | null {
  const counts = new Map<string, number>();
  for (const id of sets.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rank = (id: string): number => order.get(id) ?? order.size;
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || rank(a) - rank(b));
  return sorted[0]?.[0] ?? null;
}

/** Where no set is known (the search met its bound, or nothing can make the rule yes): any unknown it speaks of. */
function anyOpen(rule: Rule, { compiled, known, skip }: Situation): string | null {
  const open = criteriaOf(rule).filter((id) => compiled.byId.has(id) && !known.has(id) && !skip.has(id));
  return mostShared([open], compiled.order);
}

/** The question that brings a rule nearest to being settled, either way; null when it is, or nothing more can be asked. */
function toSettle(rule: Rule, situation: Situation): string | null {
  const { compiled, known, skip } = situation;
  if (truthOf(rule, known) !== 'unknown') return null;
  const ways = [rule, { not: rule }].flatMap((way) => missingSets(way, known, compiled).sets);
  return mostShared(nearest(ways, skip), compiled.order) ?? anyOpen(rule, situation);
}

/**
 * The criterion to ask about next. While the next stage is open: from its smallest missing sets, the one that most of
 * them share. Once it is settled: what would settle an outcome, then a flag, then a part of a scale, then a label.
 * Criteria in `skip` (asked already, and nobody knew) are never named. Null when no open question would change
 * anything that is shown.
 */
export function nextQuestion(
  situation: Situation,
  next: { verdict: StageVerdict; rule: Rule } | null,
): string | null {
  const { compiled, known, skip } = situation;
  if (next?.verdict.holds === 'unknown') {
    const asked =
      mostShared(nearest(next.verdict.missing, skip), compiled.order) ?? anyOpen(next.rule, situation);
    if (asked !== null) return asked;
  }
  const { outcomes, flags, scales, labels } = compiled.playbook;
  const rules = [
    ...outcomes.map((outcome) => outcome.rule),
    ...flags.map((flag) => flag.rule),
    ...scales.flatMap((scale) => scale.of.map((part) => part.rule)),
  ];
  for (const rule of rules) {
    const question = toSettle(rule, situation);
    if (question !== null) return question;
  }
  const label = labels.find(({ criterion }) => !known.has(criterion) && !skip.has(criterion));
  return label?.criterion ?? null;
}
