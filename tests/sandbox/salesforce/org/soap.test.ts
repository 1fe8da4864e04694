// The SOAP calls of jsforce's own tests: merging leads, taking records out of the recycle bin, the apps and their tabs.
import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { connect, failure, leadToSandbox } from '../client';

let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());

const leads = async (...names: string[]): Promise<string[]> => {
  const records = names.map((LastName) => ({ LastName, Company: 'Merge Ltd' }));
  return (await connection.sobject('Lead').create(records)).map(({ id }) => id ?? '');
};
const codes = (errors: unknown) => JSON.stringify(errors);

describe('merge', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_merge.htm
  test('two leads go into a third, which takes the values given', async () => {
    const [kept = '', ...lost] = await leads('Kept', 'Lost A', 'Lost B');
    const masterRecord = { type: 'Lead', Id: kept, FirstName: 'Merged & <kept>', DoNotCall: true };
    const result = await connection.soap.merge({ masterRecord, recordToMergeIds: lost });
    expect(result).toMatchObject({ success: true, id: kept, mergedRecordIds: lost, errors: [] });
    expect(sandbox.salesforce.lead(kept).values).toMatchObject({
      FirstName: 'Merged & <kept>',
      LastName: 'Kept',
      DoNotCall: true,
    });
    for (const id of lost)
      expect(sandbox.salesforce.record('Lead', id)).toMatchObject({
        deleted: true,
        values: { MasterRecordId: kept },
      });
  });

  test('more than two, another kind, or itself is refused, and nothing is merged', async () => {
    const [kept = '', one = '', two = '', three = ''] = await leads('Kept', 'One', 'Two', 'Three');
    const masterRecord = { type: 'Lead', Id: kept };
    const merge = async (...recordToMergeIds: string[]) =>
      connection.soap.merge({ masterRecord, recordToMergeIds });
    const { buyer } = sandbox.salesforce.people;
    for (const result of [await merge(one, two, three), await merge(one, buyer.id), await merge(kept)])
      expect(result).toMatchObject({ success: false });
    for (const id of [kept, one, two, three]) expect(sandbox.salesforce.lead(id).deleted).toBe(false);
  });
});

describe('undelete', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_undelete.htm
  test('deleted records come back', async () => {
    const ids = await leads('Back A', 'Back B');
    await connection.sobject('Lead').destroy(ids);
    const results = await connection.soap.undelete(ids);
    expect(results).toEqual(ids.map((id) => ({ errors: [], id, success: true })));
    expect((await connection.sobject('Lead').retrieve(ids)).map(({ LastName }) => LastName)).toEqual([
      'Back A',
      'Back B',
    ]);
  });

  test('what is no id, is not deleted, or can not come back is refused one by one', async () => {
    const [there = '', gone = ''] = await leads('There', 'Gone');
    await connection.sobject('Lead').destroy(gone);
    const unknown = '00Q5e0000000001EAA';
    const results = await connection.soap.undelete(['not an id', there, unknown, gone]);
    expect(results.map(({ success }) => success)).toEqual([false, false, false, true]);
    expect(codes(results[0]?.errors)).toContain('INVALID_ID_FIELD');
    expect(codes(results[1]?.errors)).toContain('UNDELETE_FAILED');
  });
});

test('the apps with their tabs, and the server’s time', async () => {
  const apps = await connection.soap.describeTabs();
  expect(apps.filter(({ selected }) => selected)).toHaveLength(1);
  const tabs = apps.flatMap((app) => app.tabs);
  expect(tabs.map(({ sobjectName }) => sobjectName)).toContain('Lead');
  for (const tab of tabs)
    expect(tab).toMatchObject({ custom: false, url: expect.any(String), miniIconUrl: expect.any(String) });
  const { timestamp } = await connection.soap.getServerTimestamp();
  expect(Number.isNaN(Date.parse(timestamp))).toBe(false);
});

test('a call that is not there is a fault', async () => {
  expect((await failure(connection.soap.resetPassword('005'))).message).toContain('resetPassword');
});
