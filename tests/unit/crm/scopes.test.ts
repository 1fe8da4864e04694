// A HubSpot key that lacks a scope, each in turn: only that part is left out, it is said, and nothing stops.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '@/lib/crm/hubspot/session';
import { guide } from '@/lib/crm/hubspot/setup/guide';
import { factValues, problemOf, sandboxPortal } from './portal';

const portal = sandboxPortal();
let id = '';
let scopes: string[] = [];

beforeAll(() => {
  scopes = [...portal.hubspot.key('full').scopes];
  const { create } = portal.hubspot;
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const company = create('companies', { name: 'Northwind', domain: 'northwind.example' }).id;
  id = create('contacts', { email: `${crypto.randomUUID()}@northwind.example`, firstname: 'Ada' }, [
    { type: 'companies', id: company },
  ]).id;
  const to = [{ type: 'contacts' as const, id }];
  create('deals', { dealname: 'Rollout', pipeline: 'default', dealstage: 'appointmentscheduled' }, to);
  create('leads', { hs_lead_name: 'Ada', hs_lead_label: 'HOT' }, to);
  create('calls', { hs_timestamp: at, hs_call_direction: 'INBOUND' }, to);
  create('emails', { hs_timestamp: at, hs_email_direction: 'INCOMING_EMAIL', hs_email_subject: 'Yes' }, to);
});
beforeEach(() => {
  lacking();
  portal.hubspot.settings.rateLimit = { max: 1_000_000, intervalMs: 10_000 };
});

/** The full key without these scopes. */
function lacking(...without: string[]): void {
  const key = portal.hubspot.key('full');
  key.scopes.splice(0, key.scopes.length, ...scopes.filter((one) => !without.includes(one)));
}
const read = () => portal.open().read(portal.ref(id), () => undefined);

const PARTS = [
  ['sales-email-read', 'Emails', 'engagement.lastIncomingEmailAt'],
  ['crm.objects.companies.read', 'The company', 'company.domain'],
  ['crm.objects.deals.read', 'Deals', 'deals.total'],
  ['crm.objects.leads.read', 'The lead record', 'lead.rating'],
] as const;

describe.each(['nothing', 'emails', 'all'] as const)('associations that want the scopes of %s', (demand) => {
  describe.each(['right', 'wrong', 'none'] as const)('refused with names that are %s', (names) => {
    it.each(PARTS)('without %s only that part is missing, and it is said', async (scope, what, fact) => {
      const whole = factValues(await read());
      expect(whole).toHaveProperty([fact]);
      portal.hubspot.settings.associationsDemand = demand;
      portal.hubspot.settings.scopeNames = names;
      lacking(scope);
      const seen = await read();
      expect(seen.gaps.map((gap) => gap.what)).toEqual([what]);
      expect(seen.gaps[0]?.why).toContain(scope);
      const { [fact]: _, ...others } = whole;
      const without = Object.entries(others).filter(([name]) => !name.startsWith(fact.split('.')[0] ?? ''));
      expect(factValues(seen)).toMatchObject(Object.fromEntries(without));
      expect(factValues(seen)).not.toHaveProperty([fact]);
    });
  });
});

it('an association that is refused for no scope that anybody knows is left out alone', async () => {
  const refusable = ['deals', 'leads', 'calls', 'meetings', 'emails', 'communications', 'notes'] as const;
  for (const one of refusable) {
    portal.hubspot.settings.refusedAssociations = [one];
    const seen = await read();
    expect(seen.gaps).toHaveLength(1);
    expect(seen.company?.name).toBe('Northwind');
  }
});

it('several that are missing are each left out, and no others', async () => {
  portal.hubspot.settings.associationsDemand = 'all';
  lacking('sales-email-read', 'crm.objects.deals.read');
  const seen = await read();
  expect(seen.gaps.map((gap) => gap.what).sort()).toEqual(['Deals', 'Emails']);
  expect(factValues(seen)).toHaveProperty(['engagement.lastInboundTalkAt']);
});

it('each scope of the guide that a key lacks is named when it is connected, listed by HubSpot or not', async () => {
  for (const listed of [true, false]) {
    portal.hubspot.settings.listsScopes = listed;
    for (const { scope } of guide.scopes) {
      // Pipelines are shown for the deals' own scope too (pipelines.json), and that is all that this one is for.
      if (scope === 'crm.schemas.deals.read') continue;
      lacking(scope);
      const { missing } = await portal.open('full', { account: null }).check();
      expect(missing.map((one) => one.scope)).toContain(scope);
    }
  }
});

describe('a key that account info refuses', () => {
  beforeEach(() => lacking('oauth'));
  const opened = (account: string | null, page: string | null) =>
    openSession(
      { key: portal.hubspot.keys.full, account, page },
      {
        ...{ fetch: portal.sandbox.fetch, sleep: async () => undefined, random: () => 0.5 },
        ...{ timeoutMs: 10_000, now: portal.hubspot.now },
      },
    );

  it('is told its portal by its own entry, and reads as before', async () => {
    const account = await opened(null, null).check();
    expect([account.id, account.missing]).toEqual([portal.hubspot.portals.main, []]);
    expect((await read()).gaps).toEqual([]);
    const other = { ...portal.ref(id), account: portal.hubspot.portals.other };
    expect(
      await problemOf(portal.open('full', { account: null }).read(other, () => undefined)),
    ).toMatchObject({
      kind: 'wrong-account',
    });
  });

  it('of which nothing is listed either belongs to the portal of the page, and that is said', async () => {
    portal.hubspot.settings.listsScopes = false;
    const { main } = portal.hubspot.portals;
    const account = await opened(null, main).check();
    expect(account.id).toBe(main);
    expect(account.missing).toEqual([
      { scope: 'oauth', need: 'should', purpose: expect.stringContaining('the portal of the open page') },
    ]);
    const seen = await opened(main, null).read(portal.ref(id), () => undefined);
    expect([seen.name, seen.gaps]).toEqual(['Ada', []]);
    expect(await opened(main, null).whose?.()).toBe(main);
  });

  it('without any page asks for one', async () => {
    portal.hubspot.settings.listsScopes = false;
    expect((await problemOf(opened(null, null).check())).message).toMatch(/Open a page of that portal/);
  });
});

it('leads beyond one page are read by their own time', async () => {
  portal.hubspot.settings.associationPage = 1;
  const to = [{ type: 'contacts' as const, id }];
  portal.hubspot.create('leads', { hs_lead_name: 'Ada again', hs_lead_label: 'COLD' }, to);
  const seen = await read();
  expect(seen.gaps.filter(({ what }) => what === 'The lead record')).toEqual([]);
  expect(factValues(seen)['lead.rating']).toBe('cold');
});
