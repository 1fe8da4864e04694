// What opens an account is wrapped where it is kept: a row read from outside holds no key and no token.
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createConnectionStore } from '@/lib/background/connections/store';
import { createDatabase, type StoredConnection, type StoredPending } from '@/lib/background/storage/database';
import { accountKey } from '@/lib/record/account-key';

const KEY = 'the-key-of-a-portal';
const person = { id: '1', name: 'Lena Brandt', email: 'lena@example.com' };
const row: StoredConnection = {
  crm: 'hubspot',
  account: '24680135',
  accountName: 'Acme',
  credential: { way: 'key', key: KEY },
  signedOut: false,
  user: null,
  person,
  connectedAt: '2026-11-21T10:00:00.000Z',
  missing: [],
  pending: null,
};
const tokens = {
  access: '00D-access-token',
  refresh: 'refresh-token',
  origin: 'https://a.example',
  fields: {},
};
const oauth: StoredConnection = { ...row, account: '2', credential: { way: 'oauth', values: {}, tokens } };
const aside: StoredPending = {
  crm: 'salesforce',
  credential: { way: 'oauth', values: {}, tokens },
  account: null,
  at: '2026-11-21T10:00:00.000Z',
} as const;
const id = accountKey('hubspot', '24680135');

let names = 0;
function world() {
  names += 1;
  const name = `wrapped-${names}`;
  const database = createDatabase(name);
  const store = createConnectionStore(database);
  /** Everything in the rows, as whoever opens the database sees it. */
  const rows = async () => {
    const db = await openDB(name);
    const all = await Promise.all(['connections', 'pending', 'vault'].map((one) => db.getAll(one)));
    db.close();
    return JSON.stringify(all);
  };
  /** Puts a row as a version of before would have, or takes the key away. */
  const raw = async (work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>) => {
    const db = await openDB(name);
    await work(db);
    db.close();
  };
  return { database, store, rows, raw, again: () => createConnectionStore(createDatabase(name)) };
}

describe('the rows', () => {
  it('hold no key and no token, of a connection or of a sign-in that waits', async () => {
    const { store, rows, again } = world();
    await store.put(row);
    await store.put(oauth);
    await store.pending.put('one', aside);
    await store.change('hubspot', '2', (old) => ({ ...old, signedOut: true }));
    const text = await rows();
    for (const secret of [KEY, tokens.access, tokens.refresh]) expect(text).not.toContain(secret);
    expect(await again().get('hubspot', '24680135')).toEqual(row);
    expect(await again().get('hubspot', '2')).toEqual({ ...oauth, signedOut: true });
    expect(await again().pending.get('one')).toEqual(aside);
  });

  it('of before are read as they are, and wrapped from then on', async () => {
    const { store, rows, raw } = world();
    await store.put(oauth);
    await raw((db) => db.put('connections', row, id));
    expect(await rows()).toContain(KEY);
    expect(await store.get('hubspot', '24680135')).toEqual(row);
    expect(await rows()).not.toContain(KEY);
    expect(await store.get('hubspot', '24680135')).toEqual(row);
  });

  it('that can’t be opened any more are as good as none, and the rep connects again', async () => {
    const { store, raw } = world();
    await store.put(row);
    await raw((db) => db.clear('vault'));
    expect(await store.get('hubspot', '24680135')).toBeNull();
    expect(await store.all()).toEqual([]);
    await store.put(row);
    expect(await store.all()).toEqual([row]);
  });

  it('open in their own place only', async () => {
    const { store, raw } = world();
    await store.put(row);
    await raw(async (db) => {
      const kept = await db.get('connections', id);
      await db.put('connections', { ...kept, account: '3' }, accountKey('hubspot', '3'));
    });
    expect(await store.get('hubspot', '3')).toBeNull();
  });
});

describe('changes', () => {
  it('that come at the same time are both kept', async () => {
    const { store } = world();
    await store.put(row);
    const other = { id: '2', name: 'Erik', email: '' };
    await Promise.all([
      store.change('hubspot', '24680135', (old) => ({ ...old, signedOut: true })),
      store.change('hubspot', '24680135', (old) => ({ ...old, person: other })),
    ]);
    expect(await store.get('hubspot', '24680135')).toEqual({ ...row, signedOut: true, person: other });
  });

  it('of a connection that goes meanwhile make none', async () => {
    const { store } = world();
    await store.put(row);
    const [, changed] = await Promise.all([
      store.remove('hubspot', '24680135'),
      store.change('hubspot', '24680135', (old) => ({ ...old, signedOut: true })),
    ]);
    expect(changed).toBeNull();
    expect(await store.all()).toEqual([]);
  });

  it('by two workers that both make the first key lose nothing', async () => {
    const { again } = world();
    await Promise.all([again().put(row), again().put(oauth)]);
    expect(await again().all()).toEqual(expect.arrayContaining([row, oauth]));
  });
});
