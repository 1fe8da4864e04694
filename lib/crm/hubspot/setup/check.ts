// Is the key good, whose is it, and which permissions (scopes) does it lack?
import type { Account } from '@/lib/crm/shared/crm';
import { isProblem } from '../client/problems';
import { guide } from './guide';
import { mayCreate } from './may-create';
import type { Portal } from './portal';

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
 * HubSpot lists the scopes of a private app's token, and of no other key (introspection is for OAuth tokens and wants a
 * client secret). So those that are not listed are tried out: a read of one record, or an update of no records, which can't
 * change anything.
 */
const granted: Readonly<Record<string, (portal: Portal) => Promise<boolean>>> = {
  'crm.objects.owners.read': reads((portal) => portal.client.owners(null, 1)),
  'crm.schemas.contacts.read': reads((portal) => portal.property('contacts', 'lifecyclestage')),
  'crm.schemas.deals.read': reads((portal) => portal.pipelines('deals')),
  // Beside that for contacts, which is needed anyway (emails.json).
  'sales-email-read': reads((portal) => portal.client.tryRead('emails')),
};

/** Not in the guide: nobody needs it, and not every kind of key can have it. */
const WHOSE = {
  scope: 'oauth',
  need: 'should' as const,
  purpose: 'to be told by HubSpot which portal the key belongs to; the portal of the open page was taken',
};

function isGranted(portal: Portal, scope: string): Promise<boolean> {
  const own = granted[scope];
  const [, , object = '', way] = scope.split('.');
  if (own) return own(portal);
  return way === 'write' ? mayCreate(portal, object) : reads(() => portal.client.tryRead(object))(portal);
}

/** Rejects with key-refused for a bad key. Changes nothing in the portal. */
export async function check(portal: Portal): Promise<Account> {
  // First alone: a bad key shall cost one refused call, not ten.
  const { portalId, timeZone, from } = await portal.details();
  const listed = (await portal.scopes()) ?? [];
  const may = await Promise.all(
    guide.scopes.map(({ scope }) => listed.includes(scope) || isGranted(portal, scope)),
  );
  return {
    id: portalId,
    name: `Portal ${portalId}`,
    timeZone: timeZone ?? 'UTC',
    missing: [
      ...guide.scopes
        .filter((_, index) => may[index] === false)
        .map(({ scope, need, purpose }) => ({ scope, need, purpose })),
      ...(from === 'page' ? [WHOSE] : []),
    ],
  };
}
