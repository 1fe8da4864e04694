// HubSpot as the rest of the product sees it.
import type { Crm } from '../shared/crm';
import { contactsUrl, recordAddress } from './page/address';
import { HUBSPOT, locate } from './page/locate';
import { guide } from './setup/guide';

export const hubspot: Crm = {
  id: HUBSPOT,
  name: 'HubSpot',
  locate,
  ways: [
    {
      kind: 'key',
      label: 'Service key',
      help: 'An admin makes one in HubSpot and sees its scopes first. It is kept in this browser only.',
      guide,
    },
  ],
  start: (portal) => ({ label: 'contacts', url: contactsUrl(portal) }),
  recordUrl: (ref) => recordAddress(ref),
  writesTogether: false,
  load: async () => (await import('./code')).code,
};
