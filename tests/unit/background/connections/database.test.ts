// A database of an earlier version: its keys are there after the update, as connections by key.
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createConnectionStore } from '@/lib/background/connections/store';
import { publicView } from '@/lib/background/connections/view';
import { createDatabase } from '@/lib/background/storage/database';
import { found } from '../../boundaries/junk';

const person = { id: '1', name: 'Ada Reyes', email: 'ada@example.com' };
const key = ['key', 'of', '100', 'tail'].join('-');
const old = {
  crm: 'hubspot',
  account: '100',
  accountName: 'Portal 100',
  key,
  person,
  connectedAt: '2026-10-01T00:00:00.000Z',
  missing: [],
};

/** The first version, as it was released. */
async function first(name: string): Promise<void> {
  const db = await openDB(name, 1, {
    upgrade(made) {
      made.createObjectStore('connections');
      made.createObjectStore('drafts');
      made.createObjectStore('submissions').createIndex('record', 'record');
      made.createObjectStore('mappings');
      made.createObjectStore('cache').createIndex('account', 'account');
    },
  });
  await db.put('connections', old, 'hubspot/100');
  await db.put('connections', { ...old, account: '200', accountName: 'Portal 200' }, 'hubspot/200');
  await db.put('mappings', { lead: [] }, 'hubspot/100');
  db.close();
}

describe('the database of the first version', () => {
  it('keeps its connections, each now with its way, and all else', async () => {
    await first('updated');
    const database = createDatabase('updated');
    const store = createConnectionStore(database);
    const rows = await store.all();
    expect(rows.map(({ account }) => account)).toEqual(['100', '200']);
    const { key: _, ...rest } = old;
    expect(rows[0]).toEqual({
      ...rest,
      credential: { way: 'key', key },
      signedOut: false,
      user: null,
      pending: null,
    });
    expect(publicView(rows[0] ?? fail(), null)).toMatchObject({ way: 'key', keyEnd: 'tail' });
    expect(await database((db) => db.get('mappings', 'hubspot/100'))).toEqual({ lead: [] });
    expect(await store.pending.before('9')).toEqual([]);
  });

  it('is updated all the same where rows of it are damaged, and the sound ones are kept', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.anything(),
        found(old),
        found({ submission: { at: '', state: 'failed' } }),
        async (...rows) => {
          made += 1;
          const name = `damaged-${made}`;
          await first(name);
          const raw = await openDB(name);
          for (const store of raw.objectStoreNames)
            for (const [at, row] of rows.entries()) await raw.put(store, row, `junk-${at}`);
          raw.close();
          const kept = await createConnectionStore(createDatabase(name)).all();
          expect(
            kept.filter(({ account }) => ['100', '200'].includes(account)).length,
          ).toBeGreaterThanOrEqual(2);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function fail(): never {
  throw new Error('no row');
}
