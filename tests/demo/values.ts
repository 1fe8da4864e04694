// What HubSpot holds of a contact, in the few lines that the demo prints before and after.
import type { HubSpotSandbox } from '../sandbox/hubspot/sandbox.ts';

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
