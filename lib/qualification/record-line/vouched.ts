// What a note or task of a CRM may say of earlier answers, by what the CRM itself tells of who made it, and when.

import type { Snapshot } from '@/lib/record/snapshot';
import { timeOf } from '@/lib/util/dates';
import { shortText } from '@/lib/util/text';
import { claimed } from './claimed';
import { asMeantNow } from './meant';
import type { RecordedAnswer, RecordedNote } from './record-line';
import { findRecord } from './record-parse';

/** What the CRM itself says of a note or task, whatever is written in it. Made in lib/crm, from fields nobody can fill in. */
export type Origin = {
  /** Why it is none of ours, as the end of "HubSpot says that ..."; null where it is one. */
  notOurs: string | null;
  /** When it was made, by the CRM's clock (ISO 8601 in UTC); null where it doesn't say. */
  at: string | null;
  /**
   * Whether its line carries the seal that Stagecheck puts there; unknown: this sign-in can't tell. Left out: lines of this
   * CRM have none, for it tells by itself what made a note.
   */
  seal?: 'right' | 'wrong' | 'unknown';
  /**
   * Who brought in what `by` said, as the CRM knows it: "by the shared key"; '' where it is their own word, by their name
   * and by `owner`, their id as the text has it ('' where it gives none). Its own words, in which no text of a note is.
   */
  via: (said: { by: string; owner: string }) => string;
};

/**
 * Whether the record that a line names is the one that was read. unsure: nothing is known any more of the one that it
 * names, so that may be another. unsaid: the CRM was asked and doesn't say.
 */
export type Place = 'here' | 'unsure' | 'elsewhere' | 'unsaid';

/** A note or task as it was read: its whole text, where a person can look at it, and whether it is of this record. */
export type Told = { text: string; url: string | null; origin: Origin; place: Place };

/**
 * A rep's clock may be ahead of the CRM's by so much without a word. What claims to be from still later is dated by the
 * CRM, and that is said: a clock that is wrong by hours should not cost a colleague's answers, and a forged date gains
 * nothing, for no answer is ever younger than the note that it stands in.
 */
const SKEW_MS = 10 * 60_000;

type Heard = Pick<Snapshot, 'earlier'> & { advice: NonNullable<Snapshot['advice']> };

/** Characters of all that is said of the way; what the CRM says takes less, so that it is never cut. */
export const VIA_MOST = 400;
/** Characters of what the text says of it. */
const CLAIM_MOST = 60;

/** The text's own words without those that stand before them anyway, when an answer is passed on again and again. */
function newIn(via: string, says: string, thing: string): string {
  const more = via === says ? '' : via.startsWith(`${says}, `) ? via.slice(says.length + 2) : via;
  return more.replace(new RegExp(`^the ${thing} says [“"'](.*)[”"']$`), '$1');
}

/**
 * How an answer came in. What the CRM says begins, and no text can shorten it; what the text says of itself follows, in
 * quotes: who passes an answer on did not give it, and can write anything of where it is from.
 */
function wayOf(
  one: RecordedAnswer,
  note: RecordedNote,
  { origin, place }: Told,
  dated: string,
  { crm, thing }: { crm: string; thing: string },
): string {
  const by = one.by ?? note.by;
  const own = one.from === 'rep' && by === note.by;
  const unsure = place === 'unsure' ? `noted on a record that ${crm} no longer finds` : '';
  const vouched = [origin.via({ by, owner: own ? note.owner : '' }), dated, unsure];
  const says = vouched.filter(Boolean).join(', ');
  if (own) return says;
  const unnamed = !says.includes(shortText(note.by, CLAIM_MOST));
  const first = one.via === undefined && unnamed ? `as noted by ${note.by}` : (one.via ?? '');
  const told = claimed(newIn(first, says, thing), CLAIM_MOST);
  return [says, told && `the ${thing} says ${told}`].filter(Boolean).join(', ');
}

/** The answers of people in a note that the CRM vouches for. Facts of the CRM are left out: they speak for themselves. */
function answersOf(
  note: RecordedNote,
  made: string,
  told: Told,
  names: { crm: string; thing: string },
): Snapshot['earlier'] {
  const answers = asMeantNow(note.playbook, note.answers, ({ value }) => value);
  return Object.entries(answers).flatMap(([criterion, one]) => {
    if (one.value === null || one.from === 'crm') return [];
    const claimed = one.at ?? note.at;
    const ahead = (timeOf(claimed) ?? Number.POSITIVE_INFINITY) - Date.parse(made);
    const dated = ahead > SKEW_MS ? `dated by ${names.crm}, for it names a later time` : '';
    const via = wayOf(one, note, told, dated, names);
    const quote = one.quote === undefined ? {} : { quote: one.quote };
    const at = ahead > 0 ? made : claimed;
    const by = one.by ?? note.by;
    return [{ criterion, value: one.value, at, by, url: told.url, ...quote, ...(via === '' ? {} : { via }) }];
  });
}

/** Anyone could hang such a line on any record; nothing that was released has written one. */
export const namesNone = ({ of }: RecordedNote): boolean => of === undefined || of.length === 0;

/**
 * Whether a note or task counts, and where it names earlier answers and doesn't, why; null where it names none. The only
 * place that decides it, by what the CRM says of it.
 */
export function judged(
  { text, origin: { notOurs, at, seal }, place }: Pick<Told, 'text' | 'origin' | 'place'>,
  crm: string,
): { note: RecordedNote; made: string } | { refused: string } | null {
  const found = findRecord(text);
  if (found.kind === 'none') return null;
  if (notOurs !== null) return { refused: `${crm} says that ${notOurs}` };
  if (found.kind === 'astray') return { refused: 'they don’t stand where Stagecheck writes them' };
  if (seal === 'wrong') return { refused: 'they don’t carry the seal of your org’s own Stagecheck' };
  if (at === null || timeOf(at) === null) return { refused: `${crm} doesn’t say when it was made` };
  if (namesNone(found.note)) return { refused: 'they don’t say which record they are of' };
  if (place === 'elsewhere') return { refused: 'they were noted on another record' };
  if (place === 'unsaid')
    return { refused: `they name another record, and ${crm} doesn’t say whether it is this one now` };
  return { note: found.note, made: at };
}

/** Whether one of them counts: then none that is older matters. */
export const anyCounts = (told: readonly Told[], crm: string): boolean =>
  told.some((one) => {
    const found = judged(one, crm);
    return found !== null && 'note' in found;
  });

/**
 * The answers of the newest note of ours, by the CRM's own time of each; and a word on what looks like one and is not
 * counted. `thing`: "note". This is the only place where a record line becomes answers.
 */
export function heard(told: readonly Told[], { crm, thing }: { crm: string; thing: string }): Heard {
  const refused: { why: string; url: string | null }[] = [];
  let newest: { note: RecordedNote; made: string; told: Told } | null = null;
  for (const one of told) {
    const found = judged(one, crm);
    if (found === null) continue;
    if ('refused' in found) refused.push({ why: found.refused, url: one.url });
    else if (newest === null || found.made > newest.made) newest = { ...found, told: one };
  }
  const [first] = refused;
  const count = refused.length === 1 ? `A ${thing} is` : `${refused.length} ${thing}s are`;
  const names =
    refused.length === 1 ? 'It names earlier answers' : 'They name earlier answers; of the first,';
  return {
    earlier: newest === null ? [] : answersOf(newest.note, newest.made, newest.told, { crm, thing }),
    advice:
      first === undefined
        ? []
        : [
            {
              title: `${count} not counted`,
              text: `${names}${refused.length === 1 ? ', but ' : ' '}${first.why}.`,
              link: first.url === null ? null : { label: `See the ${thing}`, url: first.url },
            },
          ],
  };
}
