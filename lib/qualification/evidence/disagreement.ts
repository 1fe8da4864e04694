// Where sources disagree on a criterion: both sides, which one counts, and why.
import type { Criterion } from '@/lib/playbook/schema';
import { dayWords, timeOf } from '@/lib/util/dates';
import type { Answered, Evidence } from '../answers/types';
import { valueLabel } from '../answers/values';
import { sourceWords } from './summary';

export type Disagreement = {
  /** The side that counts: "Yes, from you". */
  counts: string;
  /** Why it counts, as a sentence. */
  why: string;
  /** What says otherwise, in the order of the evidence. */
  against: { says: string; text: string; source: string; at: string | null; url: string | null }[];
};

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const label = (criterion: Criterion, value: string | number) => capital(valueLabel(criterion, value));

/** The live evidence that says otherwise than the answer. */
export const against = (one: Answered): Evidence[] =>
  one.disagrees ? one.evidence.filter((item) => item.state === 'overruled' && item.says !== null) : [];

function whyCounts(one: Answered, others: Evidence[]): string {
  if (one.from === 'rep') return 'Your answer counts: a person’s word goes before what a field says.';
  const mine = timeOf(one.at);
  const day = dayWords(one.evidence.find((item) => item.at === one.at)?.day ?? one.at ?? '');
  const theirs = others.map((other) => timeOf(other.at));
  if (mine === null) return 'It counts because the playbook names it first.';
  if (theirs.every((at) => at === null)) return `It counts because it has a date, ${day}.`;
  return theirs.every((at) => at === null || at < mine)
    ? `It counts because it is newer, ${day}.`
    : 'It counts because the playbook names it first.';
}

/** Both sides of a disagreement; null where all that is live agrees. Which side counts is answered.ts's to say. */
export function disagreement(criterion: Criterion, one: Answered): Disagreement | null {
  const others = against(one);
  if (others.length === 0) return null;
  const value = one.value === null ? 'Don’t know' : label(criterion, one.value);
  return {
    counts: `${value}, from ${sourceWords(one)}`,
    why: whyCounts(one, others),
    against: others.map(({ says, text, source, at, url }) => ({
      says: label(criterion, says ?? ''),
      text,
      source,
      at,
      url,
    })),
  };
}

/** The other side in a few words, for the row: "HubSpot says no", "Ann Lee says Referral"; '' where all agree. */
export function otherSide(criterion: Criterion, one: Answered): string {
  const [first] = against(one);
  if (first === undefined) return '';
  return `${first.source} ${first.source === one.by ? 'also says' : 'says'} ${valueLabel(criterion, first.says ?? '')}`;
}

/** The same where there is little room: the value first, "yes (HubSpot)". */
export function otherSideShort(criterion: Criterion, one: Answered): string {
  const [first] = against(one);
  return first === undefined ? '' : `${valueLabel(criterion, first.says ?? '')} (${first.source})`;
}
