// Connections as rows of the database, and sign-ins that wait for the rep to say who they are.
import { accountKey } from '@/lib/account-key';
import type { Database, StoredConnection, StoredPending } from '@/lib/database';
import { ConnectionRow, PendingRow, readRow } from '@/lib/rows';

/** A row that can't be read is as good as none: the rep is told that nothing is connected, and connects again. */
export type ConnectionStore = {
  get(crm: string, account: string): Promise<StoredConnection | null>;
  all(): Promise<StoredConnection[]>;
  put(connection: StoredConnection): Promise<void>;
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
    put(id: string, row: StoredPending): Promise<void>;
    drop(id: string): Promise<void>;
    /** Sign-ins that nobody finished, begun before this time (ISO); null for a row that can't be read, however old. */
    before(time: string): Promise<{ id: string; row: StoredPending | null }[]>;
    /** Makes it a connection: both or neither. */
    finish(id: string, connection: StoredConnection): Promise<void>;
  };
};

/** What must not be lost when the browser goes down: a token that has been rotated can't be had again. */
const strict = { durability: 'strict' } as const;

export function createConnectionStore(database: Database): ConnectionStore {
  return {
    get: (crm, account) =>
      database(async (db) => readRow(ConnectionRow, await db.get('connections', accountKey(crm, account)))),
    all: () =>
      database(async (db) =>
        (await db.getAll('connections')).flatMap((kept) => readRow(ConnectionRow, kept) ?? []),
      ),
    put: (connection) =>
      database(async (db) => {
        await db.put('connections', connection, accountKey(connection.crm, connection.account));
      }),
    change: (crm, account, by) =>
      database(async (db) => {
        const id = accountKey(crm, account);
        const work = db.transaction('connections', 'readwrite', strict);
        const row = readRow(ConnectionRow, await work.store.get(id));
        const next = row && by(row);
        if (next) await work.store.put(next, id);
        await work.done;
        return next;
      }),
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
      get: (id) => database(async (db) => readRow(PendingRow, await db.get('pending', id))),
      put: (id, row) =>
        database(async (db) => {
          const work = db.transaction('pending', 'readwrite', strict);
          await Promise.all([work.store.put(row, id), work.done]);
        }),
      drop: (id) => database((db) => db.delete('pending', id)),
      before: (time) =>
        database(async (db) => {
          const work = db.transaction('pending');
          const [ids, rows] = await Promise.all([work.store.getAllKeys(), work.store.getAll(), work.done]);
          return rows.flatMap((kept, index) => {
            const id = ids[index];
            const row = readRow(PendingRow, kept);
            return id !== undefined && (row === null || row.at < time) ? [{ id, row }] : [];
          });
        }),
      finish: (id, connection) =>
        database(async (db) => {
          const work = db.transaction(['pending', 'connections'], 'readwrite', strict);
          const key = accountKey(connection.crm, connection.account);
          await Promise.all([
            work.objectStore('connections').put(connection, key),
            work.objectStore('pending').delete(id),
            work.done,
          ]);
        }),
    },
  };
}
