// Salesforce as the rest of the product sees it.
import type { Crm } from '../shared/crm';
import { ways } from './auth/ways';
import { recordAddress } from './page/address';
import { pageHost } from './page/hosts';
import { locate, SALESFORCE } from './page/locate';

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
