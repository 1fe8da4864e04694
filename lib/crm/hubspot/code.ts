// What of HubSpot is read only when it is needed: the sessions, with its client, and what knows its fields.
import type { CrmCode } from '../crm';
import { proposeMapping } from './propose';
import { openSession } from './session';

export const code: CrmCode = { open: (credential) => openSession(credential), proposeMapping };
