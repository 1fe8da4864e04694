// What the CRMs hold of a person, in the few lines that the demo prints before and after.
import type { HubSpotSandbox } from '../sandbox/hubspot/sandbox.ts';
import type { SalesforceSandbox } from '../sandbox/salesforce/sandbox.ts';

/** Label and value: stage fields, newest note in a line, deals. */
export function contactValues(hubspot: HubSpotSandbox, id: string): [string, string][] {
  const { properties } = hubspot.contact(id);
  const notes = hubspot.notes(id);
  const deals = hubspot.deals(id).map((deal) => deal.properties.dealname ?? '');
  const newest = (notes[0]?.properties.hs_note_body ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [
    ['lifecyclestage', properties.lifecyclestage ?? ''],
    ['hs_lead_status', properties.hs_lead_status ?? ''],
    ['notes', String(notes.length)],
    ['newest note', newest.length > 90 ? `${newest.slice(0, 90)}…` : newest],
    ['deals', deals.join(', ')],
  ];
}

/** Label and value: status, and what the lead has become, with the evidence at its contact. */
export function leadValues(salesforce: SalesforceSandbox, id: string): [string, string][] {
  const { Status, IsConverted, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId } =
    salesforce.lead(id).values;
  const nameOf = (object: 'Account' | 'Contact' | 'Opportunity', record: unknown) =>
    typeof record === 'string' ? String(salesforce.record(object, record)?.values.Name ?? '') : '';
  const [task] = salesforce.tasks(typeof ConvertedContactId === 'string' ? ConvertedContactId : id);
  return [
    ['Status', String(Status ?? '')],
    ['IsConverted', String(IsConverted ?? false)],
    ['account', nameOf('Account', ConvertedAccountId)],
    ['contact', nameOf('Contact', ConvertedContactId)],
    ['opportunity', nameOf('Opportunity', ConvertedOpportunityId)],
    ['newest task', String(task?.values.Subject ?? '')],
  ];
}
