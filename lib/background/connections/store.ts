// Connections as rows of the database, and sign-ins that wait for the rep to say who they are. What opens them is wrapped.
import type * as v from 'valibot';
import type { Database, Schema, StoredConnection, StoredPending } from '@/lib/background/storage/database';
import { ConnectionRow, PendingRow, readRow, SealedRow } from '@/lib/background/storage/rows';
import { accountKey } from '@/lib/record/account-key';
import { createSeal } from './seal';

/** Throws where all was cleared since it was asked for: nothing of it is to be kept then. */
export type Still = () => void;

/** A row that can't be read is as good as none: the rep is told that nothing is connected, and connects again. */
export type ConnectionStore = {
  get(crm: string, account: string): Promise<StoredConnection | null>;
  all(): Promise<StoredConnection[]>;
  put(connection: StoredConnection, still?: Still): Promise<void>;
  /** Changes a connection that is still there; null, and nothing is made, where it is gone. */
  change(
    crm: string,
    account: string,
    by: (row: StoredConnection) => StoredConnection,
  ): Promise<StoredConnection | null>;
  /** Removes the key, and what was read with it. Drafts, submissions and the mapping stay: they are the rep's work. */
  remove(crm: string, account: string): Promise<void>;
  pending: {
    get(id: string): Promise<StoredPending | null>;
    put(id: string, row: StoredPending, still?: Still): Promise<void>;
    drop(id: string): Promise<void>;
    /** Sign-ins that nobody finished, begun before this time (ISO); null for a row that can't be read, however old. */
    before(time: string): Promise<{ id: string; row: StoredPending | null }[]>;
    /** Makes it a connection: both or neither. False, and nothing is made, where it waits no more. */
    finish(id: string, connection: StoredConnection): Promise<boolean>;
  };
};

type Kept = Schema['connections']['value'];
type KeptPending = Schema['pending']['value'];

/** What must not be lost when the browser goes down: a token that has been rotated can't be had again. */
const strict = { durability: 'strict' } as const;

export function createConnectionStore(database: Database): ConnectionStore {
  const seal = createSeal(database);
  const idOf = ({ crm, account }: StoredConnection) => accountKey(crm, account);

  /** `id`: where it lies, by which alone it is opened again. */
  const wrapped = async (id: string, row: StoredConnection): Promise<Kept> => ({
    ...row,
    credential: await seal.wrap(row.credential, id),
  });
  const wrappedPending = async (id: string, row: StoredPending): Promise<KeptPending> => ({
    ...row,
    credential: await seal.wrap(row.credential, id),
  });

  /** A row as it was before it was wrapped; null where it can't be read, or its key is lost. */
  async function opened<T>(
    schema: v.GenericSchema<unknown, T>,
    kept: unknown,
    id: string,
  ): Promise<T | null> {
    const sealed = readRow(SealedRow, kept);
    if (sealed === null || typeof kept !== 'object' || kept === null) return readRow(schema, kept);
    return readRow(schema, { ...kept, credential: await seal.unwrap(sealed.credential, id) });
  }

  /** Puts it in the place of what was read, and only of that; false where another has come between. */
  const putInPlaceOf = (id: string, read: Kept, next: Kept): Promise<boolean> =>
    database(async (db) => {
      const work = db.transaction('connections', 'readwrite', strict);
      const same = JSON.stringify(await work.store.get(id)) === JSON.stringify(read);
      if (same) await work.store.put(next, id);
      await work.done;
      return same;
    });

  /** A row of before keys were wrapped is wrapped when it is first read. */
  async function read(id: string, kept: Kept | undefined): Promise<StoredConnection | null> {
    const row = await opened(ConnectionRow, kept, id);
    if (row && kept && readRow(SealedRow, kept) === null)
      await putInPlaceOf(id, kept, await wrapped(id, row));
    return row;
  }

  const keptAt = (id: string) => database((db) => db.get('connections', id));

  return {
    async get(crm, account) {
      const id = accountKey(crm, account);
      return read(id, await keptAt(id));
    },
    async all() {
      const found = await database(async (db) => {
        const work = db.transaction('connections');
        const [ids, rows] = await Promise.all([work.store.getAllKeys(), work.store.getAll(), work.done]);
        return rows.map((kept, at) => ({ kept, id: ids[at] ?? '' }));
      });
      const rows = await Promise.all(found.map(({ id, kept }) => read(id, kept)));
      return rows.flatMap((row) => row ?? []);
    },
    async put(connection, still) {
      const kept = await wrapped(idOf(connection), connection);
      await database(async (db) => {
        still?.();
        await db.put('connections', kept, idOf(connection));
      });
    },
    async change(crm, account, by) {
      const id = accountKey(crm, account);
      // Wrapping takes longer than a transaction stays open, so what it began with has to be there still at its end.
      for (;;) {
        const kept = await keptAt(id);
        const row = await opened(ConnectionRow, kept, id);
        if (!kept || !row) return null;
        const next = by(row);
        if (await putInPlaceOf(id, kept, await wrapped(id, next))) return next;
      }
    },
    remove: (crm, account) =>
      database(async (db) => {
        const id = accountKey(crm, account);
        const work = db.transaction(['connections', 'cache', 'snapshots'], 'readwrite');
        const [cached, seen] = await Promise.all([
          work.objectStore('cache').index('account').getAllKeys(id),
          work.objectStore('snapshots').index('account').getAllKeys(id),
        ]);
        await Promise.all([
          work.objectStore('connections').delete(id),
          ...cached.map((key) => work.objectStore('cache').delete(key)),
          ...seen.map((key) => work.objectStore('snapshots').delete(key)),
          work.done,
        ]);
      }),
    pending: {
      get: async (id) => opened(PendingRow, await database((db) => db.get('pending', id)), id),
      async put(id, row, still) {
        const kept = await wrappedPending(id, row);
        await database(async (db) => {
          still?.();
          const work = db.transaction('pending', 'readwrite', strict);
          await Promise.all([work.store.put(kept, id), work.done]);
        });
      },
      drop: (id) => database((db) => db.delete('pending', id)),
      async before(time) {
        const found = await database(async (db) => {
          const work = db.transaction('pending');
          const [ids, rows] = await Promise.all([work.store.getAllKeys(), work.store.getAll(), work.done]);
          return rows.map((kept, at) => ({ kept, id: ids[at] ?? '' }));
        });
        const all = await Promise.all(
          found.map(async ({ id, kept }) => ({ id, row: await opened(PendingRow, kept, id) })),
        );
        return all.filter(({ row }) => row === null || row.at < time);
      },
      async finish(id, connection) {
        const kept = await wrapped(idOf(connection), connection);
        return database(async (db) => {
          const work = db.transaction(['pending', 'connections'], 'readwrite', strict);
          const waits = (await work.objectStore('pending').getKey(id)) !== undefined;
          if (waits) {
            void work.objectStore('connections').put(kept, idOf(connection));
            void work.objectStore('pending').delete(id);
          }
          await work.done;
          return waits;
        });
      },
    },
  };
}
