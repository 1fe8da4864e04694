// What HubSpot answered to have made, with an id: it is there, whatever its read-back says, and is never made again.
import { reported } from '@/lib/diagnostics/report';
import type { HubSpotObject } from '../client/shapes';
import { idNow } from '../read/merged';
import { ORIGIN_PROPERTIES, sourceOf } from '../read/origin';
import type { Portal } from '../setup/portal';
import { differences } from './compare';

/**
 * `read`: as it stands; null where HubSpot didn't show it. `look`: what the rep has to look at, '' for nothing. `contact`:
 * the id by which the contact goes on. `twins`: the ids of others that are the same.
 */
export type Made = { read: HubSpotObject | null; look: string; contact: string; twins: readonly string[] };

/** What there is to look at where HubSpot answers with another contact than was asked for; '' where it doesn't. */
export const lookAt = (asked: string, now: string): string =>
  now === asked ? '' : `it is on the record that the contact was merged into (${now}): look there`;

/**
 * Reads back what was just made for a contact, and learns from it what HubSpot calls this key. Never rejects: a problem
 * here would have it made a second time. Where it was made without its link to the contact, it gets that, for to link
 * again what is linked changes nothing; but not where the contact was merged just then, for then HubSpot might link it to
 * the one that was kept.
 */
export async function readMade(
  portal: Portal,
  object: 'notes' | 'tasks' | 'deals',
  id: string,
  properties: string[],
  contact: string,
): Promise<Made> {
  const [read, on] = await Promise.all([
    portal.client
      .get(object, id, [...properties, ...ORIGIN_PROPERTIES], ['contacts'])
      .catch(reported('hubspot.made', null)),
    idNow(portal, contact).catch(reported('hubspot.made', null)),
  ]);
  if (read) await portal.ours.learn(sourceOf(read));
  const now = on ?? contact;
  const isOn = read?.associations?.contacts?.results.some((one) => one.id === now) === true;
  const told = (look: string) => ({ read, look, contact: now, twins: [] });
  if (isOn) return told(lookAt(contact, now));
  const number = `(its number is ${id})`;
  if (now !== contact) return told(`the contact was merged into ${now}: look there ${number}`);
  if (read === null) return told('HubSpot did not show it when it was read back: look at it there');
  const link = () =>
    portal.client.link(object, id, 'contacts', contact).catch(reported('hubspot.made', false));
  if (on && (await link())) return told('');
  return told(`it is not on the contact: add it there, or have your admin do it ${number}`);
}

/** Values that HubSpot (or a workflow) changed, in words; '' for none. */
export const changedIn = (read: HubSpotObject | null, wanted: Readonly<Record<string, string>>): string =>
  (read ? differences(read, wanted) : [])
    .map((one) => `${one.field} is "${one.found}" instead of "${one.wanted}"`)
    .join(', ');

/** "Note left, but HubSpot changed its wording". */
export function but(done: string, ...looks: string[]): string {
  const told = looks.filter((look) => look !== '');
  return told.length === 0 ? done : `${done}, but ${told.join(', and ')}`;
}
