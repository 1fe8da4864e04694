// Where the page of a HubSpot record is.
import type { RecordRef } from '@/lib/record/record';

/** HubSpot's type ids, as they stand in the addresses of its pages. */
const TYPE_IDS: Readonly<Record<string, string>> = {
  contacts: '0-1',
  companies: '0-2',
  deals: '0-3',
  leads: '0-136',
};

/** HubSpot leads people from its first host on to the one of their portal. */
const ANY_HOST = 'app.hubspot.com';

/** The address of a record's page; `host`: the one that the portal's own people use, where it is known. */
export function recordAddress(ref: RecordRef, host = ANY_HOST): string {
  const parts = [ref.account, 'record', TYPE_IDS[ref.object] ?? ref.object, ref.id];
  return `https://${host}/contacts/${parts.map(encodeURIComponent).join('/')}`;
}

/** Where a portal's contacts are listed. */
export const contactsUrl = (portal: string) => `https://${ANY_HOST}/contacts/${encodeURIComponent(portal)}`;
