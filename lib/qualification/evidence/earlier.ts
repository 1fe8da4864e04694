// An answer that an earlier note left, as evidence beside the facts.
import type { Criterion } from '@/lib/playbook/schema';
import type { Snapshot } from '@/lib/record/snapshot';
import { DAY_MS, dayIn, dayWords, timeOf } from '@/lib/util/dates';
import { shortText } from '@/lib/util/text';
import type { Evidence } from '../answers/types';
import { fits, valueLabel } from '../answers/values';
import { nameInWords } from '../record-line/claimed';
import { VIA_MOST } from '../record-line/vouched';

/** How long an answer from an earlier note still answers. */
export const EARLIER_FRESH_DAYS = 180;

/**
 * The newest earlier answer that fits the criterion, with the customer's words where the note has them; null where
 * there is none with a readable time. Comes from snapshot.earlier, which vouched.ts makes of the CRM's notes.
 */
export function earlierEvidence(
  criterion: Criterion,
  snapshot: Snapshot,
  now: Date,
): { evidence: Evidence; along: { quote?: string; via?: string } } | null {
  let newest: { said: Snapshot['earlier'][number]; at: number } | null = null;
  for (const said of snapshot.earlier) {
    const at = timeOf(said.at);
    if (said.criterion !== criterion.id || !fits(criterion, said.value) || at === null) continue;
    if (newest === null || at > newest.at) newest = { said, at };
  }
  if (newest === null) return null;
  const { said } = newest;
  const age = now.getTime() - newest.at;
  const who = nameInWords(said.by);
  const day = dayIn(said.at, snapshot.zone);
  const via = said.via === undefined ? {} : { via: shortText(said.via, VIA_MOST) };
  return {
    evidence: {
      fact: 'earlier',
      // A yes or no stands beside it as a mark; a choice has to be named.
      text: `${criterion.kind === 'yesno' ? '' : `${valueLabel(criterion, said.value)}, `}${dayWords(day)}, ${who}`,
      at: said.at,
      ...(day === said.at.slice(0, 10) ? {} : { day }),
      url: said.url,
      says: said.value,
      state: age > EARLIER_FRESH_DAYS * DAY_MS ? 'stale' : age < -DAY_MS ? 'shown' : 'answers',
      freshDays: EARLIER_FRESH_DAYS,
      source: who,
      ...via,
    },
    along: { ...(said.quote === undefined ? {} : { quote: said.quote }), ...via },
  };
}
