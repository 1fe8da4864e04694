// Composite requests through jsforce's own request: references, all or nothing, the limit of 25, describe, picklists.
import type { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { codes, composite, connect, failure, idOf, leadToSandbox } from './client';

const BASE = '/services/data/v66.0';
let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());

const deal = (more: Record<string, unknown> = {}) => ({
  method: 'POST',
  url: `${BASE}/sobjects/Opportunity`,
  referenceId: 'deal',
  body: { Name: 'Composite', StageName: 'Prospecting', CloseDate: '2027-03-31', ...more },
});
const role = (contact: string) => ({
  method: 'POST',
  url: `${BASE}/sobjects/OpportunityContactRole`,
  referenceId: 'role',
  body: { OpportunityId: '@{deal.id}', ContactId: contact, Role: 'Decision Maker', IsPrimary: true },
});

test('a later part uses what an earlier one gave, in body and address; one call is counted', async () => {
  const { buyer, account } = sandbox.salesforce.people;
  const before = sandbox.salesforce.settings.calls.used;
  const read = {
    method: 'GET',
    url: `${BASE}/sobjects/Opportunity/@{deal.id}?fields=Name,Account.Name`,
    referenceId: 'read',
  };
  const soql = encodeURIComponent(
    `SELECT Id FROM OpportunityContactRole WHERE OpportunityId = '@{deal.id}'`,
  ).replaceAll('%40%7Bdeal.id%7D', '@{deal.id}');
  const answers = await composite(connection, [
    deal({ AccountId: account.id }),
    role(buyer.id),
    read,
    { method: 'GET', url: `${BASE}/query?q=${soql}`, referenceId: 'found' },
    {
      method: 'PATCH',
      url: `${BASE}/sobjects/OpportunityContactRole/@{found.records[0].Id}`,
      referenceId: 'patched',
      body: { Role: 'Evaluator' },
    },
  ]);
  expect(answers.map((answer) => answer.httpStatusCode)).toEqual([201, 201, 200, 200, 204]);
  const id = idOf(answers[0]?.body);
  expect(answers[0]?.httpHeaders.Location).toBe(`${BASE}/sobjects/Opportunity/${id}`);
  expect(answers[2]?.body).toMatchObject({ Id: id, 'Account.Name': 'Northwind Logistics' });
  expect(sandbox.salesforce.roles(id).map((one) => one.values.Role)).toEqual(['Evaluator']);
  expect(sandbox.salesforce.settings.calls.used).toBe(before + 1);
});

test('all or nothing: one failure undoes the others and halts what follows', async () => {
  const count = sandbox.salesforce.all('Opportunity').length;
  const { buyer } = sandbox.salesforce.people;
  const bad = {
    method: 'PATCH',
    url: `${BASE}/sobjects/Contact/${buyer.id}`,
    referenceId: 'bad',
    body: { Email: 'x' },
  };
  const answers = await composite(connection, [deal(), bad, role(buyer.id)]);
  expect(answers.map((answer) => answer.httpStatusCode)).toEqual([400, 400, 400]);
  expect(answers.map((answer) => codes(answer.body)[0])).toEqual([
    'PROCESSING_HALTED',
    'INVALID_EMAIL_ADDRESS',
    'PROCESSING_HALTED',
  ]);
  expect(sandbox.salesforce.all('Opportunity')).toHaveLength(count);
  expect(sandbox.salesforce.history('Opportunity', '006000000000000AAA')).toEqual([]);
});

test('each for itself: what is good stays, and a reference to a failure is not followed', async () => {
  const { buyer, lonely } = sandbox.salesforce.people;
  const good = {
    method: 'PATCH',
    url: `${BASE}/sobjects/Contact/${lonely.id}`,
    referenceId: 'good',
    body: { Title: 'Adviser' },
  };
  const answers = await composite(connection, [deal({ StageName: 'Nope' }), role(buyer.id), good], false);
  expect(answers.map((answer) => answer.httpStatusCode)).toEqual([400, 400, 204]);
  expect(codes(answers[1]?.body)).toEqual(['PROCESSING_HALTED']);
  expect(sandbox.salesforce.contact(lonely.id).values.Title).toBe('Adviser');
});

test('a part that the org forbids fails alone', async () => {
  sandbox.salesforce.settings.noAccess = [{ object: 'EmailMessage' }];
  const ask = (object: string) => ({
    method: 'GET',
    url: `${BASE}/query?q=${encodeURIComponent(`SELECT Id FROM ${object} LIMIT 1`)}`,
    referenceId: object,
  });
  const answers = await composite(connection, [ask('Lead'), ask('EmailMessage')], false);
  expect(answers.map((answer) => answer.httpStatusCode)).toEqual([200, 400]);
  expect(codes(answers[1]?.body)).toEqual(['INVALID_TYPE']);
});

test('25 parts at most, five of them queries, each with a name of its own', async () => {
  const one = (referenceId: string) => ({ method: 'GET', url: `${BASE}/limits`, referenceId });
  const many = Array.from({ length: 26 }, (_, at) => one(`r${at}`));
  expect(await composite(connection, many.slice(0, 25))).toHaveLength(25);
  const query = (at: number) => ({ ...one(`q${at}`), url: `${BASE}/query?q=SELECT+Id+FROM+Lead+LIMIT+1` });
  const queries = Array.from({ length: 6 }, (_, at) => query(at));
  expect(await composite(connection, queries.slice(0, 5))).toHaveLength(5);
  expect((await failure(composite(connection, queries))).code).toBe('LIMIT_EXCEEDED');
  expect((await failure(composite(connection, many))).code).toBe('INVALID_INPUT');
  expect((await failure(composite(connection, [one('a'), one('a')]))).code).toBe('INVALID_INPUT');
});

test('headers inside: an old If-Unmodified-Since is 412 and undoes the rest', async () => {
  const { buyer } = sandbox.salesforce.people;
  const httpHeaders = { 'If-Unmodified-Since': new Date('2020-01-01').toUTCString() };
  const patch = {
    method: 'PATCH',
    url: `${BASE}/sobjects/Contact/${buyer.id}`,
    referenceId: 'patch',
    body: { Title: 'x' },
    httpHeaders,
  };
  const answers = await composite(connection, [deal(), patch]);
  expect(answers.map((answer) => answer.httpStatusCode)).toEqual([400, 412]);
});

test('describe tells fields, picklists, relationships and record types', async () => {
  const lead = await connection.sobject('Lead').describe();
  const field = (name: string) => lead.fields.find((one) => one.name === name);
  expect(field('Status')).toMatchObject({ type: 'picklist', restrictedPicklist: true, nillable: false });
  expect(field('Status')?.picklistValues?.map((value) => value.value)).toContain('Qualified Prospect');
  expect(field('OwnerId')).toMatchObject({
    type: 'reference',
    referenceTo: ['User', 'Group'],
    relationshipName: 'Owner',
  });
  expect(lead.childRelationships.map((child) => child.relationshipName)).toContain('Tasks');
  expect(lead.recordTypeInfos.map((type) => type.name)).toEqual(['Inbound', 'Partner', 'Master']);
  const all = await connection.describeGlobal();
  expect(all.sobjects.map((one) => one.name)).toContain('OpportunityContactRole');
  expect((await failure(connection.sobject('Nope').describe())).code).toBe('NOT_FOUND');
});

test("the UI API gives a record type's own picklist values", async () => {
  const types = (await connection.sobject('Lead').describe()).recordTypeInfos;
  const values = async (type: string | undefined) => {
    const id = types.find((one) => one.name === type)?.recordTypeId;
    const answer = await connection.request(`${BASE}/ui-api/object-info/Lead/picklist-values/${id}/Status`);
    return JSON.stringify(answer);
  };
  expect(await values('Partner')).not.toContain('Nurture');
  expect(await values('Inbound')).toContain('Nurture');
  expect(await values('Master')).toContain('Nurture');
});
