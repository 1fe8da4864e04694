// What a worker has to know of the CRMs before it reads their code.
import type { Reach } from '../reach';
import { REGIONAL } from './salesforce/hosts';
import { SALESFORCE } from './salesforce/locate';

/** Accounts whose hosts the browser has to be asked for, by CRM. */
export const reaches: Readonly<Record<string, Reach>> = { [SALESFORCE]: REGIONAL };
