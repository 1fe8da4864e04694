// The CRMs that Stagecheck works in. Background only: it pulls in their clients.

import { hubspot } from './hubspot';
import { salesforce } from './salesforce';
import type { Crm } from './shared/crm';

export const crms: readonly Crm[] = [hubspot, salesforce];

/** The CRM with this id ("hubspot"); null where there is none. */
export function crmById(id: string): Crm | null {
  return crms.find((crm) => crm.id === id) ?? null;
}
