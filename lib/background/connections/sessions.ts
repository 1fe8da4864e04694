// One open session per connection, picked by the account that a page shows.

import type { StoredConnection, StoredCredential } from '@/lib/background/storage/database';
import type { Allowance, Crm, CrmSession } from '@/lib/crm/shared/crm';
import { originsIn } from '@/lib/crm/shared/host-permissions';
import { reported } from '@/lib/diagnostics/report';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import { accountKey } from '@/lib/record/account-key';
import type { Person } from '@/lib/record/record';
import type { SignInBrowser } from './browser';
import { digestOf } from './digest';
import { findSession } from './find-session';
import { type KeepArea, keepName } from './keep';
import { type Opened, openSignIn } from './opened';
import { type Answerer, ofConnection, otherUser } from './other-user';
import { type Renewal, sameSignIn, wayOf } from './renewal';
import type { ConnectionStore } from './store';
import { ownerUnasked } from './unasked';

export type Sessions = {
  /** For reading. Rejects with 'not-connected', or 'wrong-account' where only other accounts are connected. */
  forReading(crm: string, account: string): Promise<CrmSession>;
  /**
   * For writing what this person confirmed, after the CRM itself has said once in this worker's life whose account the
   * key opens, and for each session of the browser whose it is. Rejects with 'other-user' where it isn't theirs.
   */
  forWriting(crm: string, account: string, answerer: Answerer): Promise<CrmSession>;
  /**
   * The CRM's user who is signed in now; null where that is nobody or can't be known. Rejects with 'other-user' where the
   * browser's session is not that of whoever connected the account, or nobody can say whose it is: what they decide is
   * not to be taken for the other's.
   */
  signedIn(crm: string, account: string): Promise<Person | null>;
  /** One cheap read, to learn whether the connection works now. Rejects with why it does not. */
  test(crm: string, account: string): Promise<void>;
  /** What each CRM has told in this worker's life of the calls that are left. */
  allowances(): { crm: string; account: string; allowance: Allowance }[];
  /** After a connection was saved or removed. */
  forget(crm: string, account: string): void;
};

type Needs = {
  store: Pick<ConnectionStore, 'get' | 'all' | 'change'>;
  crmById: (id: string) => Crm | null;
  renew: Renewal;
  browser: Pick<SignInBrowser, 'cookies' | 'reaches'>;
  /** Where how a CRM is set up outlives the worker; left out: it doesn't. */
  keepArea?: KeepArea;
};

type Open = Opened & Of & { signIn: string; checked: Promise<void> | null };
type Of = { crm: string; account: string };

export function createSessions({ store, crmById, renew, browser, keepArea }: Needs): Sessions {
  const open = new Map<string, Open>();

  async function session(crm: string, account: string): Promise<{ row: StoredConnection; entry: Open }> {
    const row = await store.get(crm, account);
    const system = crmById(crm);
    if (!row || !system) throw new ProblemError(await notConnected(crm, account));
    const id = accountKey(crm, account);
    const { open: openSession } = await system.load();
    const { key, fields } = await keyOf(row, system);
    const known = open.get(id);
    // A browser's session is whatever the browser has now: someone else may have signed in there.
    const same = row.credential.way !== 'session' || known?.key() === key;
    if (known?.signIn === signInOf(row) && same && !known.over()) return { row, entry: known };
    const opened = openSignIn({ open: openSession, row, renew, keepArea }, key, fields);
    const entry: Open = { ...opened, crm, account, signIn: signInOf(row), checked: null };
    open.set(id, entry);
    return { row, entry };
  }

  async function keyOf(row: StoredConnection, system: Crm) {
    const { account, credential } = row;
    if (credential.way === 'key') return { key: credential.key };
    if (credential.way === 'oauth')
      return { key: credential.tokens.access, fields: credential.tokens.fields };
    const way = wayOf(system, 'session');
    if (!way) throw new ProblemError(await notConnected(row.crm, account));
    return { key: (await findSession(browser, system.name, way, credential.page, account)).key };
  }

  async function notConnected(crm: string, account: string): Promise<Problem> {
    const name = crmById(crm)?.name ?? crm;
    const other = (await store.all()).find((row) => row.crm === crm);
    if (other) return wrongAccount(account, other.account);
    return { kind: 'not-connected', message: `${name} account ${account} is not connected yet.` };
  }

  /** Rejects where the browser's owner has taken back what it takes to reach the account. */
  async function mayReach(crm: string, account: string): Promise<void> {
    const origins = originsIn(wayOf(crmById(crm), 'oauth')?.reach, account);
    if (origins.length === 0 || (await browser.reaches(origins))) return;
    const message = `The browser no longer lets Stagecheck reach ${account}.`;
    throw new ProblemError({ kind: 'not-connected', message, barred: account });
  }

  /** Whose the key is; kept with the connection where that was not known before, with which session of theirs it is. */
  async function userOf({ row, entry }: { row: StoredConnection; entry: Open }): Promise<Person | null> {
    const user = await entry.user();
    if (!user || (row.user && row.user.id !== user.id)) return user;
    const digest = row.credential.way === 'session' ? await digestOf(entry.key()) : undefined;
    const seen = row.credential.way !== 'session' || row.credential.digest === digest;
    if (row.user && seen) return user;
    await store.change(row.crm, row.account, (now) =>
      sameSignIn(now, row) ? { ...now, user, credential: seenAs(now.credential, digest) } : now,
    );
    return user;
  }

  async function unasked(row: StoredConnection, why: unknown): Promise<Person | null> {
    const way = wayOf(crmById(row.crm), 'session');
    if (!way) throw why;
    return ownerUnasked(browser, way, row, why);
  }

  return {
    forReading: async (crm, account) => (await session(crm, account)).entry.session,
    async forWriting(crm, account, answerer) {
      await mayReach(crm, account);
      const { row, entry } = await session(crm, account);
      // A failed check is not remembered: the next write asks again.
      entry.checked ??= sameAccount(entry.session, account).catch((error) => {
        entry.checked = null;
        throw error;
      });
      await entry.checked;
      const problem = otherUser(row, await userOf({ row, entry }), answerer);
      if (problem) throw new ProblemError(problem);
      return entry.session;
    },
    async test(crm, account) {
      await mayReach(crm, account);
      const { row, entry } = await session(crm, account);
      await (entry.session.ping ?? entry.session.check)();
      const problem = ofConnection(row, await entry.user(), 'confirm');
      if (problem) throw new ProblemError(problem);
    },
    allowances: () =>
      [...open.values()].flatMap(({ crm, account, session }) => {
        const allowance = session.allowance?.();
        return allowance ? [{ crm, account, allowance }] : [];
      }),
    async signedIn(crm, account) {
      const row = await store.get(crm, account);
      if (row?.credential.way !== 'session') return row?.user ?? null;
      const user = await session(crm, account)
        .then(userOf)
        .catch((why: unknown) => unasked(row, why));
      const problem = ofConnection(row, user, 'confirm');
      if (problem) throw new ProblemError(problem);
      return user;
    },
    forget(crm, account) {
      open.delete(accountKey(crm, account));
      // What stays would not be given out to another sign-in either.
      keepArea?.remove(keepName(accountKey(crm, account))).catch(reported('connections.sessions', undefined));
    },
  };
}

/** Names the sign-in that a session was opened on; a renewed token is still the same one. */
function signInOf({ credential, connectedAt }: StoredConnection): string {
  return credential.way === 'key' ? `key ${credential.key}` : `${credential.way} ${connectedAt}`;
}

/** With the digest of the browser's session that was just known to be the connection's own user's. */
const seenAs = (credential: StoredCredential, digest: string | undefined): StoredCredential =>
  credential.way === 'session' && digest !== undefined ? { ...credential, digest } : credential;

async function sameAccount(session: CrmSession, account: string): Promise<void> {
  const found = session.whose ? await session.whose() : (await session.check()).id;
  if (found !== account) throw new ProblemError(wrongAccount(account, found));
}

function wrongAccount(page: string, key: string) {
  return {
    kind: 'wrong-account' as const,
    message: `This page belongs to account ${page}, and the connection to account ${key}. Nothing was read or written.`,
    accounts: { page, key },
  };
}
