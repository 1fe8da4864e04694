// Is the key good, whose is it, and which permissions (scopes) does it lack?
import type { Account } from '../crm';
import { mayCreate } from './pipelines';
import type { Portal } from './portal';
import { isProblem } from './problems';

type Scope = Account['missing'][number] & { granted: (portal: Portal) => Promise<boolean> };

/** Whether a read goes through. A portal without the object at all (leads, in smaller plans) answers otherwise: not missing. */
const reads = (call: (portal: Portal) => Promise<unknown>) => async (portal: Portal) => {
  try {
    await call(portal);
    return true;
  } catch (error) {
    if (isProblem(error, 'missing-scope', 'forbidden')) return false;
    if (isProblem(error, 'gone', 'invalid', 'unexpected')) return true;
    throw error;
  }
};

/**
 * HubSpot has no call that lists a pasted key's scopes (introspection is for OAuth tokens and wants a client secret).
 * So each is tried out: a read of one record, or an update of no records, which can't change anything.
 */
export const scopes: readonly Scope[] = [
  {
    scope: 'crm.objects.contacts.read',
    need: 'must',
    purpose: 'to read the contact, its calls, meetings, emails and notes',
    granted: reads((portal) => portal.client.tryRead('contacts')),
  },
  {
    scope: 'crm.objects.contacts.write',
    need: 'must',
    purpose: 'to write the stage and to leave the note with the evidence',
    granted: (portal) => mayCreate(portal, 'contacts'),
  },
  {
    scope: 'crm.objects.owners.read',
    need: 'must',
    purpose: 'to list the people, so that you can say who you are',
    granted: reads((portal) => portal.client.owners(null, 1)),
  },
  {
    scope: 'crm.schemas.contacts.read',
    need: 'must',
    purpose: 'to read your own lifecycle stages and lead statuses',
    granted: reads((portal) => portal.property('contacts', 'lifecyclestage')),
  },
  {
    scope: 'crm.objects.companies.read',
    need: 'should',
    purpose: 'to check the company against your target market',
    granted: reads((portal) => portal.client.tryRead('companies')),
  },
  {
    scope: 'crm.objects.deals.read',
    need: 'should',
    purpose: 'to see the deals that the contact already has',
    granted: reads((portal) => portal.client.tryRead('deals')),
  },
  {
    scope: 'crm.objects.deals.write',
    need: 'should',
    purpose: 'to create a deal when the contact becomes an opportunity',
    granted: (portal) => mayCreate(portal, 'deals'),
  },
  {
    scope: 'crm.schemas.deals.read',
    need: 'should',
    purpose: 'to offer your deal pipelines and their stages',
    granted: reads((portal) => portal.pipelines('deals')),
  },
  {
    scope: 'crm.objects.leads.read',
    need: 'should',
    purpose: 'to work from lead records and to read the lead rating',
    granted: reads((portal) => portal.client.tryRead('leads')),
  },
];

/** Rejects with key-refused for a bad key. Changes nothing in the portal. */
export async function check(portal: Portal): Promise<Account> {
  // First alone: a bad key shall cost one refused call, not ten.
  const { portalId, timeZone } = await portal.details();
  const granted = await Promise.all(scopes.map((one) => one.granted(portal)));
  return {
    id: portalId,
    name: `Portal ${portalId}`,
    timeZone: timeZone ?? 'UTC',
    missing: scopes
      .filter((_, index) => granted[index] === false)
      .map(({ scope, need, purpose }) => ({ scope, need, purpose })),
  };
}
