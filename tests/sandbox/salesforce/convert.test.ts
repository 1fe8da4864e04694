// Converting leads through jsforce's SOAP: every way to do it, and every reason why it can't be done.
import type { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { call, connect, failure, leadToSandbox } from './client';

let sandbox: Sandbox;
let connection: Connection;
let lead: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => {
  lead = sandbox.salesforce.create('Lead', {
    FirstName: 'Conny',
    LastName: 'Vert',
    Company: 'Vert GmbH',
    Email: 'conny@vert.example',
    Title: 'COO',
    Country: 'Germany',
    LeadSource: 'Web',
    OwnerId: sandbox.salesforce.user('lena').id,
  }).id;
});
afterEach(() => {
  sandbox.salesforce.resetSettings();
  sandbox.salesforce.faults.clear();
});

const convert = (more: Record<string, unknown> = {}, by = connection) =>
  by.soap.convertLead({
    leadId: lead,
    convertedStatus: 'Closed - Converted',
    doNotCreateOpportunity: false,
    ...more,
  });
const refused = async (more: Record<string, unknown> = {}, by = connection) => {
  const result = await convert(more, by);
  expect(result.success).toBe(false);
  return [result.errors].flat().map((error) => error.statusCode);
};

test('a new account, contact and opportunity; what happened with the lead moves along', async () => {
  const task = sandbox.salesforce.create('Task', { Subject: 'Talk', Status: 'Completed', WhoId: lead });
  const result = await convert({ opportunityName: 'Vert – pilot' });
  expect(result).toMatchObject({ success: true, leadId: lead });
  const { accountId, contactId, opportunityId } = result;
  expect(sandbox.salesforce.account(accountId ?? '').values).toMatchObject({
    Name: 'Vert GmbH',
    BillingCountry: 'Germany',
  });
  expect(sandbox.salesforce.contact(contactId ?? '').values).toMatchObject({
    Name: 'Conny Vert',
    Title: 'COO',
    AccountId: accountId,
  });
  expect(sandbox.salesforce.opportunity(opportunityId ?? '').values).toMatchObject({
    Name: 'Vert – pilot',
    StageName: 'Prospecting',
    ContactId: contactId,
  });
  expect(sandbox.salesforce.roles(opportunityId ?? '')).toMatchObject([
    { values: { IsPrimary: true, ContactId: contactId } },
  ]);
  expect(sandbox.salesforce.lead(lead).values).toMatchObject({
    IsConverted: true,
    Status: 'Closed - Converted',
    ConvertedOpportunityId: opportunityId,
  });
  expect(sandbox.salesforce.record('Task', task.id)?.values).toMatchObject({
    WhoId: contactId,
    AccountId: accountId,
  });
  expect(sandbox.salesforce.history('Lead', lead).map((row) => row.values.Field)).toContain('leadConverted');
});

test('into an account and a contact that are there: they keep their values, gaps are filled', async () => {
  const { account, buyer } = sandbox.salesforce.people;
  const before = sandbox.salesforce.contact(buyer.id).values;
  const contacts = sandbox.salesforce.all('Contact').length;
  const result = await convert({ accountId: account.id, contactId: buyer.id, doNotCreateOpportunity: true });
  expect(result).toMatchObject({ success: true, accountId: account.id, contactId: buyer.id });
  expect(result.opportunityId ?? null).toBeNull();
  expect(sandbox.salesforce.contact(buyer.id).values).toMatchObject({
    Name: before.Name,
    Title: before.Title,
  });
  expect(sandbox.salesforce.all('Contact')).toHaveLength(contacts);
});

test('into an existing account with a new contact', async () => {
  const { account } = sandbox.salesforce.people;
  const result = await convert({ accountId: account.id, doNotCreateOpportunity: true });
  expect(sandbox.salesforce.contact(result.contactId ?? '').values.AccountId).toBe(account.id);
});

test("a queue's lead needs an owner", async () => {
  const { queueLead } = sandbox.salesforce.people;
  expect(await refused({ leadId: queueLead.id })).toEqual(['FIELD_INTEGRITY_EXCEPTION']);
  const owner = sandbox.salesforce.user('marcus').id;
  const result = await convert({ leadId: queueLead.id, ownerId: owner });
  expect(sandbox.salesforce.opportunity(result.opportunityId ?? '').values.OwnerId).toBe(owner);
});

test('it happens once, and the lead is shut after it', async () => {
  await convert();
  expect(await refused()).toEqual(['CANNOT_UPDATE_CONVERTED_LEAD']);
  const update = connection.sobject('Lead').update({ Id: lead, Status: 'Nurture' });
  expect((await failure(update)).code).toBe('CANNOT_UPDATE_CONVERTED_LEAD');
});

test('what it refuses leaves nothing behind', async () => {
  const { settings, people } = sandbox.salesforce;
  const counts = () =>
    (['Account', 'Contact', 'Opportunity'] as const).map((object) => sandbox.salesforce.all(object).length);
  const before = counts();
  expect(await refused({ convertedStatus: 'Nurture' })).toEqual(['INVALID_STATUS']);
  expect(await refused({ contactId: people.buyer.id })).toEqual(['REQUIRED_FIELD_MISSING']);
  expect(await refused({ accountId: people.emptyAccount.id, contactId: people.buyer.id })).toEqual([
    'FIELD_INTEGRITY_EXCEPTION',
  ]);
  expect(await refused({ leadId: people.archived.id })).toEqual(['ENTITY_IS_DELETED']);
  expect(await refused({}, connect(sandbox, 'noConvert'))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  expect(await refused({}, connect(sandbox, 'reader'))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  settings.noCreate = [{ object: 'Opportunity' }];
  expect(await refused()).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  settings.noCreate = [];
  settings.rules = [
    {
      object: 'Opportunity',
      when: [{ field: 'Amount', blank: true }],
      message: 'Amount is needed.',
      errorDisplayField: 'Amount',
    },
  ];
  expect(await refused()).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION']);
  expect(counts()).toEqual(before);
  expect(sandbox.salesforce.lead(lead).values.IsConverted).toBe(false);
});

test('duplicates of the account or contact stop it', async () => {
  const { ann } = sandbox.salesforce.people;
  sandbox.salesforce.settings.duplicates = [
    { object: 'Account', fields: ['Name'], rule: 'Same_name', saveAllowed: true },
  ];
  expect(await refused({ leadId: ann.id })).toEqual(['DUPLICATES_DETECTED']);
  const told = await convert({ leadId: ann.id });
  const account = sandbox.salesforce
    .all('Account')
    .find(({ values }) => values.Name === 'Northwind Logistics');
  expect(JSON.stringify(told.errors)).toContain(`"sf:Id":"${account?.id}"`);
});

test('each bypass lets its own duplicates through, where the rule lets anyone', async () => {
  const { buyer, account } = sandbox.salesforce.people;
  const { Email } = sandbox.salesforce.contact(buyer.id).values;
  const { Name } = sandbox.salesforce.account(account.id).values;
  sandbox.salesforce.patch('Lead', lead, { Email: Email ?? null, Company: Name ?? null });
  const rules = (saveAllowed: boolean) =>
    (
      [
        ['Account', 'Name'],
        ['Contact', 'Email'],
      ] as const
    ).map(([object, field]) => ({ object, fields: [field], rule: `Same_${field}`, saveAllowed }));
  const both = { bypassAccountDedupeCheck: true, bypassContactDedupeCheck: true };
  sandbox.salesforce.settings.duplicates = rules(false);
  expect(await refused(both)).toEqual(['DUPLICATES_DETECTED']);
  sandbox.salesforce.settings.duplicates = rules(true);
  expect(await refused({ bypassAccountDedupeCheck: true })).toEqual(['DUPLICATES_DETECTED']);
  expect(await refused({ bypassContactDedupeCheck: true })).toEqual(['DUPLICATES_DETECTED']);
  expect(await convert(both)).toMatchObject({ success: true });
});

test('bad sessions are faults, and tokens that are JWTs are refused', async () => {
  const fault = await failure(convert({}, connect(sandbox, 'expired')));
  expect(fault.code).toBe('sf:INVALID_SESSION_ID');
  const jwt = connect(sandbox, `${btoa('{"alg":"RS256"}')}.${btoa('{}')}.x`);
  await expect(convert({}, jwt)).rejects.toThrow('JWT');
  const envelope =
    '<e:Envelope xmlns:e="x"><e:Header><SessionHeader><sessionId>eyJ.eyJ.x</sessionId></SessionHeader></e:Header><e:Body/></e:Envelope>';
  const answer = await call(sandbox, '/services/Soap/u/66.0', {
    method: 'POST',
    body: envelope,
    headers: { 'content-type': 'text/xml' },
  });
  expect(answer.status).toBe(500);
  expect(answer.body).toContain('INVALID_SESSION_ID');
});

test('the answer may be lost after it has happened', async () => {
  sandbox.salesforce.faults.arm({ path: /Soap/, times: 1, do: 'dropAfter' });
  await call(sandbox, '/services/Soap/u/66.0', {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: `<E><Header><SessionHeader><sessionId>${sandbox.salesforce.tokens.lena}</sessionId></SessionHeader></Header><Body><convertLead><leadConverts><leadId>${lead}</leadId><convertedStatus>Closed - Converted</convertedStatus></leadConverts></convertLead></Body></E>`,
  }).catch(() => null);
  expect(sandbox.salesforce.lead(lead).values.IsConverted).toBe(true);
});
