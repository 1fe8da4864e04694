// What an org tells of an object beside its fields, as jsforce's own tests ask for it: layouts, list views, quick actions.
import type { Connection } from 'jsforce';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

// jsforce leaves these answers untyped.
const Views = v.object({
  listviews: v.array(
    v.looseObject({
      id: v.string(),
      label: v.string(),
      developerName: v.string(),
      url: v.string(),
      resultsUrl: v.string(),
    }),
  ),
  size: v.number(),
});
const Described = v.looseObject({ columns: v.array(v.unknown()), query: v.string() });
const Results = v.looseObject({ records: v.array(v.object({ columns: v.array(v.unknown()) })) });
const Actions = v.array(v.looseObject({ name: v.string(), urls: v.looseObject({ describe: v.string() }) }));

describe('layouts', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_layouts.htm
  test('an object’s page layouts, with the record types that use them', async () => {
    const { layouts, recordTypeMappings, recordTypeSelectorRequired } = await connection
      .sobject('Opportunity')
      .layouts();
    const [layout] = layouts;
    expect(layout).toMatchObject({ buttonLayoutSection: {}, quickActionList: { quickActionListItems: [] } });
    const words = JSON.stringify(layout?.editLayoutSections);
    expect(words).toContain('"StageName"');
    expect(JSON.stringify(layout?.relatedLists)).toContain('OpportunityContactRole');
    const names = recordTypeMappings.map(({ name }) => name);
    expect(names).toContain('Master');
    expect(names.length).toBeGreaterThan(1);
    expect(recordTypeMappings.every(({ layoutId }) => layoutId === layout?.id)).toBe(true);
    expect(recordTypeSelectorRequired).toEqual([true]);
    const one = recordTypeMappings[0];
    const single = await call(sandbox, `${BASE}/sobjects/Opportunity/describe/layouts/${one?.recordTypeId}`);
    expect(single.body).toMatchObject({ id: layout?.id });
  });

  test('a layout shows no field that the caller may not see', async () => {
    sandbox.salesforce.settings.hidden = [{ object: 'Account', field: 'Rating' }];
    const hidden = JSON.stringify(await connection.sobject('Account').layouts());
    sandbox.salesforce.resetSettings();
    expect(hidden).not.toContain('"Rating"');
    expect(JSON.stringify(await connection.sobject('Account').layouts())).toContain('"Rating"');
  });

  test('a named one, compact ones and approvals’', async () => {
    expect((await connection.sobject('User').layouts('UserAlt')).layouts).toHaveLength(1);
    expect((await failure(connection.sobject('User').layouts('Nope'))).code).toBe('NOT_FOUND');
    expect((await failure(connection.sobject('LeadStatus').layouts())).code).toBe('NOT_FOUND');
    const compact = await connection.sobject('Account').compactLayouts();
    expect(compact.compactLayouts).toMatchObject([{ id: null, name: 'SYSTEM', objectType: 'Account' }]);
    expect(compact.recordTypeCompactLayoutMappings).toMatchObject([{ recordTypeName: 'Master' }]);
    expect(await connection.sobject('Account').approvalLayouts()).toEqual({ approvalLayouts: [] });
  });
});

describe('list views', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_listviews.htm
  test('are listed, described, run and explained', async () => {
    const accounts = connection.sobject('Account');
    const { listviews, size } = v.parse(Views, await accounts.listviews());
    expect(listviews.map(({ developerName }) => developerName)).toEqual(['AllAccounts', 'MyAccounts']);
    expect(size).toBe(2);
    const [all, mine] = listviews;
    expect((await call(sandbox, all?.url ?? '')).body).toEqual(all);
    const described = v.parse(Described, await accounts.listview(all?.id ?? '').describe());
    expect(described).toMatchObject({
      id: all?.id,
      sobjectType: 'Account',
      scope: 'everything',
      orderBy: [{ fieldNameOrPath: 'Name', nullsPosition: 'first', sortDirection: 'ascending' }, {}],
    });
    expect(described.columns[0]).toMatchObject({ fieldNameOrPath: 'Name', sortIndex: 0, sortable: true });
    const { records } = await connection.query(described.query);
    const results = v.parse(Results, await accounts.listview(all?.id ?? '').results());
    expect(results).toMatchObject({ id: all?.id, label: all?.label, size: Math.min(25, records.length) });
    const first = results.records[0];
    expect(first?.columns[0]).toEqual({ fieldNameOrPath: 'Name', value: records[0]?.Name });
    const plans = (await accounts.listview(mine?.id ?? '').explain()).plans;
    expect(plans[0]).toMatchObject({ leadingOperationType: 'TableScan', sobjectType: 'Account' });
    const next = await call(sandbox, `${all?.resultsUrl}?limit=2&offset=1`);
    expect(next.body).toMatchObject({ size: 2 });
  });

  test('one that is not there is not found', async () => {
    const path = `${BASE}/sobjects/Account/listviews/00B5e000000zzzzEAA`;
    for (const tail of ['', '/describe', '/results'])
      expect((await call(sandbox, path + tail)).status).toBe(404);
  });
});

describe('quick actions', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_quickactions.htm
  test('are listed for the org and for an object', async () => {
    const names = (await connection.quickActions()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['LogACall', 'NewTask']));
    const own = v.parse(Actions, await connection.sobject('Account').quickActions());
    expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(own.every(({ urls }) => urls.describe.startsWith(BASE))).toBe(true);
  });

  test('logging a call is described, prefilled for a record, and writes a task', async () => {
    const action = connection.quickAction('LogACall');
    expect(await action.describe()).toMatchObject({
      targetSobjectType: 'Task',
      type: 'LogACall',
      layout: {},
    });
    expect(await action.defaultValues()).toMatchObject({ Description: null, WhoId: null, WhatId: null });
    const { account, buyer } = sandbox.salesforce.people;
    expect(await action.defaultValues(account.id)).toMatchObject({ WhoId: null, WhatId: account.id });
    expect(await action.defaultValues(buyer.id)).toMatchObject({ WhoId: buyer.id });
    const done = await action.execute(account.id, { Subject: 'A word', Description: 'Said' });
    expect(done).toMatchObject({ success: true, created: true, contextId: account.id, feedItemIds: [] });
    const [task] = sandbox.salesforce.tasksAbout(account.id).filter(({ id }) => id === done.id);
    expect(task?.values).toMatchObject({ Subject: 'A word', Status: 'Completed', WhatId: account.id });
    const path = `${BASE}/quickActions/Nope/describe`;
    expect((await call(sandbox, path)).status).toBe(404);
  });
});
