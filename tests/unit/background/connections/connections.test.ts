// Connecting: what is kept, what pages get to see, which key a page's account picks, and what goes on removal.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { SignInBrowser } from '@/lib/background/connections/browser';
import { createConnections } from '@/lib/background/connections/connections';
import { createCookies } from '@/lib/background/connections/cookies';
import { createReach } from '@/lib/background/connections/reach';
import { createRenewal } from '@/lib/background/connections/renewal';
import { createRevoke } from '@/lib/background/connections/revoke';
import { createSessions } from '@/lib/background/connections/sessions';
import { createSignIns } from '@/lib/background/connections/sign-ins';
import { createConnectionStore } from '@/lib/background/connections/store';
import { createDatabase } from '@/lib/background/storage/database';
import type { Allowance, Crm, OpenSession } from '@/lib/crm/shared/crm';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import { accountKey } from '@/lib/record/account-key';
import { refKey } from '@/lib/record/record';
import { unusedCalls } from './unused-calls';

const ada = { id: '1', name: 'Ada Reyes', email: 'ada@example.com' };
const ben = { id: '2', name: 'Ben Okafor', email: 'ben@example.com' };
const keyOf = (account: string) => ['key', 'of', account, 'tail'].join('-');

let databases = 0;

function world(pages: string[] = []) {
  databases += 1;
  const database = createDatabase(`connections-${databases}`);
  const checks = vi.fn();
  const opened = vi.fn();
  const trouble: {
    check: Problem | null;
    people: Problem | null;
    owner: string | null;
    allowance: Allowance | null;
  } = {
    check: null,
    people: null,
    owner: null,
    allowance: null,
  };
  const unused = () => {
    throw new Error('not part of this test');
  };
  const crm: Crm = {
    id: 'hubspot',
    name: 'HubSpot',
    locate: (url) => {
      const account = /^https:\/\/crm\.example\/of\/(\d+)$/.exec(url)?.[1] ?? null;
      return account === null ? null : { role: 'none', crm: 'hubspot', account, what: 'a list' };
    },
    recordUrl: () => 'https://crm.example/',
    ways: [{ kind: 'key', label: 'Key', help: '' }],
    writesTogether: false,
    load: async () => ({ open, proposeMapping: () => ({}) }),
  };
  const open: OpenSession = (credential) => {
    opened(credential);
    return {
      async check() {
        checks();
        if (trouble.check) throw new ProblemError(trouble.check);
        const id = trouble.owner ?? credential.key.split('-')[2] ?? '';
        return { id, name: `Portal ${id}`, timeZone: 'UTC', missing: [] };
      },
      async people() {
        if (trouble.people) throw new ProblemError(trouble.people);
        return [ada, ben];
      },
      ...unusedCalls,
      allowance: () => trouble.allowance,
    };
  };
  const crmById = (id: string) => (id === 'hubspot' ? crm : null);
  const store = createConnectionStore(database);
  const changed = vi.fn();
  const browser: SignInBrowser = {
    redirect: unused,
    launch: unused,
    cookies: unused,
    forgetCookies: async () => undefined,
    reaches: unused,
    runOn: async () => undefined,
    forgetOrigins: unused,
    pages: unused,
  };
  const parts = {
    store,
    crmById,
    browser,
    changed,
    policy: unused,
    fetch: unused,
    lock: <T>(_: string, work: () => Promise<T>) => work(),
    now: () => new Date(),
  };
  const reach = createReach(parts);
  const cookies = createCookies(parts);
  const revoke = createRevoke(crmById, unused);
  const sessions = createSessions({ ...parts, renew: createRenewal(parts) });
  const signIns = createSignIns({ ...parts, revoke, reach, cookies, remind: () => undefined });
  return {
    database,
    checks,
    opened,
    trouble,
    store,
    sessions,
    changed,
    connections: createConnections({
      ...{ ...parts, sessions, signIns, revoke, reach, cookies },
      pages: async () => pages,
    }),
  };
}

const problem = async (work: Promise<unknown>): Promise<Problem> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('connections', () => {
  it('checks a key without keeping it', async () => {
    const { connections, store } = world();
    const found = await connections.check('hubspot', ` ${keyOf('100')}\n`);
    expect(found).toMatchObject({ account: { id: '100' }, people: [ada, ben] });
    expect(await store.all()).toEqual([]);
  });

  it.each([
    [['https://crm.example/of/100', 'https://crm.example/other', 'https://crm.example/of/100'], '100'],
    [['https://crm.example/of/100', 'https://crm.example/of/200'], null],
    [[], null],
  ])('a key is checked beside the only account that is open: %j', async (pages, page) => {
    const { connections, opened } = world(pages);
    await connections.check('hubspot', keyOf('100'));
    await connections.save('hubspot', keyOf('100'), ada);
    expect(opened.mock.calls.map(([credential]) => credential.page)).toEqual([page, page]);
  });

  it('checks a key that may not list people, and passes on every other trouble', async () => {
    const { connections, trouble } = world();
    trouble.people = { kind: 'missing-scope', message: 'owners' };
    expect((await connections.check('hubspot', keyOf('100'))).people).toEqual([]);
    trouble.people = { kind: 'offline', message: 'no network' };
    expect((await problem(connections.check('hubspot', keyOf('100')))).kind).toBe('offline');
    expect((await problem(connections.check('other', keyOf('100')))).kind).toBe('invalid');
  });

  it('never hands out a key: only its last four characters, and none of a short one', async () => {
    const { connections } = world();
    const saved = await connections.save('hubspot', keyOf('100'), ada);
    expect(saved).toMatchObject({ account: '100', keyEnd: 'tail', person: ada });
    const all = JSON.stringify([saved, await connections.list(), await connections.find('hubspot', '100')]);
    expect(all).not.toContain(keyOf('100'));
    expect((await connections.save('hubspot', 'k-o-5', ada)).keyEnd).toBe('');
  });

  it('keeps nothing where the CRM refuses the key', async () => {
    const { connections, store, trouble, changed } = world();
    trouble.check = { kind: 'key-refused', message: '401' };
    expect((await problem(connections.save('hubspot', keyOf('100'), ada))).kind).toBe('key-refused');
    expect(await store.all()).toEqual([]);
    expect(changed).not.toHaveBeenCalled();
  });

  it('changes who the rep is and keeps the rest', async () => {
    const { connections, store } = world();
    await connections.save('hubspot', keyOf('100'), ada);
    expect((await connections.choosePerson('hubspot', '100', ben)).person).toEqual(ben);
    expect((await store.get('hubspot', '100'))?.credential).toEqual({ way: 'key', key: keyOf('100') });
    expect((await problem(connections.choosePerson('hubspot', '9', ben))).kind).toBe('not-connected');
  });

  it('removes the key and what was read with it, of this account only, and leaves drafts', async () => {
    const { connections, database, store } = world();
    await connections.save('hubspot', keyOf('100'), ada);
    await connections.save('hubspot', keyOf('200'), ada);
    const ref = (account: string) => ({ crm: 'hubspot', account, object: 'companies', id: '1' });
    for (const account of ['100', '200']) {
      const row = { account: accountKey('hubspot', account), keys: [], at: '2026-11-21T10:00:00.000Z' };
      await database((db) => db.put('cache', row, refKey(ref(account))));
    }
    const draft = {
      ref: ref('100'),
      playbook: { id: 'd', version: '1.0.0', hash: 'h' },
      answers: {},
      noteText: null,
      decision: null,
      deal: null,
      extra: {},
      revision: 0,
      startedAt: '',
      updatedAt: '',
    };
    await database((db) => db.put('drafts', draft, refKey(ref('100'))));
    await connections.remove('hubspot', '100');
    expect((await store.all()).map((row) => row.account)).toEqual(['200']);
    expect(await database((db) => db.getAllKeys('cache'))).toEqual([refKey(ref('200'))]);
    expect(await database((db) => db.getAllKeys('drafts'))).toEqual([refKey(ref('100'))]);
  });

  it('says so where the browser can’t open its storage', async () => {
    const broken = createDatabase('broken');
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(await problem(broken((db) => db.getAll('connections')))).toMatchObject({ kind: 'storage' });
    open.mockRestore();
    expect(await broken((db) => db.getAll('connections'))).toEqual([]);
  });
});

describe('sessions', () => {
  it('opens one session per connection, and a new one with a new key', async () => {
    const { connections, sessions, opened } = world();
    await connections.save('hubspot', keyOf('100'), ada);
    opened.mockClear();
    const first = await sessions.forReading('hubspot', '100');
    expect(await sessions.forReading('hubspot', '100')).toBe(first);
    expect(opened).toHaveBeenCalledExactlyOnceWith({ key: keyOf('100'), account: '100' });
    await connections.save('hubspot', `${keyOf('100')}-2`, ada);
    expect(await sessions.forReading('hubspot', '100')).not.toBe(first);
  });

  it('tells an account that isn’t connected from another account’s key', async () => {
    const { connections, sessions } = world();
    expect((await problem(sessions.forReading('hubspot', '100'))).kind).toBe('not-connected');
    await connections.save('hubspot', keyOf('200'), ada);
    expect(await problem(sessions.forReading('hubspot', '100'))).toMatchObject({
      kind: 'wrong-account',
      accounts: { page: '100', key: '200' },
    });
  });

  it('asks whose key it is once before writing, and again after a failure', async () => {
    const { connections, sessions, checks, trouble } = world();
    await connections.save('hubspot', keyOf('100'), ada);
    checks.mockClear();
    trouble.check = { kind: 'offline', message: 'no network' };
    expect((await problem(sessions.forWriting('hubspot', '100', { by: ada }))).kind).toBe('offline');
    trouble.check = null;
    await Promise.all([
      sessions.forWriting('hubspot', '100', { by: ada }),
      sessions.forWriting('hubspot', '100', { by: ada }),
    ]);
    await sessions.forWriting('hubspot', '100', { by: ada });
    expect(checks).toHaveBeenCalledTimes(2);
  });

  it('refuses to write with a key that has come to belong to another account', async () => {
    const { connections, sessions, trouble } = world();
    await connections.save('hubspot', keyOf('100'), ada);
    trouble.owner = '200';
    expect(await problem(sessions.forWriting('hubspot', '100', { by: ada }))).toMatchObject({
      kind: 'wrong-account',
      accounts: { page: '100', key: '200' },
    });
  });

  it('tests a connection by asking each time, and says why it does not work', async () => {
    const { connections, sessions, checks, trouble } = world();
    expect((await problem(sessions.test('hubspot', '100'))).kind).toBe('not-connected');
    await connections.save('hubspot', keyOf('100'), ada);
    checks.mockClear();
    await sessions.test('hubspot', '100');
    await sessions.test('hubspot', '100');
    expect(checks).toHaveBeenCalledTimes(2);
    trouble.check = { kind: 'key-refused', message: 'expired' };
    expect((await problem(sessions.test('hubspot', '100'))).kind).toBe('key-refused');
  });

  it('tells what the CRM said of its allowance, of open sessions alone', async () => {
    const { connections, sessions, trouble } = world();
    await connections.save('hubspot', keyOf('100'), ada);
    const allowance = { max: 10, remaining: 9, windowMs: 1000, readAt: '2026-11-21T10:00:00.000Z' };
    trouble.allowance = allowance;
    expect(sessions.allowances()).toEqual([]);
    await sessions.test('hubspot', '100');
    expect(sessions.allowances()).toEqual([{ crm: 'hubspot', account: '100', allowance }]);
    await connections.remove('hubspot', '100');
    expect(sessions.allowances()).toEqual([]);
  });
});
