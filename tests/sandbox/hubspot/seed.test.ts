// The seed: enough of everything, the same each time, consistent in itself, and as messy as it says.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';

const NOW = new Date('2026-11-21T12:00:00.000Z');
let sandbox: Sandbox;
let hubspot: Sandbox['hubspot'];
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  hubspot = sandbox.hubspot;
});
afterAll(() => sandbox.close());

test('there are enough contacts, companies, owners and deals', () => {
  expect(hubspot.all('contacts').length).toBeGreaterThanOrEqual(300);
  expect(hubspot.all('companies').length).toBeGreaterThanOrEqual(90);
  expect(hubspot.owners().filter((owner) => !owner.archived).length).toBeGreaterThanOrEqual(10);
  expect(hubspot.all('deals').length).toBeGreaterThanOrEqual(40);
  for (const type of ['calls', 'meetings', 'emails', 'notes'] as const) {
    expect(hubspot.all(type).length).toBeGreaterThanOrEqual(20);
  }
});

test('the same seed and present give the same portal, another seed another', async () => {
  const same = await startSandbox({ now: NOW });
  expect(same.hubspot.all('contacts')).toEqual(hubspot.all('contacts'));
  expect(same.hubspot.keys).toEqual(hubspot.keys);
  const other = await startSandbox({ now: NOW, seed: 5 });
  expect(other.hubspot.all('contacts')).not.toEqual(hubspot.all('contacts'));
  expect(other.hubspot.keys).not.toEqual(hubspot.keys);
  await same.close();
  await other.close();
});

test('every option, owner and stage that is set exists, and nothing but dates lies in the future', () => {
  for (const record of hubspot.all('contacts')) {
    const owner = record.properties.hubspot_owner_id;
    if (owner) expect(hubspot.owners().map((item) => item.id)).toContain(owner);
    for (const versions of Object.values(record.history)) {
      const times = versions.map((version) => version.timestamp);
      expect(times).toEqual([...times].sort().reverse());
      for (const time of times) expect(time <= NOW.toISOString()).toBe(true);
    }
  }
});

test('roll-ups are what the engagements say', () => {
  const { future } = hubspot.people;
  for (const record of hubspot.all('contacts').filter((item) => item.id !== future.id)) {
    const incoming = hubspot
      .associated('contacts', record.id, 'emails')
      .filter((email) => email.properties.hs_email_direction === 'INCOMING_EMAIL')
      .map((email) => email.properties.hs_timestamp ?? '')
      .sort();
    expect(record.properties.hs_sales_email_last_replied).toBe(incoming.at(-1));
    expect(record.properties.hs_email_first_reply_date).toBe(incoming[0]);
    const deals = hubspot.deals(record.id).length;
    expect(Number(record.properties.num_associated_deals ?? 0)).toBe(deals);
  }
});

test('the cast is what it says it is', () => {
  const { people } = hubspot;
  const of = (name: 'ann' | 'stale' | 'longTitle' | 'html' | 'rtl' | 'placeholders' | 'customer' | 'bare') =>
    hubspot.contact(people[name].id).properties;
  const days = (iso: string | undefined) => (NOW.getTime() - Date.parse(iso ?? '')) / 86_400_000;
  expect(days(of('ann').hs_sales_email_last_replied)).toBeGreaterThan(12);
  expect(days(of('ann').hs_sales_email_last_replied)).toBeLessThan(14);
  expect(of('ann')).toMatchObject({ jobtitle: 'Chief Operating Officer', lifecyclestage: 'lead' });
  expect(days(of('stale').hs_sales_email_last_replied)).toBeGreaterThan(365);
  expect(of('longTitle').jobtitle).toHaveLength(10_000);
  expect(of('html').firstname).toContain('<script>');
  expect(of('rtl').firstname).toMatch(/\p{Script=Arabic}/u);
  expect(of('placeholders').jobtitle).toBe('TBD');
  expect(of('customer').lifecyclestage).toBe('customer');
  expect(of('bare')).not.toHaveProperty('email');
  const twins = [people.twinA, people.twinB].map((twin) => hubspot.contact(twin.id));
  expect(new Set(twins.map((twin) => twin.properties.lastname)).size).toBe(1);
  expect(people.twinA.companyId).toBe(people.twinB.companyId);
  expect(hubspot.associated('leads', people.records.lead, 'contacts').map((record) => record.id)).toEqual([
    people.withLead.id,
  ]);
  expect(
    hubspot
      .deals(people.withDeal.id)
      .map((deal) => deal.id)
      .sort(),
  ).toEqual([people.records.deal, people.records.closedDeal].sort());
  expect(hubspot.associated('companies', people.records.emptyCompany, 'contacts')).toEqual([]);
});

test('in the other portal nothing has a stage or status that it does not know', () => {
  for (const record of hubspot.all('contacts', hubspot.portals.other)) {
    expect(record.properties.hs_lead_status).toBeUndefined();
    expect(record.properties.lifecyclestage).not.toBe('salesqualifiedlead');
  }
});
