// Queries through jsforce: fields, relationships, children, filters, order, pages, and what is refused.
import type { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { connect, failure, leadToSandbox } from './client';

const NOW = new Date('2026-11-21T12:00:00.000Z');
let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());
const query = async (soql: string) => (await connection.query(soql)).records;
const size = async (where: string, object = 'Lead') =>
  (await connection.query(`SELECT COUNT() FROM ${object} WHERE ${where}`)).totalSize;

test('fields, relationship fields and children come in one record', async () => {
  const { ann, buyer } = sandbox.salesforce.people;
  const [lead] = await query(
    `SELECT Id, Name, CreatedDate, Owner.Name, Owner.Type, (SELECT Subject, CallType FROM Tasks WHERE CallType = 'Outbound'), (SELECT EmailMessage.Incoming FROM EmailMessageRelations), (SELECT Id FROM CampaignMembers) FROM Lead WHERE Id = '${ann.id}'`,
  );
  expect(lead).toMatchObject({
    attributes: { type: 'Lead', url: `/services/data/v66.0/sobjects/Lead/${ann.id}` },
    Name: 'Ann Meyer',
    Owner: { Name: 'Lena Brandt', Type: 'User' },
    Tasks: { totalSize: 1, done: true, records: [{ Subject: 'Call', CallType: 'Outbound' }] },
    CampaignMembers: null,
  });
  expect(lead?.CreatedDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  expect(
    lead?.EmailMessageRelations.records.map(
      (row: { EmailMessage: { Incoming: boolean } }) => row.EmailMessage.Incoming,
    ),
  ).toContain(true);
  const [contact] = await query(
    `SELECT Account.Name, Account.Owner.Alias, ReportsTo.Name, (SELECT Role, IsPrimary, Opportunity.StageName FROM OpportunityContactRoles ORDER BY IsPrimary DESC) FROM Contact WHERE Id = '${buyer.id}'`,
  );
  expect(contact).toMatchObject({
    Account: { Name: 'Northwind Logistics', Owner: { Alias: 'lena' } },
    ReportsTo: null,
  });
  expect(contact?.OpportunityContactRoles.records[0]).toMatchObject({
    Role: 'Decision Maker',
    IsPrimary: true,
  });
});

test('a polymorphic relationship tells its type, and TYPEOF its fields', async () => {
  const { ann, task } = sandbox.salesforce.people;
  const [row] = await query(
    `SELECT Who.Type, Who.Name, What.Name, TYPEOF Who WHEN Lead THEN Company ELSE Name END FROM Task WHERE Id = '${task.id}'`,
  );
  expect(row).toMatchObject({ Who: { Company: 'Northwind Logistics' }, What: null });
  expect(await size(`WhoId = '${ann.id}' AND Who.Type = 'Lead'`, 'Task')).toBeGreaterThan(0);
});

describe('filters', () => {
  test.each([
    ["Name LIKE 'ann mey%'", 1],
    ["Name = 'ANN MEYER' AND Company = 'Northwind Logistics'", 1],
    ["(Name = 'Ann Meyer' OR Name = 'Piotr Nowak') AND IsConverted = false", 2],
    ["Name IN ('Ann Meyer', 'Piotr Nowak')", 2],
    ["NOT (Name != 'Ann Meyer')", 1],
    ["Name = 'Ann Meyer' AND Title != null AND Rating = null", 1],
    ["Name = 'Ann Meyer' AND NumberOfEmployees >= 240 AND AnnualRevenue < 38000000.5", 1],
    ["Name = 'Ann Meyer' AND CreatedDate < TODAY AND CreatedDate = LAST_N_DAYS:200", 1],
    ["Name = 'Ann Meyer' AND CreatedDate = THIS_YEAR AND CreatedDate > 2026-01-01T00:00:00Z", 1],
    ["Name = 'Ann Meyer' AND CreatedDate > YESTERDAY", 0],
    ["Name LIKE '%\\'%' AND Name = 'Ann Meyer'", 0],
    ["Owner.Alias = 'nobody'", 0],
  ])('%s', async (where, expected) => {
    expect(await size(where)).toBe(expected);
  });

  test('sub-selects, ids of 15 characters, deleted records', async () => {
    const { ann, archived } = sandbox.salesforce.people;
    expect(await size(`Id = '${ann.id.slice(0, 15)}'`)).toBe(1);
    const emails = `Incoming = true AND Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId = '${ann.id}')`;
    expect(await size(emails, 'EmailMessage')).toBe(1);
    expect(
      await size(`Id NOT IN (SELECT AccountId FROM Contact) AND Name = 'Quiet Holdings'`, 'Account'),
    ).toBe(1);
    expect(await size(`Id = '${archived.id}'`)).toBe(0);
    const all = await connection.query(`SELECT Id, IsDeleted FROM Lead WHERE Id = '${archived.id}'`, {
      scanAll: true,
    });
    expect(all.records).toMatchObject([{ IsDeleted: true }]);
  });
});

test('order, limit and offset; empty values first unless told otherwise', async () => {
  const rows = await query('SELECT Rating, Name FROM Lead ORDER BY Rating NULLS LAST, Name DESC LIMIT 3');
  expect(rows[0]?.Rating).toBe('Hot');
  expect((await query('SELECT Rating FROM Lead ORDER BY Rating LIMIT 1'))[0]?.Rating).toBeNull();
  const names = (await query('SELECT Name FROM Lead ORDER BY Name LIMIT 5')).map((row) => row.Name);
  const later = (await query('SELECT Name FROM Lead ORDER BY Name LIMIT 2 OFFSET 3')).map((row) => row.Name);
  expect(later).toEqual(names.slice(3));
});

test('groups and aggregates', async () => {
  const rows = await query('SELECT Status, COUNT(Id) many, MAX(CreatedDate) FROM Lead GROUP BY Status');
  const total = rows.reduce((sum, row) => sum + row.many, 0);
  expect(total).toBe(sandbox.salesforce.all('Lead').length);
  expect(rows.every((row) => typeof row.expr0 === 'string')).toBe(true);
});

test('long results come in pages', async () => {
  sandbox.salesforce.settings.queryPage = 50;
  const first = await connection.query('SELECT Id FROM Lead');
  expect(first.done).toBe(false);
  expect(first.records).toHaveLength(50);
  const second = await connection.queryMore(first.nextRecordsUrl ?? '');
  expect(new Set([...first.records, ...second.records].map((row) => row.Id)).size).toBe(100);
  const all = await connection.query('SELECT Id FROM Lead', { autoFetch: true, maxFetch: 5000 });
  expect(all.records).toHaveLength(sandbox.salesforce.all('Lead').length);
});

test('statuses and stages are objects of their own', async () => {
  const statuses = await query(
    'SELECT ApiName, MasterLabel, IsConverted, SortOrder FROM LeadStatus ORDER BY SortOrder',
  );
  expect(statuses.filter((row) => row.IsConverted).map((row) => row.ApiName)).toEqual(['Closed - Converted']);
  const stages = await query(
    'SELECT ApiName, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder',
  );
  expect(stages[0]).toMatchObject({ ApiName: 'Prospecting', IsClosed: false });
});

test.each([
  ['SELECT Nope FROM Lead', 'INVALID_FIELD'],
  ['SELECT Id FROM Lead WHERE Nope = 1', 'INVALID_FIELD'],
  ['SELECT Owner.Nope FROM Lead', 'INVALID_FIELD'],
  ['SELECT Nope.Name FROM Lead', 'INVALID_FIELD'],
  ["SELECT Id FROM Lead WHERE Description = 'x'", 'INVALID_FIELD'],
  ["SELECT Id FROM Lead WHERE IsConverted = 'true'", 'INVALID_FIELD'],
  ['SELECT Id FROM Lead WHERE Name = 3', 'INVALID_FIELD'],
  ["SELECT Id FROM Lead WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR'],
  ['SELECT Id FROM Nope', 'INVALID_TYPE'],
  ['SELECT Id, (SELECT Id FROM Nopes) FROM Lead', 'INVALID_TYPE'],
  ['SELECT FROM Lead', 'MALFORMED_QUERY'],
  ["SELECT Id FROM Lead WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", 'MALFORMED_QUERY'],
  ['SELECT Name, COUNT(Id) FROM Lead', 'MALFORMED_QUERY'],
  ['SELECT FIELDS(ALL) FROM Lead', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Task ORDER BY Description', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Lead WHERE Id IN (SELECT WhoId FROM Task)', 'MALFORMED_QUERY'],
  ["SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)", 'MALFORMED_QUERY'],
])('%s is %s', async (soql, code) => {
  expect((await failure(connection.query(soql))).code).toBe(code);
});
