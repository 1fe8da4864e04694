// One open session per connection, picked by the account that a page shows.
import type { Crm, CrmSession } from '@/lib/crm/crm';
import { accountKey } from '@/lib/database';
import { ProblemError } from '@/lib/problem';
import type { ConnectionStore } from './store';

export type Sessions = {
  /** For reading. Rejects with 'not-connected', or 'wrong-account' where only other accounts are connected. */
  forReading(crm: string, account: string): Promise<CrmSession>;
  /** The same, after the CRM itself has said once in this worker's life whose key it is. */
  forWriting(crm: string, account: string): Promise<CrmSession>;
  /** After a connection was saved or removed. */
  forget(crm: string, account: string): void;
};

type Open = { key: string; session: CrmSession; checked: Promise<void> | null };

export function createSessions(store: ConnectionStore, crmById: (id: string) => Crm | null): Sessions {
  const open = new Map<string, Open>();

  async function session(crm: string, account: string): Promise<Open> {
    const row = await store.get(crm, account);
    const system = crmById(crm);
    if (!row || !system) throw new ProblemError(await notConnected(crm, account));
    const id = accountKey(crm, account);
    const known = open.get(id);
    if (known?.key === row.key) return known;
    const fresh = { key: row.key, session: system.open({ key: row.key, account }), checked: null };
    open.set(id, fresh);
    return fresh;
  }

  async function notConnected(crm: string, account: string) {
    const name = crmById(crm)?.name ?? crm;
    const other = (await store.all()).find((row) => row.crm === crm);
    if (!other) {
      return { kind: 'not-connected' as const, message: `${name} account ${account} is not connected yet.` };
    }
    return wrongAccount(account, other.account);
  }

  return {
    forReading: async (crm, account) => (await session(crm, account)).session,
    async forWriting(crm, account) {
      const entry = await session(crm, account);
      // A failed check is not remembered: the next write asks again.
      entry.checked ??= sameAccount(entry.session, account).catch((error) => {
        entry.checked = null;
        throw error;
      });
      await entry.checked;
      return entry.session;
    },
    forget: (crm, account) => void open.delete(accountKey(crm, account)),
  };
}

async function sameAccount(session: CrmSession, account: string): Promise<void> {
  const found = await session.check();
  if (found.id !== account) throw new ProblemError(wrongAccount(account, found.id));
}

function wrongAccount(page: string, key: string) {
  return {
    kind: 'wrong-account' as const,
    message: `This page belongs to account ${page}, and the key to account ${key}. Nothing was read or written.`,
    accounts: { page, key },
  };
}
