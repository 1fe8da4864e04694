// Finds what a submission has already created: by the marker in it, among the contact's own notes, deals and tasks.
import { report } from '../../diagnostics/report';
import { marker } from '../../qualification/note';
import type { Submission } from '../../qualification/submission';
import { htmlToText } from './html-text';
import type { Portal } from './portal';
import { isProblem } from './problems';
import { newestFirst } from './read-contact';
import { related } from './related';
import type { HubSpotObject } from './shapes';

/** HubSpot reads so many at a time, and fewer with their earlier values. */
const PAGE = 100;
const HISTORY_PAGE = 50;

export type Sought = {
  object: 'notes' | 'deals' | 'tasks';
  /** Where the marker is. */
  property: string;
  properties?: string[];
  /** It may have been sent before: then all are looked through, what they were before included. */
  again: boolean;
};

/** `contact`: the id that HubSpot answers with, which is the survivor's where the contact was merged meanwhile. */
export type Marked = { contact: string; found: HubSpotObject | null };

/** Whatever an app made, or nobody says what did. */
const byApp = ({ properties }: HubSpotObject) =>
  ['', 'INTEGRATION'].includes((properties.hs_object_source ?? '').toUpperCase());

function pagesOf(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, page) => ids.slice(page * size, (page + 1) * size));
}

/**
 * The note, deal or task that carries the submission's marker, or has carried it before somebody changed its text; null
 * where there is none. By association and id, never by search: the search index lags behind, and a miss here would write
 * a second time. What was never sent before is looked for among the newest alone.
 */
export async function findMarked(portal: Portal, submission: Submission, sought: Sought): Promise<Marked> {
  const { object, property, properties = [], again } = sought;
  const from = { object: 'contacts', id: submission.ref.id };
  const { record, ids } = await related(portal, from, object, ['email']);
  const mark = marker(submission.id);
  const has = (text: string | null | undefined) => htmlToText(text ?? '').includes(mark);
  const asked = [property, ...properties, 'hs_object_source'];
  const changed: string[] = [];
  for (const page of pagesOf(again ? ids : ids.slice(0, PAGE), PAGE)) {
    const read = await portal.client.batchRead(object, page, asked);
    const found = read.find((one) => has(one.properties[property]));
    if (found) return { contact: record.id, found };
    changed.push(...read.filter(byApp).map(({ id }) => id));
  }
  const found = again ? await findBefore(portal, sought, changed.sort(newestFirst), has) : null;
  return { contact: record.id, found };
}

/** The one whose text was changed since; null where HubSpot tells nothing of what texts were. */
async function findBefore(
  portal: Portal,
  { object, property, properties = [] }: Sought,
  ids: readonly string[],
  has: (text: string | null | undefined) => boolean,
): Promise<HubSpotObject | null> {
  try {
    for (const page of pagesOf(ids, HISTORY_PAGE)) {
      const read = await portal.client.batchRead(object, page, [property, ...properties], [property]);
      const found = read.find((one) =>
        (one.propertiesWithHistory?.[property] ?? []).some(({ value }) => has(value)),
      );
      if (found) return found;
    }
  } catch (error) {
    if (!isProblem(error, 'invalid')) throw error;
    report(error, 'hubspot.marker');
  }
  return null;
}

/** The text with the marker in it: as it is where it has one already. */
export function withMarker(text: string, submission: Submission): string {
  const mark = marker(submission.id);
  return text.includes(mark) ? text : `${text}${text === '' ? '' : '\n'}Stagecheck ${mark}`;
}
