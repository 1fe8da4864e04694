// The records that a run works on: people of both CRMs whom no rule of the seed's makes special.
import { locate } from '../../lib/crm/locate.ts';
import type { RecordRef } from '../../lib/record/record.ts';
import { NOT_PROVIDED } from '../sandbox/salesforce/seed/values.ts';
import type { Sandbox } from '../sandbox/server.ts';
import type { CrmId } from './faults.ts';
import { PRESSED_MOST } from './pressing/plan.ts';

export type Target = { name: string; url: string; ref: RecordRef };

const EACH = 45;

function target(name: string, url: string): Target[] {
  const place = locate(url);
  return place?.role === 'person' ? [{ name, url, ref: place.ref }] : [];
}

function plainOf({ hubspot, salesforce }: Sandbox) {
  const special = new Set(Object.values(hubspot.people).flatMap((one) => ('id' in one ? [one.id] : [])));
  // Salesforce's filler for a last name is none to the sidebar, so nobody finds such a person by the whole name.
  return salesforce.pairs.filter(
    ({ hubspotId, name }) => !special.has(String(hubspotId)) && !name.includes(NOT_PROVIDED),
  );
}

/** People at whom only the hand in the sidebar decides anything: `pool` has none of them. */
export function poolByHand(sandbox: Sandbox): Record<CrmId, Target[]> {
  const { hubspot, salesforce } = sandbox;
  const plain = plainOf(sandbox);
  const of = (object: 'Lead' | 'Contact') =>
    plain
      .filter((one) => one.object === object)
      .slice(Math.ceil(EACH / 2), Math.ceil(EACH / 2) + PRESSED_MOST);
  const [leads, contacts] = [of('Lead'), of('Contact')];
  return {
    hubspot: plain
      .slice(-EACH - PRESSED_MOST, -EACH)
      .flatMap(({ hubspotId, name }) => target(name, hubspot.recordUrl('contacts', hubspotId))),
    salesforce: leads
      .flatMap((lead, at) => [lead, contacts[at] ?? lead])
      .slice(0, PRESSED_MOST)
      .flatMap(({ name, object, salesforceId }) => target(name, salesforce.recordUrl(object, salesforceId))),
  };
}

/** Of Salesforce leads, contacts and some opportunities. */
export function pool(sandbox: Sandbox): Record<CrmId, Target[]> {
  const { hubspot, salesforce } = sandbox;
  const plain = plainOf(sandbox);
  const of = (object: 'Lead' | 'Contact') => plain.filter((one) => one.object === object).slice(0, EACH / 2);
  const people = [...of('Lead'), ...of('Contact')].flatMap(({ name, object, salesforceId }) =>
    target(name, salesforce.recordUrl(object, salesforceId)),
  );
  const opportunities = salesforce
    .all('Opportunity')
    .filter(({ values }) => values.IsClosed !== true)
    .slice(0, 8)
    .flatMap(({ url, values }) => target(String(values.Name), url));
  const contacts = plain
    .slice(-EACH)
    .flatMap(({ hubspotId, name }) => target(name, hubspot.recordUrl('contacts', hubspotId)));
  return { hubspot: contacts, salesforce: [...people, ...opportunities] };
}
