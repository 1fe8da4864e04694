// What the notes of a contact say of earlier answers, however many others lie above the one that Stagecheck left.

import { placing } from '@/lib/crm/shared/placed';
import { report } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import { anyCounts, heard, type Told } from '@/lib/qualification/record-line/vouched';
import type { RecordRef } from '@/lib/record/record';
import { htmlToText } from '@/lib/util/html';
import { isProblem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import type { Page, Portal } from '../setup/portal';
import { engagementUrl, newest } from './engagements';
import { notedOn } from './noted-on';
import { ORIGIN_PROPERTIES, originOf, sourceOf } from './origin';
import type { Part } from './read-around';
import { gapWhy, idsOf, newestFirst, scopeOf } from './read-contact';
import { relatedIds } from './related';

const NOTE = ['hs_timestamp', 'hs_note_body', ...ORIGIN_PROPERTIES];
/** HubSpot reads so many at a time with what they were before; the newest of a contact are read so. */
const FIRST = 50;
/** And so many without. */
const PAGE = 100;
/** Of so many it is asked who made them: far above what one contact has. */
const MOST = 1_000;

const NAMES = { crm: 'HubSpot', thing: 'note' };

/** Notes with what their bodies were before; without, where HubSpot won't tell. */
async function withHistory(read: (history: string[]) => Promise<HubSpotObject[]>): Promise<HubSpotObject[]> {
  try {
    return await read(['hs_note_body']);
  } catch (error) {
    if (!isProblem(error, 'invalid')) throw error;
    return read([]);
  }
}

/**
 * The answers of the newest note that Stagecheck left, by what HubSpot says of each. Where none of the newest counts, it is
 * looked on below them; where that comes to no end, there is a gap. Further down it is first asked who made each, without
 * their texts: by id, never by search, whose index lags and whose filters no document lists for a note's source.
 */
export async function notesPart(
  portal: Portal,
  ref: RecordRef,
  contact: HubSpotObject,
  page: Page,
): Promise<Part> {
  const listed = idsOf(contact, 'notes');
  if (listed.ids.length === 0) return {};
  let left = 0;
  /** By their ids; those that HubSpot leaves out without a word are counted. */
  const read = async (ids: string[], properties: string[], history: string[] = []) => {
    const batch = await portal.client.batch('notes', ids, properties, history);
    left += batch.left.length;
    return batch.results;
  };
  const [first, ours] = await Promise.all([
    listed.more
      ? newest(portal, contact, 'notes', NOTE, FIRST)
      : withHistory((history) => read(listed.ids.slice(0, FIRST), NOTE, history)),
    portal.ours.known(),
  ]);
  const address = page(portal.ref(ref, 'contacts', contact.id));
  const place = placing(notedOn(portal, contact.id));
  const told: Told[] = [];
  /** Whether one of them counts. */
  async function take(notes: readonly HubSpotObject[]): Promise<boolean> {
    const placed = await place(
      notes.map((note) => ({
        text: htmlToText(note.properties.hs_note_body ?? ''),
        url: noteUrl(address, note.id),
        origin: originOf(note, ours),
      })),
    );
    told.push(...placed);
    return anyCounts(placed, NAMES.crm);
  }
  /** Why not all that may be ours was read; null where all was, or one counts. */
  async function below(): Promise<string | null> {
    const known = listed.more ? first.map(({ id }) => id) : listed.ids.slice(0, FIRST);
    const { ids: all, whole } = await relatedIds(portal, contact, 'contacts', 'notes');
    const others = all.filter((id) => !known.includes(id));
    for (let at = 0; at < Math.min(others.length, MOST); at += PAGE) {
      const made = await read(others.slice(at, at + PAGE), ORIGIN_PROPERTIES);
      const ids = made.filter((note) => ours.wrote(sourceOf(note))).map(({ id }) => id);
      for (ids.sort(newestFirst); ids.length > 0; ) {
        const some = ids.splice(0, FIRST);
        if (await take(await withHistory((history) => read(some, NOTE, history)))) return null;
      }
    }
    const looked = known.length + Math.min(others.length, MOST);
    return others.length <= MOST && whole ? null : `only the newest ${looked} notes were looked through`;
  }

  const more = !(await take(first)) && (listed.more || listed.ids.length > FIRST);
  const why = !more
    ? null
    : await below().catch((error: unknown) => {
        if (!(error instanceof ProblemError) || isProblem(error, 'key-refused', 'offline')) throw error;
        report(error, 'hubspot.notes');
        return gapWhy(error, scopeOf('notes'));
      });
  const short = left > 0 ? `HubSpot left out ${left} of its notes` : null;
  const gaps = [why ?? short].flatMap((one) =>
    one === null ? [] : [{ what: 'Earlier qualifications', why: one }],
  );
  return { ...heard(told, NAMES), gaps };
}

/** Notes have no page of their own. */
export const noteUrl = engagementUrl;
