// Leads of a test's own, made as the org's people would: no other test has touched them.
import type { SalesforceSandbox } from '../../sandbox/salesforce/sandbox.ts';

export type FreshLead = { id: string; name: string; url: string };

/** A lead of the person who tests, of a firm in the target market. `last` names it apart from all others. */
export function freshLead({ salesforce }: { salesforce: SalesforceSandbox }, last: string): FreshLead {
  const { id, url } = salesforce.create('Lead', {
    ...{ FirstName: 'Frida', LastName: last, Title: 'COO', Company: `${last} Spedition` },
    ...{ Email: `frida@${last.toLowerCase()}.example`, Country: 'Germany' },
    OwnerId: salesforce.user('lena').id,
  });
  return { id, url, name: `Frida ${last}` };
}

/** The evidence that stands on a record: Stagecheck's own completed tasks. */
export const evidenceOf = ({ salesforce }: { salesforce: SalesforceSandbox }, id: string) =>
  salesforce.tasks(id).filter(({ values }) => String(values.Subject).startsWith('Stagecheck'));
