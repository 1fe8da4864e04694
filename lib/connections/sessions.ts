// One open session per connection, picked by the account that a page shows.
import type { Credential, Crm, CrmSession } from '@/lib/crm/crm';
import { accountKey, type StoredConnection } from '@/lib/database';
import { ProblemError } from '@/lib/problem';
import type { SignInBrowser } from './browser';
import { findSession } from './find-session';
import { type Renewal, wayOf } from './renewal';
import type { ConnectionStore } from './store';

export type Sessions = {
  /** For reading. Rejects with 'not-connected', or 'wrong-account' where only other accounts are connected. */
  forReading(crm: string, account: string): Promise<CrmSession>;
  /** The same, after the CRM itself has said once in this worker's life whose key it is. */
  forWriting(crm: string, account: string): Promise<CrmSession>;
  /** After a connection was saved or removed. */
  forget(crm: string, account: string): void;
};

type Needs = {
  store: Pick<ConnectionStore, 'get' | 'all'>;
  crmById: (id: string) => Crm | null;
  renew: Renewal;
  browser: Pick<SignInBrowser, 'cookies'>;
};

type Open = { signIn: string; session: CrmSession; checked: Promise<void> | null };

export function createSessions({ store, crmById, renew, browser }: Needs): Sessions {
  const open = new Map<string, Open>();

  async function session(crm: string, account: string): Promise<Open> {
    const row = await store.get(crm, account);
    const system = crmById(crm);
    if (!row || !system) throw new ProblemError(await notConnected(crm, account));
    const id = accountKey(crm, account);
    const known = open.get(id);
    if (known?.signIn === signInOf(row)) return known;
    const credential = await credentialOf(row, system);
    const meanwhile = open.get(id);
    if (meanwhile?.signIn === signInOf(row)) return meanwhile;
    const fresh: Open = { signIn: signInOf(row), session: system.open(credential), checked: null };
    open.set(id, fresh);
    return fresh;
  }

  async function credentialOf(row: StoredConnection, system: Crm): Promise<Credential> {
    const { account, credential } = row;
    if (credential.way === 'key') return { key: credential.key, account };
    if (credential.way === 'oauth') return renewed(row, credential.tokens.access);
    const way = wayOf(system, 'session');
    if (!way) throw new ProblemError(await notConnected(row.crm, account));
    return renewed(row, (await findSession(browser, system.name, way, credential.page, account)).key);
  }

  /** A key that gets a successor when it is refused. What is refused is always the newest that was given out here. */
  function renewed({ crm, account }: StoredConnection, key: string): Credential {
    let newest = key;
    return {
      key,
      account,
      async renew() {
        newest = await renew(crm, account, newest);
        return newest;
      },
    };
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

/** Names the sign-in that a session was opened on; a renewed token is still the same one. */
function signInOf({ credential, connectedAt }: StoredConnection): string {
  return credential.way === 'key' ? `key ${credential.key}` : `${credential.way} ${connectedAt}`;
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
