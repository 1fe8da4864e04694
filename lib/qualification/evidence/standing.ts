// How a piece of evidence stands, in words: how fresh it is, and what would overrule it.
import type { Criterion } from '@/lib/playbook/schema';
import { factKind } from '@/lib/record/facts';
import { DAY_MS, timeOf } from '@/lib/util/dates';
import type { Answered, Evidence } from '../answers/types';

const days = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'day' : 'days'}`;

/**
 * How old it is, and for how long that counts: "41 days old, counts for 90", "200 days old, counted for 180",
 * "no date, so it can’t count for 90 days". `now` is compared with the evidence's own time, in whole days.
 */
export function freshWords(one: Evidence, now: Date): string {
  const { freshDays } = one;
  const at = timeOf(one.at);
  if (at === null)
    return freshDays === undefined ? 'no date' : `no date, so it can’t count for ${days(freshDays)}`;
  const old = Math.floor((now.getTime() - at) / DAY_MS);
  if (old < 0) return `in ${days(-old)}`;
  const age = old === 0 ? 'today' : `${days(old)} old`;
  if (freshDays === undefined) return one.says === null ? age : `${age}, counts at any age`;
  return one.state === 'stale' ? `${age}, counted for ${freshDays}` : `${age}, counts for ${freshDays}`;
}

/** Facts by which the playbook would give another answer than `one` does, in its order, each once. */
function otherwise(criterion: Criterion, one: Evidence): string[] {
  const rules = criterion.evidence.filter(
    ({ gives }) => gives !== null && (gives === 'value' || gives !== one.says),
  );
  return [...new Set(rules.map(({ fact }) => factKind(fact).label.toLowerCase()))];
}

function someOf(labels: string[]): string {
  if (labels.length <= 2) return labels.join(' or ');
  return `${labels.slice(0, 2).join(', ')} or another of ${labels.length}`;
}

/** What would take this piece's answer away, or let it answer: one short sentence without a full stop; '' where it has none. */
export function overruleWords(criterion: Criterion, one: Evidence, answered: Answered): string {
  if (one.state === 'placeholder') return 'Counts once the field says something';
  if (one.state === 'stale') return 'A newer one would count, or your own answer';
  if (one.says === null) return '';
  if (one.state === 'shown') return 'Does not count yet; your own answer does';
  if (one.state === 'overruled')
    return answered.from === 'rep'
      ? 'Overruled by your own answer'
      : 'Overruled by what is newer or ranks higher';
  if (answered.from === 'rep') return 'Agrees with your own answer';
  const others = otherwise(criterion, one);
  return others.length === 0
    ? 'Only your own answer would overrule it'
    : `Your own answer would overrule it, or a newer ${someOf(others)}`;
}
