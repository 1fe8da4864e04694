// Reading a contact: two round trips, everything in its place, gaps where the key may not look.
import { beforeEach, describe, expect, it } from 'vitest';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import type { Snapshot } from '@/lib/record/snapshot';
import { textToHtml } from '@/lib/util/html';
import { factValues, problemOf, sandboxPortal } from './portal';

const portal = sandboxPortal();
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
// Read once, so that the same day is the same time however long a test takes.
const start = Date.now();
const at = (daysAgo: number) => new Date(start - daysAgo * 86_400_000).toISOString();

let id = '';
let company = '';
let read: Snapshot[] = [];
const onPart = (snapshot: Snapshot) => void read.push(snapshot);

beforeEach(() => {
  read = [];
  const { hubspot } = portal;
  company = hubspot.create('companies', {
    name: 'Northwind',
    domain: 'northwind.example',
    industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
    numberofemployees: '240',
    city: 'Rotterdam',
    country: 'Netherlands',
  }).id;
  id = hubspot.create(
    'contacts',
    {
      firstname: 'Ada',
      lastname: 'Okafor',
      email: `ada${company}@northwind.example`,
      jobtitle: 'VP <b>Ops</b>',
    },
    [{ type: 'companies', id: company }],
  ).id;
  hubspot.clearRequests();
});

describe('a read', () => {
  it('paints first what the contact says itself, then all around it', async () => {
    const to = [{ type: 'contacts' as const, id }];
    const { hubspot } = portal;
    hubspot.create(
      'calls',
      { hs_timestamp: at(9), hs_call_direction: 'INBOUND', hs_call_disposition: '' },
      to,
    );
    hubspot.create(
      'calls',
      { hs_timestamp: at(4), hs_call_direction: 'OUTBOUND', hs_call_disposition: CONNECTED },
      to,
    );
    hubspot.create('meetings', { hs_timestamp: at(3), hs_meeting_outcome: 'COMPLETED' }, to);
    hubspot.create('meetings', { hs_timestamp: at(1), hs_meeting_outcome: 'NO_SHOW' }, to);
    hubspot.create('emails', { hs_timestamp: at(2), hs_email_direction: 'INCOMING_EMAIL' }, to);
    hubspot.clearRequests();

    const whole = await portal.open().read(portal.ref(id), onPart);
    const [first] = read;
    expect(read).toHaveLength(1);
    expect(first).toMatchObject({
      complete: false,
      name: 'Ada Okafor',
      title: 'VP <b>Ops</b>',
      mergedFrom: null,
    });
    expect(first?.stages.map((one) => one.field)).toEqual(['lifecyclestage', 'hs_lead_status']);
    expect(whole).toMatchObject({
      complete: true,
      crmName: 'HubSpot',
      url: hubspot.recordUrl('contacts', id),
      company: { name: 'Northwind', ref: portal.ref(company, 'companies') },
      gaps: [],
    });
    expect(whole.company?.detail).toMatch(/^240 people · .+ · Rotterdam · Netherlands$/);
    expect(factValues(whole)).toMatchObject({
      'person.title': 'VP <b>Ops</b>',
      'company.employees': 240,
      'company.country': 'Netherlands',
      'deals.total': 0,
      'deals.open': 0,
    });
    const values = factValues(whole);
    expect(String(values['engagement.lastInboundCallAt']).slice(0, 10)).toBe(at(9).slice(0, 10));
    expect(String(values['engagement.lastConnectedCallAt']).slice(0, 10)).toBe(at(4).slice(0, 10));
    expect(String(values['engagement.lastMeetingHeldAt']).slice(0, 10)).toBe(at(3).slice(0, 10));
    expect(String(values['engagement.lastIncomingEmailAt']).slice(0, 10)).toBe(at(2).slice(0, 10));
  });

  it('takes two round trips: nothing of the second depends on more than the first', async () => {
    await portal.open().read(portal.ref(id), onPart);
    const paths = portal.hubspot.requests.map((one) => `${one.method} ${one.path}`);
    expect(paths.filter((path) => path.endsWith(`/contacts/${id}`))).toHaveLength(1);
    expect(paths.filter((path) => path.includes('batch/read')).length).toBeLessThanOrEqual(6);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("gives a team's own fields, and nothing for unknown ones", async () => {
    const asked = ['hubspot:contacts.jobtitle', 'hubspot:contacts.no_such_thing', 'hubspot:companies.domain'];
    const whole = await portal.open().read(portal.ref(id), onPart, asked);
    const values = factValues(whole);
    expect(values['hubspot:contacts.jobtitle']).toBe('VP <b>Ops</b>');
    expect(values['hubspot:companies.domain']).toBe('northwind.example');
    expect(Object.keys(values)).not.toContain('hubspot:contacts.no_such_thing');
  });

  it('gives the answers that the newest Stagecheck note recorded', async () => {
    const line = (by: string, value: string, daysAgo: number) =>
      formatRecordLine({
        id: crypto.randomUUID(),
        at: at(daysAgo),
        by,
        owner: '1',
        playbook: { id: 'default', version: '1.0.0', hash: 'x' },
        supported: null,
        decision: { kind: 'stage', stage: 'lead', override: null },
        of: [{ crm: 'hubspot', object: 'contacts', id }],
        answers: { pain: { value, from: 'rep', at: at(daysAgo), by, quote: 'we <lose> & wait' } },
      });
    const to = [{ type: 'contacts' as const, id }];
    const note = (text: string, daysAgo: number) =>
      portal.hubspot.create(
        'notes',
        { hs_timestamp: at(daysAgo), hs_note_body: textToHtml(text) },
        to,
        portal.hubspot.portals.main,
        portal.hubspot.writer('full'),
      );
    note(`Older\nEvidence (Stagecheck)\n${line('Max', 'no', 30)}`, 30);
    note(`Spoke today\nEvidence (Stagecheck)\n${line('Rae', 'yes', 2)}`, 2);
    note('Someone wrote a plain note', 1);
    const whole = await portal.open().read(portal.ref(id), onPart);
    expect(read[0]?.earlier).toEqual([]);
    expect(whole.earlier).toEqual([
      expect.objectContaining({ criterion: 'pain', value: 'yes', by: 'Rae', quote: 'we <lose> & wait' }),
    ]);
    expect(whole.earlier[0]?.url).toContain(`/record/0-1/${id}/?engagement=`);
  });

  it('tells stages with label and since when', async () => {
    portal.hubspot.patchContact(id, { lifecyclestage: 'opportunity' });
    const whole = await portal.open().read(portal.ref(id), onPart);
    const stage = whole.stages.find((one) => one.field === 'lifecyclestage');
    expect(stage).toMatchObject({ value: 'opportunity', text: 'Opportunity' });
    expect(stage?.since).not.toBeNull();
  });

  it('counts deals, open ones first', async () => {
    const to = [{ type: 'contacts' as const, id }];
    const closed = { dealname: 'Old', pipeline: 'default', dealstage: 'closedlost' };
    portal.hubspot.create('deals', closed, to);
    portal.hubspot.create(
      'deals',
      { dealname: 'New', pipeline: 'default', dealstage: 'appointmentscheduled' },
      to,
    );
    const whole = await portal.open().read(portal.ref(id), onPart);
    expect(whole.deals.map((one) => [one.name, one.open])).toEqual([
      ['New', true],
      ['Old', false],
    ]);
    expect(factValues(whole)).toMatchObject({ 'deals.total': 2, 'deals.open': 1 });
  });
});

describe('what the key may not see', () => {
  it.each([
    ['noCompanies', 'The company'],
    ['noDeals', 'Deals'],
    ['noLeads', 'The lead record'],
  ] as const)('%s leaves a gap and the rest is there', async (key, what) => {
    const to = [{ type: 'contacts' as const, id }];
    const deal = { dealname: 'Old', pipeline: 'default', dealstage: 'appointmentscheduled' };
    if (key === 'noDeals') portal.hubspot.create('deals', deal, to);
    if (key === 'noLeads') portal.hubspot.create('leads', { hs_lead_name: 'Ada' }, to);
    const whole = await portal.open(key).read(portal.ref(id), onPart);
    expect(whole.complete).toBe(true);
    expect(whole.name).toBe('Ada Okafor');
    expect(whole.gaps.map((gap) => gap.what)).toEqual([what]);
    expect(whole.gaps[0]?.why).toContain('crm.objects.');
  });

  it('an association that makes HubSpot refuse the whole contact is done without', async () => {
    const body = {
      category: 'MISSING_SCOPES',
      message: 'missing',
      errors: [{ message: 'x', context: { requiredGranularScopes: ['crm.objects.deals.read'] } }],
    };
    portal.hubspot.faults.arm({
      path: /contacts\/\d+\?.*associations=deals/,
      times: 9,
      do: { status: 403, body },
    });
    const session = portal.open();
    const whole = await session.read(portal.ref(id), onPart);
    expect(whole.gaps).toEqual([
      { what: 'Deals', why: 'the key lacks crm.objects.deals.read; an admin can add it in HubSpot' },
    ]);
    expect(whole.company?.name).toBe('Northwind');
    portal.hubspot.clearRequests();
    await session.read(portal.ref(id), onPart);
    expect(portal.hubspot.requests.filter((one) => one.query.includes('associations=deals'))).toEqual([]);
  });

  it('deals that HubSpot counts and does not show are a gap, not none', async () => {
    const session = portal.open();
    const parts = { id, properties: { num_associated_deals: '3', associatedcompanyid: company } };
    portal.hubspot.faults.arm({ path: /contacts\/\d+\?/, times: 1, do: { status: 200, body: parts } });
    const whole = await session.read(portal.ref(id), onPart);
    expect(factValues(whole)['deals.total']).toBe(3);
    expect(factValues(whole)).not.toHaveProperty('deals.open');
    expect(whole.gaps.map((gap) => gap.what)).toEqual(['Deals']);
    expect(whole.company?.name).toBe('Northwind');
  });

  it('an unknown association is done without as well', async () => {
    const body = { category: 'VALIDATION_ERROR', message: 'Unable to infer object type from: leads' };
    portal.hubspot.faults.arm({ path: /associations=leads/, times: 1, do: { status: 400, body } });
    const whole = await portal.open().read(portal.ref(id), onPart);
    expect(whole.gaps.map((gap) => gap.what)).toEqual(['The lead record']);
  });

  it('a part that fails leaves a gap', async () => {
    portal.hubspot.faults.arm({ path: /companies\/batch\/read/, times: 9, do: { status: 500 } });
    const whole = await portal.open().read(portal.ref(id), onPart);
    expect(whole.gaps.map((gap) => gap.what)).toEqual(['The company']);
    expect(whole.complete).toBe(true);
  });
});

describe('bad days', () => {
  it('deleted: gone', async () => {
    portal.hubspot.archive('contacts', id);
    expect(await problemOf(portal.open().read(portal.ref(id), onPart))).toMatchObject({ kind: 'gone' });
    expect(read).toEqual([]);
  });

  it('merged: the survivor, and what it came from', async () => {
    const other = portal.hubspot.create('contacts', { email: `b${id}@northwind.example` }).id;
    const survivor = portal.hubspot.merge('contacts', other, id).id;
    const whole = await portal.open().read(portal.ref(id), onPart);
    expect(whole).toMatchObject({ mergedFrom: id, ref: portal.ref(survivor) });
    expect(await problemOf(portal.open().stageValues(portal.ref(id), ['lifecyclestage']))).toMatchObject({
      kind: 'merged',
      mergedInto: survivor,
    });
  });

  it("another portal's page is refused before anything is sent", async () => {
    const ref = { ...portal.ref(id), account: portal.hubspot.portals.other };
    expect(await problemOf(portal.open().read(ref, onPart))).toEqual({
      kind: 'wrong-account',
      message: expect.stringContaining(portal.hubspot.portals.other),
      accounts: { page: portal.hubspot.portals.other, key: portal.hubspot.portals.main },
    });
  });

  it("another portal's key is found out, and tells nothing of the record", async () => {
    const session = portal.open('otherPortal', { account: null });
    expect(await problemOf(session.read(portal.ref(id), onPart))).toMatchObject({
      kind: 'wrong-account',
      accounts: { page: portal.hubspot.portals.main, key: portal.hubspot.portals.other },
    });
    expect(read).toEqual([]);
  });

  it.each(['expired', 'revoked'] as const)('%s: key-refused', async (key) => {
    expect(await problemOf(portal.open(key).read(portal.ref(id), onPart))).toMatchObject({
      kind: 'key-refused',
    });
  });

  it('a page instead of an answer: odd', async () => {
    portal.hubspot.faults.arm({ path: /contacts\/\d+\?/, times: 9, do: 'html' });
    expect(await problemOf(portal.open().read(portal.ref(id), onPart))).toMatchObject({ kind: 'odd-answer' });
  });

  it('silence: timeout', async () => {
    portal.hubspot.faults.arm({ path: /contacts\/\d+\?/, times: 9, do: { silentMs: 40_000 } });
    const session = portal.open('full', { timeoutMs: 100 });
    expect(await problemOf(session.read(portal.ref(id), onPart))).toMatchObject({ kind: 'timeout' });
  });

  it('a cut line heals by itself', async () => {
    portal.hubspot.faults.arm({ path: /contacts\/\d+\?/, times: 1, do: 'drop' });
    expect((await portal.open().read(portal.ref(id), onPart)).complete).toBe(true);
  });

  it('429 once heals by itself', async () => {
    const headers = { 'retry-after': '1' };
    portal.hubspot.faults.arm({ path: /contacts\/\d+\?/, times: 1, do: { status: 429, body: {}, headers } });
    expect((await portal.open().read(portal.ref(id), onPart)).complete).toBe(true);
  });
});
