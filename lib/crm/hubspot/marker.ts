// Finds what a submission has already created: by the marker in it, among the contact's own notes, deals and tasks.
import { marker } from '../../qualification/note';
import type { Submission } from '../../qualification/submission';
import { htmlToText } from './html-text';
import type { Portal } from './portal';
import { related } from './related';
import type { HubSpotObject } from './shapes';

/** What a submission creates was created lately: among the newest. */
const MOST = 100;

/** `contact`: the id that HubSpot answers with, which is the survivor's where the contact was merged meanwhile. */
export type Marked = { contact: string; found: HubSpotObject | null };

/**
 * The note, deal or task that carries the submission's marker, or null. By association and id, never by search: the search
 * index lags behind, and a miss here would write a second time.
 */
export async function findMarked(
  portal: Portal,
  submission: Submission,
  object: 'notes' | 'deals' | 'tasks',
  property: string,
  properties: string[] = [],
): Promise<Marked> {
  const from = { object: 'contacts', id: submission.ref.id };
  const { record, ids } = await related(portal, from, object, ['email']);
  const newest = await portal.client.batchRead(object, ids.slice(0, MOST), [property, ...properties]);
  const mark = marker(submission.id);
  const found = newest.find((one) => htmlToText(one.properties[property] ?? '').includes(mark)) ?? null;
  return { contact: record.id, found };
}

/** The text with the marker in it: as it is where it has one already. */
export function withMarker(text: string, submission: Submission): string {
  const mark = marker(submission.id);
  return text.includes(mark) ? text : `${text}${text === '' ? '' : '\n'}Stagecheck ${mark}`;
}
