// A database in which accounts are connected: what is read of them is kept only as long as they are.
import { createConnectionStore } from '@/lib/background/connections/store';
import type { Database } from '@/lib/background/storage/database';

/** The database once these accounts are in it. */
export function connectedTo(database: Database, ...accounts: { crm: string; account: string }[]): Database {
  const store = createConnectionStore(database);
  const there = Promise.all(
    accounts.map(({ crm, account }) =>
      store.put({
        ...{ crm, account, accountName: 'Portal', signedOut: false, user: null, missing: [], pending: null },
        credential: { way: 'key', key: 'pat-made-up' },
        person: { id: '77', name: 'Lena Brandt', email: 'lena@example.com' },
        connectedAt: '2026-11-21T09:00:00.000Z',
      }),
    ),
  );
  return async (work) => {
    await there;
    return database(work);
  };
}
