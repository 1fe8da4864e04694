// Everything of one type that a record is associated with, page after page.

import type { HubSpotObject } from '../client/shapes';
import type { Portal } from '../setup/portal';
import { idsOf, newestFirst } from './read-contact';

/** Pages of 100 and more: far above what one record has. */
const MOST_PAGES = 20;

/** `whole`: these are all that HubSpot has. */
export type Ids = { ids: string[]; whole: boolean };
export type Related = Ids & { record: HubSpotObject };

/** The record with `properties`, and the ids of its associated records, newest first. By id: nothing here lags. */
export async function related(
  portal: Portal,
  from: { object: string; id: string },
  to: string,
  properties: string[],
): Promise<Related> {
  const record = await portal.client.get(from.object, from.id, properties, [to]);
  return { record, ...(await relatedIds(portal, record, from.object, to)) };
}

/** The ids of all that a record is associated with, newest first. `record`: as it was read with the first of them. */
export async function relatedIds(
  portal: Portal,
  record: HubSpotObject,
  object: string,
  to: string,
): Promise<Ids> {
  const { ids, more } = idsOf(record, to);
  if (!more) return { ids, whole: true };
  const all = new Set(ids);
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: { ids: string[]; after: string | null } = await portal.client.associated(
      object,
      record.id,
      to,
      after,
    );
    for (const id of answer.ids) all.add(id);
    const over = answer.after === null || answer.after === after;
    if (over) return { ids: [...all].sort(newestFirst), whole: answer.after === null };
    after = answer.after;
  }
  return { ids: [...all].sort(newestFirst), whole: false };
}
