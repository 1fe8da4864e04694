// HubSpot as the rest of the product sees it.
import type { Crm } from '../crm';
import { contactsUrl, recordAddress } from './address';
import { guide } from './guide';
import { HUBSPOT, locate } from './locate';

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
