// Salesforce as the rest of the product sees it.
import type { Crm } from '../crm';
import { locate, SALESFORCE } from './locate';
import { proposeMapping } from './propose';
import { openSession } from './session';

export const salesforce: Crm = {
  id: SALESFORCE,
  name: 'Salesforce',
  atOnce: true,
  locate,
  open: (credential) => openSession(credential),
  proposeMapping,
};
