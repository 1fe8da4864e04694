// What of Salesforce is read only when it is needed: the sessions, with its client, and what knows its fields.
import type { CrmCode } from '../shared/crm';
import { openSession } from './session';
import { proposeMapping } from './setup/propose';

export const code: CrmCode = { open: (credential) => openSession(credential), proposeMapping };
