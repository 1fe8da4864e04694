// What the notes of a contact say of earlier answers, however many others lie above the one that Stagecheck left.
import { report } from '../../diagnostics/report';
import { ProblemError } from '../../problem';
import type { RecordRef } from '../../qualification/record';
import { anyCounts, heard, type Told } from '../../qualification/vouched';
import { placing } from '../placed';
import { engagementUrl, newest } from './engagements';
import { htmlToText } from './html-text';
import { notedOn } from './noted-on';
import { ORIGIN_PROPERTIES, originOf, sourceOf } from './origin';
import type { Page, Portal } from './portal';
import { isProblem } from './problems';
import type { Part } from './read-around';
import { gapWhy, idsOf, newestFirst, scopeOf } from './read-contact';
import { relatedIds } from './related';
import type { HubSpotObject } from './shapes';

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
 * Those of ours further down, a page at a time, newest first. Who made a note is asked of all of them first, without
 * their texts: by id, never by search, whose index lags and whose filters no document lists for a note's source.
 */
async function* below(portal: Portal, ids: readonly string[], isOurs: (note: HubSpotObject) => boolean) {
  const { client } = portal;
  for (let at = 0; at < ids.length; at += PAGE) {
    const made = await client.batchRead('notes', ids.slice(at, at + PAGE), ORIGIN_PROPERTIES);
    const ours = made
      .filter(isOurs)
      .map(({ id }) => id)
      .sort(newestFirst);
    for (let from = 0; from < ours.length; from += FIRST) {
      const page = ours.slice(from, from + FIRST);
      yield await withHistory((history) => client.batchRead('notes', page, NOTE, history));
    }
  }
}

/**
 * The answers of the newest note that Stagecheck left, by what HubSpot says of each. Where none of the newest counts, it is
 * looked on below them; where that comes to no end, there is a gap.
 */
export async function notesPart(
  portal: Portal,
  ref: RecordRef,
  contact: HubSpotObject,
  page: Page,
): Promise<Part> {
  const listed = idsOf(contact, 'notes');
  if (listed.ids.length === 0) return {};
  const [first, ours] = await Promise.all([
    withHistory((history) => newest(portal, contact, 'notes', NOTE, FIRST, history)),
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
  const gap = (why: string) => ({ ...heard(told, NAMES), gaps: [{ what: 'Earlier qualifications', why }] });

  if (await take(first)) return heard(told, NAMES);
  if (!listed.more && listed.ids.length <= FIRST) return heard(told, NAMES);
  try {
    const read = new Set(first.map(({ id }) => id));
    const left = (await relatedIds(portal, contact, 'contacts', 'notes')).filter((id) => !read.has(id));
    for await (const notes of below(portal, left.slice(0, MOST), (note) => ours.wrote(sourceOf(note))))
      if (await take(notes)) return heard(told, NAMES);
    return left.length <= MOST
      ? heard(told, NAMES)
      : gap(`only the newest ${read.size + MOST} notes were looked through`);
  } catch (error) {
    if (!(error instanceof ProblemError) || isProblem(error, 'key-refused', 'offline')) throw error;
    report(error, 'hubspot.notes');
    return gap(gapWhy(error, scopeOf('notes')));
  }
}

/** Notes have no page of their own. */
export const noteUrl = engagementUrl;
