// What a worker has to know of the CRMs before it reads their code.

import { REGIONAL } from './salesforce/page/hosts';
import { SALESFORCE } from './salesforce/page/locate';
import type { Reach } from './shared/host-permissions';

/** Accounts whose hosts the browser has to be asked for, by CRM. */
export const reaches: Readonly<Record<string, Reach>> = { [SALESFORCE]: REGIONAL };
