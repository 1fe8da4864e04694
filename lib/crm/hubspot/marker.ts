// Finds what a submission has already created: by the marker in it, among the contact's own notes, deals and tasks.
import { report } from '../../diagnostics/report';
import { marker } from '../../qualification/note';
import type { Submission } from '../../qualification/submission';
import { htmlToText } from './html-text';
import { lookAt, type Made } from './made';
import type { Portal } from './portal';
import { isProblem } from './problems';
import { related } from './related';

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

/**
 * The note, deal or task that carries the submission's marker, or has carried it before somebody changed its text; null
 * where there is none. By association and id, never by search: the search index lags behind, and a miss here would write
 * a second time. What was never sent before is looked for among the newest alone. Of a contact that was merged meanwhile
 * HubSpot answers with the one that was kept, which has got what was made for it.
 */
export async function findMarked(portal: Portal, submission: Submission, sought: Sought): Promise<Made> {
  const { object, property, properties = [], again } = sought;
  const from = { object: 'contacts', id: submission.ref.id };
  const { record, ids } = await related(portal, from, object, ['email']);
  const of = (read: Made['read']): Made => ({
    read,
    look: lookAt(submission.ref.id, record.id),
    contact: record.id,
  });
  const mark = marker(submission.id);
  const asked = [property, ...properties];
  const read = (page: string[]) => portal.client.batchRead(object, page, asked);
  const readBefore = (page: string[]) =>
    portal.client.batchRead(object, page, asked, [property]).catch((error: unknown) => {
      // Where HubSpot tells nothing of what texts were, what they are has to do.
      if (!isProblem(error, 'invalid')) throw error;
      report(error, 'hubspot.marker');
      return read(page);
    });
  const size = again ? HISTORY_PAGE : PAGE;
  for (let at = 0; at < (again ? ids.length : 1); at += size) {
    const page = ids.slice(at, at + size);
    const found = (await (again ? readBefore(page) : read(page))).find((one) =>
      [{ value: one.properties[property] }, ...(one.propertiesWithHistory?.[property] ?? [])].some(
        ({ value }) => htmlToText(value ?? '').includes(mark),
      ),
    );
    if (found) return of(found);
  }
  return of(null);
}

/** The text with the marker in it: as it is where it has one already. */
export function withMarker(text: string, submission: Submission): string {
  const mark = marker(submission.id);
  return text.includes(mark) ? text : `${text}${text === '' ? '' : '\n'}Stagecheck ${mark}`;
}
