// Connections as rows of the database, and what pages may know of them.
import { accountKey, type Database, type StoredConnection } from '@/lib/database';
import type { Connection } from '@/lib/messages';

export type ConnectionStore = {
  get(crm: string, account: string): Promise<StoredConnection | null>;
  all(): Promise<StoredConnection[]>;
  put(connection: StoredConnection): Promise<void>;
  /** Removes the key, and what was read with it. Drafts, submissions and the mapping stay: they are the rep's work. */
  remove(crm: string, account: string): Promise<void>;
};

export function createConnectionStore(database: Database): ConnectionStore {
  return {
    get: (crm, account) =>
      database(async (db) => (await db.get('connections', accountKey(crm, account))) ?? null),
    all: () => database((db) => db.getAll('connections')),
    put: (connection) =>
      database(async (db) => {
        await db.put('connections', connection, accountKey(connection.crm, connection.account));
      }),
    remove: (crm, account) =>
      database(async (db) => {
        const id = accountKey(crm, account);
        const work = db.transaction(['connections', 'cache'], 'readwrite');
        const cached = await work.objectStore('cache').index('account').getAllKeys(id);
        await Promise.all([
          work.objectStore('connections').delete(id),
          ...cached.map((key) => work.objectStore('cache').delete(key)),
          work.done,
        ]);
      }),
  };
}

/** The row without its key: all that ever leaves the background. A key under 12 characters shows nothing of itself. */
export function publicView(row: StoredConnection, crmName: string): Connection {
  return {
    crm: row.crm,
    crmName,
    account: row.account,
    accountName: row.accountName,
    person: row.person,
    keyEnd: row.key.length < 12 ? '' : row.key.slice(-4),
    connectedAt: row.connectedAt,
    missing: row.missing,
  };
}
