// Finds what a submission has already created: by the marker in it, among the contact's own notes and deals.
import { marker } from '../../qualification/note';
import type { Submission } from '../../qualification/submission';
import { htmlToText } from './html-text';
import type { Portal } from './portal';
import { related } from './related';
import type { HubSpotObject } from './shapes';

/** What a submission creates was created lately: among the newest. */
const MOST = 100;

/**
 * The note or deal that carries the submission's marker, or null. By association and id, never by search: the search
 * index lags behind, and a miss here would write a second time.
 */
export async function findMarked(
  portal: Portal,
  submission: Submission,
  object: 'notes' | 'deals',
  property: string,
  properties: string[] = [],
): Promise<HubSpotObject | null> {
  const from = { object: 'contacts', id: submission.ref.id };
  const { ids } = await related(portal, from, object, ['email']);
  const found = await portal.client.batchRead(object, ids.slice(0, MOST), [property, ...properties]);
  const mark = marker(submission.id);
  return found.find((one) => htmlToText(one.properties[property] ?? '').includes(mark)) ?? null;
}

/** The text with the marker in it: as it is where it has one already. */
export function withMarker(text: string, submission: Submission): string {
  const mark = marker(submission.id);
  return text.includes(mark) ? text : `${text}${text === '' ? '' : '\n'}Stagecheck ${mark}`;
}
