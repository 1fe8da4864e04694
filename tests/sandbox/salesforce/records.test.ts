// Records through jsforce: create, read, change, delete, upsert, collections, and the time of the last change.
import type { Connection } from 'jsforce';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { call, connect, failure, leadToSandbox } from './client';

let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());
const lead = (more: Record<string, unknown> = {}) => ({ LastName: 'Tester', Company: 'Test Ltd', ...more });

test('create, read, change and delete', async () => {
  const headers = { 'Sforce-Auto-Assign': 'FALSE' };
  const made = await connection.sobject('Lead').create(lead({ FirstName: 'Tilda' }), { headers });
  expect(made).toMatchObject({ success: true, errors: [] });
  const id = made.id ?? '';
  expect(id).toMatch(/^00Q[0-9a-zA-Z]{15}$/);
  const read = await connection.sobject('Lead').retrieve(id.slice(0, 15));
  expect(read).toMatchObject({
    Id: id,
    Name: 'Tilda Tester',
    Status: 'Open - Not Contacted',
    IsConverted: false,
  });
  expect(read.OwnerId).toBe(sandbox.salesforce.user('lena').id);
  const changed = await connection
    .sobject('Lead')
    .update({ Id: id, Rating: 'Hot', Status: 'Working - Contacted' });
  expect(changed).toMatchObject({ id, success: true });
  const rows = sandbox.salesforce
    .history('Lead', id)
    .map(({ values }) => [values.Field, values.OldValue, values.NewValue]);
  expect(rows).toContainEqual(['Status', 'Open - Not Contacted', 'Working - Contacted']);
  expect(rows).toContainEqual(['Rating', undefined, 'Hot']);
  await connection.sobject('Lead').destroy(id);
  expect((await failure(connection.sobject('Lead').retrieve(id))).code).toBe('ENTITY_IS_DELETED');
  expect((await failure(connection.sobject('Lead').update({ Id: id, Rating: 'Cold' }))).code).toBe(
    'ENTITY_IS_DELETED',
  );
  expect((await failure(connection.sobject('Lead').retrieve('00Q5e0000000001EAA'))).code).toBe('NOT_FOUND');
});

test('an assignment rule takes a lead at each save that does not say otherwise', async () => {
  const queue = sandbox.salesforce
    .all('Group')
    .find(({ values }) => values.DeveloperName === 'Inbound_leads');
  const made = await connection.sobject('Lead').create(lead());
  const owner = async () => (await connection.sobject('Lead').retrieve(made.id ?? '')).OwnerId;
  expect(await owner()).toBe(queue?.id);
  const lena = sandbox.salesforce.user('lena').id;
  const change = { Id: made.id ?? '', OwnerId: lena };
  await connection.sobject('Lead').update(change, { headers: { 'Sforce-Auto-Assign': 'false' } });
  expect(await owner()).toBe(lena);
  await connection.sobject('Lead').update({ Id: made.id ?? '', Rating: 'Hot' });
  expect(await owner()).toBe(queue?.id);
});

test('what follows from a write is worked out', async () => {
  const { account, buyer } = sandbox.salesforce.people;
  const made = await connection.sobject('Opportunity').create({
    Name: 'Pilot',
    StageName: 'Value Proposition',
    CloseDate: '2027-01-31',
    AccountId: account.id,
  });
  const deal = () => sandbox.salesforce.opportunity(made.id ?? '').values;
  expect(deal()).toMatchObject({ Probability: 50, IsClosed: false, ForecastCategory: 'Pipeline' });
  await connection.sobject('Opportunity').update({ Id: made.id ?? '', StageName: 'Closed Won' });
  expect(deal()).toMatchObject({ Probability: 100, IsClosed: true, IsWon: true });
  for (const [Role, IsPrimary] of [
    ['Evaluator', true],
    ['Economic Buyer', true],
  ] as const)
    await connection
      .sobject('OpportunityContactRole')
      .create({ OpportunityId: made.id, ContactId: buyer.id, Role, IsPrimary });
  const roles = sandbox.salesforce.roles(made.id ?? '').filter((role) => role.values.IsPrimary);
  expect(roles.map((role) => role.values.Role)).toEqual(['Economic Buyer']);
  const task = await connection
    .sobject('Task')
    .create({ Subject: 'Done', Status: 'Completed', WhoId: buyer.id, WhatId: made.id });
  const [row] = (
    await connection.query(`SELECT IsClosed, AccountId, Account.Name FROM Task WHERE Id = '${task.id}'`)
  ).records;
  expect(row).toMatchObject({ IsClosed: true, AccountId: account.id });
});

test('upsert by an external id makes once and changes after', async () => {
  const leads = connection.sobject('Lead');
  const first = await leads.upsert(lead({ Legacy_Id__c: 'once-1' }), 'Legacy_Id__c');
  const second = await leads.upsert({ Legacy_Id__c: 'once-1', Title: 'Boss' }, 'Legacy_Id__c');
  expect(second.id).toBe(first.id);
  expect(sandbox.salesforce.lead(first.id ?? '').values).toMatchObject({ Title: 'Boss', LastName: 'Tester' });
  expect((await failure(leads.upsert(lead({ Email: 'a@b.example' }), 'Email'))).code).toBe('NOT_FOUND');
});

test('collections: each for itself, or all or nothing', async () => {
  const before = sandbox.salesforce.all('Lead').length;
  const records = [lead(), { LastName: 'No company' }];
  const loose = await connection.sobject('Lead').create(records, { allOrNone: false });
  expect(loose.map((one) => one.success)).toEqual([true, false]);
  expect(sandbox.salesforce.all('Lead')).toHaveLength(before + 1);
  const strict = await connection.sobject('Lead').create(records, { allOrNone: true });
  expect(strict.map((one) => one.success)).toEqual([false, false]);
  expect(JSON.stringify(strict)).toContain('ALL_OR_NONE_OPERATION_ROLLED_BACK');
  expect(sandbox.salesforce.all('Lead')).toHaveLength(before + 1);
});

test('If-Unmodified-Since refuses what was changed since, in whole seconds', async () => {
  const { noReply } = sandbox.salesforce.people;
  const path = `/services/data/v66.0/sobjects/Lead/${noReply.id}`;
  const since = (date: Date) => ({
    method: 'PATCH',
    body: '{"Rating":"Warm"}',
    headers: { 'if-unmodified-since': date.toUTCString() },
  });
  expect((await call(sandbox, path, since(new Date('2020-01-01')))).status).toBe(412);
  const modified = new Date(String(sandbox.salesforce.lead(noReply.id).values.LastModifiedDate));
  expect(modified.getMilliseconds()).toBe(0);
  expect((await call(sandbox, path, since(modified))).status).toBe(204);
  const stamp = String(sandbox.salesforce.lead(noReply.id).values.SystemModstamp);
  expect(stamp.endsWith('.000Z')).toBe(true);
});

test('every answer tells how many calls are used', async () => {
  const first = await call(sandbox, '/services/data/v66.0/limits');
  const second = await call(sandbox, '/services/data/v66.0/limits');
  const used = (answer: typeof first) =>
    Number(/^api-usage=(\d+)\/100000$/.exec(answer.headers.get('sforce-limit-info') ?? '')?.[1]);
  expect(used(second)).toBe(used(first) + 1);
  await connection.query('SELECT Id FROM Lead LIMIT 1');
  expect(connection.limitInfo.apiUsage).toMatchObject({ limit: 100_000 });
});
