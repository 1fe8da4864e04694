// Salesforce as the rest of the product sees it.
import type { Crm } from '../crm';
import { recordAddress } from './address';
import { pageHost } from './hosts';
import { locate, SALESFORCE } from './locate';
import { ways } from './ways';

export const salesforce: Crm = {
  id: SALESFORCE,
  name: 'Salesforce',
  locate,
  ways,
  start: (account) => ({ label: 'leads', url: `https://${pageHost(account)}/lightning/o/Lead/list` }),
  recordUrl: recordAddress,
  writesTogether: true,
  load: async () => (await import('./code')).code,
};
