// What HubSpot answered to have made, with an id: it is there, whatever its read-back says, and is never made again.
import { reported } from '../../diagnostics/report';
import { ORIGIN_PROPERTIES, sourceOf } from './origin';
import type { Portal } from './portal';
import type { HubSpotObject } from './shapes';

/** `read`: as it stands; null where HubSpot didn't show it. `look`: what the rep has to look at, '' for nothing. */
export type Made = { read: HubSpotObject | null; look: string };

/** Where something was made without its link to the contact, it gets that: to link again what is linked changes nothing. */
async function onContact(
  portal: Portal,
  object: string,
  id: string,
  contact: string,
  read: HubSpotObject,
): Promise<boolean> {
  if (read.associations?.contacts?.results.some((one) => one.id === contact)) return true;
  return portal.client.link(object, id, 'contacts', contact).catch(reported('hubspot.made', false));
}

/**
 * Reads back what was just made for a contact, and learns from it what HubSpot calls this key. Never rejects: a problem
 * here would have it made a second time.
 */
export async function readMade(
  portal: Portal,
  object: 'notes' | 'tasks' | 'deals',
  id: string,
  properties: string[],
  contact: string,
): Promise<Made> {
  const read = await portal.client
    .get(object, id, [...properties, ...ORIGIN_PROPERTIES], ['contacts'])
    .catch(reported('hubspot.made', null));
  if (read === null) return { read, look: 'HubSpot did not show it when it was read back: look at it there' };
  await portal.ours.learn(sourceOf(read));
  if (await onContact(portal, object, id, contact, read)) return { read, look: '' };
  const look = `it is not on the contact: add it there, or have your admin do it (its number is ${id})`;
  return { read, look };
}

/** "Note left, but HubSpot changed its wording". */
export function but(done: string, ...looks: string[]): string {
  const told = looks.filter((look) => look !== '');
  return told.length === 0 ? done : `${done}, but ${told.join(', and ')}`;
}
