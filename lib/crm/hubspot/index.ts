// HubSpot as the rest of the product sees it.
import type { Crm } from '../crm';
import { HUBSPOT, locate } from './locate';
import { proposeMapping } from './propose';
import { openSession } from './session';

export const hubspot: Crm = {
  id: HUBSPOT,
  name: 'HubSpot',
  locate,
  open: (credential) => openSession(credential),
  proposeMapping,
};
