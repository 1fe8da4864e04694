// What an org tells of itself, as jsforce's own tests ask for it: who calls, its limits, versions and tabs, what was looked at lately and what changed.
import type { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { call, connect, failure, leadToSandbox } from '../client';

const NOW = new Date('2026-11-21T12:00:00.000Z');
const BASE = '/services/data/v66.0';
let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  leadToSandbox(sandbox);
  connection = connect(sandbox);
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());

describe('identity', () => {
  // https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_openid.htm
  test('the REST root names the identity URL, and the service tells who calls', async () => {
    const lena = sandbox.salesforce.user('lena');
    const who = await connection.identity();
    expect(who.id).toMatch(/^https:\/\/login\.salesforce\.com\/id\/00D\w{15}\/005\w{15}$/);
    expect(who).toMatchObject({
      user_id: lena.id,
      username: lena.values.Username,
      email: lena.values.Email,
      display_name: 'Lena Brandt',
      active: true,
      photos: {
        picture: expect.stringContaining('https://'),
        thumbnail: expect.stringContaining('https://'),
      },
      urls: { sobjects: 'https://acme.my.salesforce.com/services/data/v{version}/sobjects/' },
    });
    expect(who.organization_id).toMatch(/^00D\w{15}$/);
  });

  test('a sandbox org names the other login host', async () => {
    expect((await connect(sandbox, 'uat').identity()).id).toMatch(/^https:\/\/test\.salesforce\.com\/id\//);
  });

  test('it answers on the org’s own host and by a version, and refuses in plain words', async () => {
    const { body } = await call(sandbox, BASE);
    const path = /\/id\/\w+\/\w+/.exec(JSON.stringify(body))?.[0] ?? '';
    expect((await call(sandbox, `${path}?version=latest`)).body).toMatchObject({
      urls: {
        query: expect.stringMatching(
          /^https:\/\/acme\.my\.salesforce\.com\/services\/data\/v\d\d\.0\/query\/$/,
        ),
      },
    });
    const asked = async (at: string, token: string) => {
      const { status, body: words } = await call(sandbox, at, { token });
      return [status, words];
    };
    const { lena, uat } = sandbox.salesforce.tokens;
    expect(await asked(path, 'nonsense')).toEqual([403, 'Bad_OAuth_Token']);
    expect(await asked(path, uat)).toEqual([403, 'Wrong_Org']);
    expect(await asked(path.slice(0, -4), lena)).toEqual([404, 'Bad_Id']);
    const bare = await sandbox.fetch(`https://login.salesforce.com${path}`);
    expect([bare.status, await bare.text()]).toEqual([403, 'Missing_OAuth_Token']);
    sandbox.salesforce.settings.oauth.userinfo = false;
    const grant = sandbox.salesforce.grants().find(({ access, kind }) => access === lena && kind === 'oauth');
    expect((await asked(path, lena))[0]).toBe(grant ? 403 : 200);
  });
});

describe('versions and resources', () => {
  test('the versions are those that are not retired, in their order, by their names', async () => {
    const { body } = await call(sandbox, '/services/data');
    const versions = JSON.stringify(body);
    expect(versions).toContain('{"label":"Summer \'14","url":"/services/data/v31.0","version":"31.0"}');
    expect(versions).toContain('{"label":"Spring \'26","url":"/services/data/v66.0","version":"66.0"}');
  });

  // https://help.salesforce.com/s/articleView?id=000354473: REST answers 410 for 7.0 to 30.0.
  test('a retired version is gone, and one to come is not found', async () => {
    expect((await call(sandbox, '/services/data/v30.0/limits')).status).toBe(410);
    expect((await call(sandbox, '/services/data/v99.0/limits')).status).toBe(404);
    expect((await call(sandbox, '/services/data/v31.0/limits')).status).toBe(200);
  });

  test('every resource that the root names answers, or says what it wants', async () => {
    const { body } = await call(sandbox, BASE);
    const paths = Object.values(body ?? {}).filter((path) => String(path).startsWith('/'));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths)
      expect([path, (await call(sandbox, String(path))).status]).not.toEqual([path, 404]);
  });
});

test('the limits tell of storage, calls and mails', async () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm
  const limits = await connection.limits();
  const names = ['DataStorageMB', 'FileStorageMB', 'DailyApiRequests', 'DailyBulkApiBatches', 'SingleEmail'];
  for (const name of [...names, 'HourlyTimeBasedWorkflow', 'DailyAsyncApexExecutions']) {
    const { Max = 0, Remaining = -1 } = limits[name] ?? {};
    expect([name, Max > 0, Remaining >= 0, Remaining <= Max]).toEqual([name, true, true, true]);
  }
  const { used, limit } = connection.limitInfo.apiUsage ?? { used: 0, limit: 0 };
  expect(limits.DailyApiRequests).toEqual({ Max: limit, Remaining: limit - used });
});

describe('recently viewed', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_for_view.htm
  test('a query for view says what was looked at; nothing else does', async () => {
    const mara = connect(sandbox, 'marcus');
    expect(await mara.recent()).toEqual([]);
    await mara.query('SELECT Id, Name FROM Account LIMIT 3');
    expect(await mara.recent()).toEqual([]);
    const { records } = await mara.query('SELECT Id FROM Account ORDER BY CreatedDate DESC LIMIT 2 FOR VIEW');
    const { ann } = sandbox.salesforce.people;
    await mara.query(`SELECT Id FROM Lead WHERE Id = '${ann.id}' FOR REFERENCE`);
    const recent = await mara.recent();
    expect(recent).toMatchObject([
      { attributes: { type: 'Lead' }, Id: ann.id, Name: 'Ann Meyer' },
      { attributes: { type: 'Account' }, Name: expect.any(String) },
      { attributes: { type: 'Account' } },
    ]);
    expect(await mara.recent(1)).toEqual(recent.slice(0, 1));
    const accounts = await mara.sobject('Account').recent();
    expect(accounts.map(({ Id }) => Id).sort()).toEqual(records.map(({ Id }) => Id).sort());
    expect(await connection.recent()).toEqual([]);
  });

  test('what was deleted since is gone from it', async () => {
    const made = await connection.sobject('Account').create({ Name: 'Short stay' });
    await connection.query(`SELECT Id FROM Account WHERE Id = '${made.id}' FOR VIEW`);
    expect((await connection.recent()).map(({ Id }) => Id)).toEqual([made.id]);
    await connection.sobject('Account').destroy(made.id ?? '');
    expect(await connection.recent()).toEqual([]);
  });
});

describe('what changed in a stretch of time', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm and resources_getdeleted.htm
  const at = (minutes: number) => new Date(sandbox.salesforce.now().getTime() + minutes * 60_000);

  test('updated and deleted records by their ids', async () => {
    const table = connection.sobject('Account');
    const [kept = '', gone = ''] = (await table.create([{ Name: 'Kept' }, { Name: 'Gone' }])).map(
      ({ id }) => id,
    );
    await table.destroy(gone);
    const updated = await table.updated(at(-10), at(2));
    expect(updated.ids).toContain(kept);
    expect(updated.ids).not.toContain(gone);
    expect(updated.latestDateCovered).toMatch(/^2026-11-21T12:\d\d:00\.000\+0000$/);
    const deleted = await table.deleted(at(-10).toString(), at(2).toString());
    expect(deleted.deletedRecords.map(({ id }) => id)).toContain(gone);
    expect(deleted.deletedRecords.find(({ id }) => id === gone)?.deletedDate).toMatch(
      /^2026-11-21T12:\d\d:\d\d\.000\+0000$/,
    );
    expect((await table.updated(at(-20), at(-10))).ids).not.toContain(kept);
  });

  test('a stretch that ends before it starts, or lies too far back, is refused', async () => {
    const table = connection.sobject('Account');
    const code = 'INVALID_REPLICATION_DATE';
    expect((await failure(table.updated(at(1), at(-1)))).code).toBe(code);
    expect((await failure(table.deleted(at(0), at(0)))).code).toBe(code);
    expect((await failure(table.updated(at(-32 * 1440), at(0)))).code).toBe(code);
    expect((await failure(table.deleted(at(-16 * 1440), at(0)))).code).toBe(code);
    expect(await table.updated(at(-16 * 1440), at(0))).toMatchObject({ ids: expect.any(Array) });
    expect((await call(sandbox, `${BASE}/sobjects/Account/updated?start=soon`)).status).toBe(400);
    expect((await failure(connection.sobject('Nope').updated(at(-1), at(0)))).code).toBe('NOT_FOUND');
  });
});

test('tabs and theme', async () => {
  const tabs = await connection.tabs();
  expect(tabs.map(({ name }) => name)).toContain('standard-Lead');
  for (const tab of tabs)
    expect(tab).toMatchObject({ label: expect.any(String), url: expect.stringContaining('https://') });
  const { themeItems } = await connection.theme();
  expect(themeItems.find(({ name }) => name === 'Account')).toMatchObject({
    colors: [{ color: expect.stringMatching(/^[0-9A-F]{6}$/), context: 'primary', theme: 'theme4' }],
    icons: [{ url: expect.stringContaining('https://'), width: 0, height: 0, contentType: 'image/svg+xml' }],
  });
});
