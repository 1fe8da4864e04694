// Records as jsforce's own tests make them: several at once, by an external id, by one that more than one record has, and by words.
import type { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { call, connect, failure, leadToSandbox } from '../client';

let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());

const accounts = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ Name: `${word} ${at}`, Legacy_Id__c: `${word}-${at}` }));
const idsOf = (results: { id?: string | undefined }[]) => results.map(({ id }) => id ?? '');

test('several accounts are made, read in order, changed and deleted', async () => {
  const table = connection.sobject('Account');
  const ids = idsOf(await table.create([{ Name: 'First' }, { Name: 'Second', BillingState: 'CA' }]));
  expect((await table.retrieve(ids)).map(({ Name }) => Name)).toEqual(['First', 'Second']);
  const changed = await table.update(ids.map((Id) => ({ Id, Name: 'Same', BillingState: null })));
  expect(changed.every(({ success }) => success)).toBe(true);
  expect((await table.retrieve(ids)).map(({ BillingState }) => BillingState)).toEqual([null, null]);
  expect((await table.destroy(ids)).every(({ success }) => success)).toBe(true);
  expect(await table.retrieve(ids)).toEqual([null, null]);
});

describe('upsert of several', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_upsert.htm
  test('makes them in one call, and changes them by the next', async () => {
    const table = connection.sobject('Account');
    sandbox.salesforce.clearRequests();
    const made = await table.upsert(accounts('many', 5), 'Legacy_Id__c');
    expect(made).toEqual(made.map(({ id }) => ({ id, success: true, created: true, errors: [] })));
    expect(sandbox.salesforce.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PATCH /services/data/v66.0/composite/sobjects/Account/Legacy_Id__c',
    ]);
    const again = await table.upsert(
      accounts('many', 5).map((one) => ({ ...one, Type: 'Other' })),
      'Legacy_Id__c',
    );
    expect(again.map(({ created }) => created)).toEqual([false, false, false, false, false]);
    expect(idsOf(again)).toEqual(idsOf(made));
    expect(sandbox.salesforce.account(made[0]?.id ?? '').values).toMatchObject({
      Type: 'Other',
      Name: 'many 0',
    });
  });

  test('by an older version goes one by one', async () => {
    const older = connect(sandbox);
    older.version = '45.0';
    const made = await older.sobject('Account').upsert(accounts('older', 3), 'Legacy_Id__c');
    expect(made.map(({ success }) => success)).toEqual([true, true, true]);
  });

  test('of which one is refused leaves none, where all or none was asked for', async () => {
    const records: Record<string, unknown>[] = accounts('whole', 3);
    records[1] = { ...records[1], OwnerId: 'nobody' };
    const results = await connection.sobject('Account').upsert(records, 'Legacy_Id__c', { allOrNone: true });
    expect(results.map(({ success }) => success)).toEqual([false, false, false]);
    const told = results.map(({ errors }) => JSON.stringify(errors));
    expect(told[1]).toContain('MALFORMED_ID');
    expect(told[0]).toContain('ALL_OR_NONE_OPERATION_ROLLED_BACK');
    expect(await connection.sobject('Account').count({ Legacy_Id__c: { $like: 'whole-%' } })).toBe(0);
    const loose = await connection.sobject('Account').upsert(records, 'Legacy_Id__c', { allOrNone: false });
    expect(loose.map(({ success }) => success)).toEqual([true, false, true]);
  });

  test('by a field that is no external id is refused', async () => {
    const records = [{ attributes: { type: 'Account' }, Name: 'A', Phone: '1' }];
    const path = '/services/data/v66.0/composite/sobjects/Account/Phone';
    const answer = await call(sandbox, path, { method: 'PATCH', body: JSON.stringify({ records }) });
    expect(answer).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });
});

test('an external id of several records names them all, and changes none', async () => {
  const table = connection.sobject('Account');
  // Whether an external id is unique is the admin's choice.
  sandbox.salesforce.settings.sharedExternalIds = [{ object: 'Account', field: 'Legacy_Id__c' }];
  const ids = idsOf(
    await table.create([
      { Name: 'Twin A', Legacy_Id__c: 'twin' },
      { Name: 'Twin B', Legacy_Id__c: 'twin' },
    ]),
  );
  const before = await table.retrieve(ids);
  const refused = await table.upsert({ Name: 'Which?', Legacy_Id__c: 'twin' }, 'Legacy_Id__c').then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({
    name: 'MULTIPLE_CHOICES',
    data: ids.map((id) => `/services/data/v66.0/sobjects/Account/${id}`),
  });
  expect(await table.retrieve(ids)).toEqual(before);
  const read = await call(sandbox, '/services/data/v66.0/sobjects/Account/Legacy_Id__c/twin');
  expect(read.status).toBe(300);
  sandbox.salesforce.resetSettings();
  expect((await failure(table.create({ Name: 'Twin C', Legacy_Id__c: 'twin' }))).code).toBe(
    'DUPLICATE_VALUE',
  );
});

test('a record by its external id is read and deleted', async () => {
  const made = await connection.sobject('Account').create({ Name: 'By key', Legacy_Id__c: 'key-1' });
  const path = '/services/data/v66.0/sobjects/Account/Legacy_Id__c/key-1';
  expect((await call(sandbox, path)).body).toMatchObject({ Id: made.id, Name: 'By key' });
  expect((await call(sandbox, path, { method: 'DELETE' })).status).toBe(204);
  expect((await call(sandbox, path)).status).toBe(404);
});

describe('search', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search.htm
  test('finds records by words of their names', async () => {
    await connection.sobject('Account').create([{ Name: 'Quillon Works' }, { Name: 'Works Quillon Two' }]);
    const find = async (sosl: string) => (await connection.search(sosl)).searchRecords;
    const found = await find('FIND {"Quillon"} IN NAME FIELDS RETURNING Account(Id, Name)');
    expect(found.map(({ Name }) => Name).sort()).toEqual(['Quillon Works', 'Works Quillon Two']);
    expect(found[0]?.attributes?.type).toBe('Account');
    expect(await find('FIND {quill*} IN NAME FIELDS RETURNING Account(Id LIMIT 1), Lead')).toHaveLength(1);
    expect(await find('FIND {"Quillon Works"} RETURNING Account(Name)')).toHaveLength(1);
    expect(await find('FIND {quill} IN NAME FIELDS RETURNING Account(Id)')).toEqual([]);
  });

  test('refuses what it can not read', async () => {
    expect((await failure(connection.search('FIND nothing'))).code).toBe('MALFORMED_SEARCH');
    expect((await failure(connection.search('FIND {ab} RETURNING Nope(Id)'))).code).toBe('INVALID_TYPE');
  });
});
