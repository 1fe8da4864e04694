// The seed: the same people as HubSpot's, the same each time, ids that hold, a cast that is what it says.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { makeId, to18 } from './ids';

const NOW = new Date('2026-11-21T12:00:00.000Z');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
});
afterAll(() => sandbox.close());

test('ids have the checksum that Salesforce gives them', () => {
  expect(to18('a0D30000001n7Pi')).toBe('a0D30000001n7PiEAI');
  expect(to18('500x000000003TR')).toBe('500x000000003TRAAY');
  expect(to18('a0D30000001n7PiEAJ')).toBeNull();
  expect(to18('012000000000000')).toBe('012000000000000AAA');
  expect(to18(makeId('00Q', '5e', 123_456_789))).toBe(makeId('00Q', '5e', 123_456_789));
  for (const lead of sandbox.salesforce.all('Lead')) expect(to18(lead.id.slice(0, 15))).toBe(lead.id);
});

test('at least 200 people are in both CRMs, leads and contacts, with the same name, company and signals', () => {
  const { hubspot, salesforce } = sandbox;
  expect(salesforce.pairs.length).toBeGreaterThan(300);
  const same = salesforce.pairs.filter((pair) => pair.differs.length === 0);
  expect(same.length).toBeGreaterThanOrEqual(200);
  for (const object of ['Lead', 'Contact'])
    expect(same.filter((pair) => pair.object === object).length).toBeGreaterThan(60);
  const incoming = new Map(salesforce.all('EmailMessage').map((message) => [message.id, message.values]));
  const relations = salesforce.all('EmailMessageRelation');
  for (const pair of same) {
    const from = hubspot.contact(pair.hubspotId).properties;
    const to = salesforce.record(pair.object, pair.salesforceId)?.values ?? {};
    expect([to.Email, to.Title ?? '', to.FirstName ?? '']).toEqual([
      from.email,
      from.jobtitle ?? '',
      from.firstname ?? '',
    ]);
    const replies = relations
      .filter((row) => row.values.RelationId === pair.salesforceId)
      .map((row) => incoming.get(String(row.values.EmailMessageId)))
      .filter((message) => message?.Incoming === true)
      .map((message) => String(message?.MessageDate))
      .sort();
    expect(replies.at(-1)?.slice(0, 19)).toBe(from.hs_sales_email_last_replied?.slice(0, 19));
    const calls = hubspot.associated('contacts', pair.hubspotId, 'calls').length;
    expect(
      salesforce.tasks(pair.salesforceId).filter((task) => task.values.TaskSubtype === 'Call'),
    ).toHaveLength(calls);
    const [company] = hubspot.associated('contacts', pair.hubspotId, 'companies');
    const account = typeof to.AccountId === 'string' ? salesforce.account(to.AccountId).values : to;
    expect(String(account.NumberOfEmployees ?? '')).toBe(company?.properties.numberofemployees ?? '');
  }
});

test('the same seed and present give the same org, another seed another', async () => {
  const same = await startSandbox({ now: NOW });
  expect(same.salesforce.all('Lead')).toEqual(sandbox.salesforce.all('Lead'));
  expect(same.salesforce.tokens).toEqual(sandbox.salesforce.tokens);
  await same.close();
  const other = await startSandbox({ now: NOW, seed: 5 });
  expect(other.salesforce.tokens).not.toEqual(sandbox.salesforce.tokens);
  await other.close();
});

test('what the seed holds keeps the org’s own rules', () => {
  const { salesforce } = sandbox;
  const statuses = salesforce.all('LeadStatus').map((status) => status.values.ApiName);
  for (const lead of salesforce.all('Lead')) {
    expect(statuses).toContain(lead.values.Status);
    expect(lead.values.LastName).toBeTruthy();
    expect(lead.values.Company).toBeTruthy();
    expect(String(lead.values.CreatedDate) <= NOW.toISOString()).toBe(true);
  }
  for (const deal of salesforce.all('Opportunity')) expect(deal.values.Probability).toBeTypeOf('number');
  for (const role of salesforce.all('OpportunityContactRole'))
    expect(salesforce.record('Contact', String(role.values.ContactId))).not.toBeNull();
});

test('the cast is what it says it is', () => {
  const { people, lead, contact, record } = sandbox.salesforce;
  expect(lead(people.ann.id).values).toMatchObject({
    Title: 'Chief Operating Officer',
    IsConverted: false,
    Status: 'Working - Contacted',
  });
  expect(String(lead(people.queueLead.id).values.OwnerId)).toMatch(/^00G/);
  expect(lead(people.converted.id).values).toMatchObject({
    IsConverted: true,
    ConvertedContactId: people.convertedContact.id,
  });
  expect(lead(people.archived.id).deleted).toBe(true);
  expect(lead(people.duplicate.id).values.Email).toBe(contact(people.buyer.id).values.Email);
  expect(sandbox.salesforce.roles(people.opportunity.id)).toMatchObject([
    { values: { ContactId: people.buyer.id, IsPrimary: true, Role: 'Decision Maker' } },
  ]);
  expect(sandbox.salesforce.roles(people.roleless.id)).toEqual([]);
  expect(contact(people.lonely.id).values).not.toHaveProperty('AccountId');
  expect(sandbox.salesforce.opportunity(people.closedOpportunity.id).values.IsClosed).toBe(true);
  const names = sandbox.salesforce.all('Account').map((account) => String(account.values.Name).toLowerCase());
  expect(names).toContain(String(lead(people.knownByName.id).values.Company).toLowerCase());
  expect(record('Lead', people.uatLead.id)).toBeNull();
  expect(record('Lead', people.uatLead.id, 'uat')).not.toBeNull();
  expect(people.uatLead.url).toContain('acme--uat.sandbox.lightning.force.com');
});
