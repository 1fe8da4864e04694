// Queries as jsforce's own tests ask them: pages of rows and of children, deleted rows, plans, and changes of what was found.
import type { Connection } from 'jsforce';
import { SfDate } from 'jsforce';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { call, connect, failure, leadToSandbox } from '../client';

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

describe('pages', () => {
  test('all rows come by following the locator, and no more than were asked for', async () => {
    sandbox.salesforce.settings.queryPage = 10;
    const total = sandbox.salesforce.all('Lead').length;
    const rows = async (maxFetch: number) =>
      (await connection.query('SELECT Id FROM Lead', { autoFetch: true, maxFetch })).records.length;
    expect(await rows(100_000)).toBe(total);
    expect([await rows(19), await rows(20), await rows(21)]).toEqual([19, 20, 21]);
  });

  test('children come in pages too, where there are many', async () => {
    const made = await connection.sobject('Account').create({ Name: 'Many people' });
    const people = Array.from({ length: 7 }, (_, at) => ({ LastName: `P${at}`, AccountId: made.id ?? '' }));
    await connection.sobject('Contact').create(people);
    const soql = `SELECT Id, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Id = '${made.id}'`;
    sandbox.salesforce.settings.childPage = 3;
    const [first] = (await connection.query(soql)).records;
    expect(first?.Contacts).toMatchObject({
      done: false,
      totalSize: 7,
      nextRecordsUrl: expect.stringContaining(`${BASE}/query/`),
    });
    expect(first?.Contacts.records).toHaveLength(3);
    const [whole] = (await connection.query(soql, { autoFetch: true })).records;
    expect(whole?.Contacts.records.map(({ LastName }: { LastName: string }) => LastName)).toEqual(
      people.map(({ LastName }) => LastName),
    );
  });

  test('a locator that nobody gave is refused', async () => {
    for (const locator of ['01g000000000001AAA', '01g5e0000000001AAA-2000', 'nonsense'])
      expect((await failure(connection.queryMore(`${BASE}/query/${locator}`))).code).toBe(
        'INVALID_QUERY_LOCATOR',
      );
  });
});

test('deleted rows are seen by queryAll alone', async () => {
  const made = await connection.sobject('Account').create({ Name: 'To be deleted' });
  await connection
    .sobject('Account')
    .record(made.id ?? '')
    .destroy();
  const soql = `SELECT Id, IsDeleted FROM Account WHERE IsDeleted = true AND Id = '${made.id}'`;
  expect((await connection.query(soql)).totalSize).toBe(0);
  expect((await connection.query(soql).run({ scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
});

describe('plans', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_performance_feedback.htm
  test('a query is explained and not run', async () => {
    const { plans } = await connection
      .query('SELECT Id FROM Account ORDER BY CreatedDate LIMIT 10')
      .explain();
    expect(plans[0]).toEqual({
      cardinality: sandbox.salesforce.all('Account').length,
      fields: [],
      leadingOperationType: 'TableScan',
      notes: [],
      relativeCost: expect.any(Number),
      sobjectCardinality: sandbox.salesforce.all('Account').length,
      sobjectType: 'Account',
    });
    const byId = await connection.query("SELECT Name FROM Lead WHERE Id = '00Q5e0000000001EAA'").explain();
    expect(byId.plans[0]).toMatchObject({ leadingOperationType: 'Index', fields: ['Id'] });
  });

  test('what can not be read, or is no list view, is refused', async () => {
    expect((await failure(connection.query('SELECT FROM Account').explain())).code).toBe('MALFORMED_QUERY');
    const answer = await call(sandbox, `${BASE}/query?explain=00B5e000000zzzzEAA`);
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_ID' }] });
  });
});

test('what a query found is changed and deleted', async () => {
  const table = connection.sobject('Account');
  await table.create(Array.from({ length: 20 }, (_, at) => ({ Name: `Batch ${at}`, BillingState: 'CA' })));
  const found = () => table.find({ Name: { $like: 'Batch %' } });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: jsforce fills it in from each record.
  const changed = await found().update({ Name: '${Name} (new)', BillingState: null });
  expect(changed.filter(({ success }) => success)).toHaveLength(20);
  const rows = await found();
  expect(rows.every(({ Name, BillingState }) => / \(new\)$/.test(Name) && BillingState === null)).toBe(true);
  expect(await found().destroy()).toHaveLength(20);
  expect(await found()).toEqual([]);
  const old = table.find({ CreatedDate: { $lt: new SfDate('1970-01-01T00:00:00Z') } });
  expect(await old.update({ BillingState: null })).toEqual([]);
});
