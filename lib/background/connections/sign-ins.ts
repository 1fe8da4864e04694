// Signing in to an account without a pasted key: begun in the background, finished when the rep has said who they are.

import type { StoredConnection, StoredPending } from '@/lib/background/storage/database';
import type { Account, Crm, Fetch, OAuthWay, SessionWay } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import { accountKey } from '@/lib/record/account-key';
import type { Person } from '@/lib/record/record';
import { accountOf, peopleOrNone, system } from './asking';
import type { SignInBrowser } from './browser';
import { boundedFetch } from './call';
import type { Cookies } from './cookies';
import { digestOf } from './digest';
import { findSession } from './find-session';
import { accountLock, type Lock } from './locks';
import { signIn } from './oauth';
import type { Policy } from './policy';
import type { Reaches } from './reach';
import { wayOf } from './renewal';
import { notEnded, type Revoke } from './revoke';
import { scrubbed } from './secrets';
import type { ConnectionStore, Still } from './store';

/** A sign-in that nobody finishes in this time is ended. */
const PENDING_MS = 60 * 60 * 1000;
/** One that the CRM could not be told to end is tried again for so long: a weekend, as a computer may be off. */
const TRIED_MS = 72 * PENDING_MS;

/** After every time there is. */
const LAST = '9999';

type Credential = StoredPending['credential'];
/** What is known before: what the rep typed, and, where the account is connected by session, a page of it. */
type Attempt = { way: Credential['way']; values: Record<string, string>; page?: string };
type Opened = { credential: Credential; key: string; account: string };

/** A sign-in that is forgotten here, and may still be good at the CRM. */
export type NotEnded = { accountName: string; crmName: string; problem: Problem };

export type Begun = { pending: string; account: Account; people: Person[] };
export type SignIns = {
  begin(crm: string, way: Credential['way'], values: Record<string, string>, still?: Still): Promise<Begun>;
  finish(pending: string, person: Person): Promise<StoredConnection>;
  /** Signs in to a connected account anew, the same way; rejects with sign-in where it is another one. */
  again(row: StoredConnection, still?: Still): Promise<StoredConnection>;
  /**
   * Ends what nobody finished within the hour. What the CRM could not be told to end stays for the next time, some days
   * at most. Never rejects.
   */
  tidy(): Promise<void>;
  /** Ends and forgets all that waits; gives what the CRM could not be told to end. Never rejects. */
  drop(): Promise<NotEnded[]>;
};

type Needs = {
  store: ConnectionStore;
  crmById: (id: string) => Crm | null;
  browser: SignInBrowser;
  policy: Policy;
  fetch: Fetch;
  lock: Lock;
  revoke: Revoke;
  reach: Pick<Reaches, 'origins' | 'must' | 'giveBack'>;
  cookies: Cookies;
  /** Asks for `tidy` in so many ms, also where the worker has ended by then; a later call takes the place of the one before. */
  remind: (ms: number) => void;
  now: () => Date;
};

export function createSignIns(needs: Needs): SignIns {
  const { store, crmById, browser, policy, fetch, lock, revoke, reach, cookies, remind, now } = needs;

  async function open(crm: Crm, { way: kind, values: typed, page: known }: Attempt): Promise<Opened> {
    if (kind === 'oauth') {
      const way = wayOf(crm, kind);
      if (!way) throw noSuchWay(crm);
      return openOAuth(crm, way, { ...typed, ...(await policy(crm.id)) });
    }
    const way = wayOf(crm, kind);
    if (!way) throw noSuchWay(crm);
    const page = known ?? (await pageOf(crm, way, typed.account || null));
    const found = await findSession(browser, crm.name, way, page, accountOf(crm, page));
    return { credential: { way: kind, page }, ...found };
  }

  async function openOAuth(crm: Crm, way: OAuthWay, values: Record<string, string>): Promise<Opened> {
    const host = way.reach ? (values[way.reach.field] ?? '') : '';
    try {
      await reach.must(crm.id, host);
      const tokens = await signIn(browser, way, values, boundedFetch(crm.name, fetch));
      const credential = { way: 'oauth' as const, values, tokens };
      const account = new URL(tokens.origin).host;
      // The CRM may name another host than the one that was typed.
      await reach.must(crm.id, account).catch(async (error: unknown) => {
        await revoke(crm.id, credential).catch(reported('connections.revoke', undefined));
        throw error;
      });
      return { credential, key: tokens.access, account };
    } catch (error) {
      await reach.giveBack(crm.id, host);
      throw error;
    }
  }

  /** A page of the account that the rep named; where none was named, of the only one that has any. */
  async function pageOf(crm: Crm, way: SessionWay, account: string | null): Promise<string> {
    const pages = (await browser.pages(crm.id)).filter(
      (url) => account === null || accountOf(crm, url) === account,
    );
    const usable = pages.filter((url) => !way.barred?.(url)).map((url) => accountOf(crm, url));
    if (new Set(usable).size > 1)
      throw new ProblemError({
        kind: 'sign-in',
        message: `Several accounts of ${crm.name} are open in this browser. Choose the one to connect.`,
      });
    // One behind a proxy only where there is no other: it then says why it is of no use.
    const page = pages.find((url) => !way.barred?.(url)) ?? pages[0];
    if (page) return `${new URL(page).origin}/`;
    const message = `Open ${crm.name} in a tab, sign in there, and come back.`;
    throw new ProblemError({ kind: 'sign-in', message });
  }

  /** Signs in, keeps it aside at once, and asks whose it is. Nothing stays where any of it fails. */
  async function aside(crm: Crm, attempt: Attempt, still?: Still) {
    const { credential, key, account: host } = await open(crm, attempt);
    const id = crypto.randomUUID();
    const row: StoredPending = { crm: crm.id, credential, account: null, at: now().toISOString() };
    try {
      await store.pending.put(id, row, still);
      remind(PENDING_MS);
      const fields = credential.way === 'oauth' ? credential.tokens.fields : {};
      const session = (await crm.load()).open({ key, account: host, fields });
      const account = await session.check();
      const known = account.user ? await seen(credential, key) : credential;
      await store.pending.put(id, { ...row, credential: known, account }, still);
      return { id, credential: known, account, session };
    } catch (error) {
      await drop(id, row);
      throw scrubbed(error, key, ...(credential.way === 'oauth' ? [credential.tokens] : []));
    }
  }

  /** The same; what the browser allowed for it is given back where nothing came of it. */
  async function attempt(crm: Crm, what: Attempt, still?: Still) {
    try {
      return await cookies.during(() => aside(crm, what, still));
    } catch (error) {
      if (what.way === 'session') await cookies.giveBack();
      throw error;
    }
  }

  /** Ends it at the CRM, and forgets it. Gives why the CRM could not be told; it then stays where `keep` says so. */
  async function drop(id: string, row: StoredPending | null, keep = false): Promise<Problem | null> {
    const why = row && (await notEnded(revoke, row));
    if (why && keep) return why;
    await store.pending.drop(id).catch(reported('connections.revoke', undefined));
    if (row?.credential.way === 'oauth')
      await reach.giveBack(row.crm, new URL(row.credential.tokens.origin).host);
    if (row?.credential.way === 'session') await cookies.giveBack();
    return why;
  }

  /** Puts the sign-in into the account's row, and ends the one that was there. */
  function keep(id: string, account: Account, connection: StoredConnection): Promise<StoredConnection> {
    return lock(accountLock(accountKey(connection.crm, account.id)), async () => {
      const before = await store.get(connection.crm, account.id);
      if (!(await store.pending.finish(id, connection))) throw tooLate();
      if (before && !sameTokens(before.credential, connection.credential)) {
        await revoke(before.crm, before.credential).catch(reported('connections.revoke', undefined));
      }
      if (before?.credential.way === 'session') await cookies.giveBack();
      return connection;
    });
  }

  function connectionOf(id: string, row: StoredPending, account: Account, person: Person): StoredConnection {
    return {
      crm: row.crm,
      account: account.id,
      accountName: account.name,
      credential: row.credential,
      signedOut: false,
      user: account.user ?? null,
      person: account.user ?? person,
      connectedAt: now().toISOString(),
      missing: account.missing,
      pending: id,
    };
  }

  const before = (time: string) => store.pending.before(time).catch(reported('connections.sign-ins', []));
  const ago = (ms: number) => new Date(now().getTime() - ms).toISOString();

  async function tidy(): Promise<void> {
    const lately = ago(TRIED_MS);
    const old = await before(ago(PENDING_MS));
    await Promise.all(old.map(({ id, row }) => drop(id, row, row !== null && row.at > lately)));
    // Those that could not be ended, and those that are not an hour old yet.
    if ((await before(LAST)).length > 0) remind(PENDING_MS);
  }

  async function dropAll(): Promise<NotEnded[]> {
    const all = await before(LAST);
    const told = all.map(async ({ id, row }) => {
      const problem = await drop(id, row);
      if (!problem || row?.credential.way !== 'oauth') return [];
      const accountName = row.account?.name ?? new URL(row.credential.tokens.origin).host;
      return [{ accountName, crmName: crmById(row.crm)?.name ?? row.crm, problem }];
    });
    return (await Promise.all(told)).flat();
  }

  /**
   * Ends what else waits to be finished for this account: whoever signs in anew has left it, and its tokens would stay
   * good for an hour. One that is being finished holds the lock, and is none that waits once it is over.
   */
  async function supersede(id: string, crm: string, account: Account): Promise<void> {
    const own = await store.pending.get(id);
    const all = (await store.pending.before(LAST)).filter((one) => one.id !== id);
    await lock(accountLock(accountKey(crm, account.id)), async () => {
      for (const other of all) {
        const row = await store.pending.get(other.id);
        if (row?.crm !== crm || row.account?.id !== account.id || row.credential.way !== 'oauth') continue;
        if (own && sameTokens(own.credential, row.credential)) continue;
        await drop(other.id, row);
      }
    });
  }

  return {
    tidy,
    drop: dropAll,
    async begin(crm, way, values, still) {
      const { id, account, session } = await attempt(system(crmById, crm), { way, values }, still);
      await supersede(id, crm, account).catch(reported('connections.sign-ins', undefined));
      // Not before: what the browser has just granted for this sign-in is not to be tidied away with an old one's.
      void tidy();
      const people = account.user ? [account.user] : await peopleOrNone(() => session.people());
      return { pending: id, account, people };
    },
    async finish(id, person) {
      const row = await store.pending.get(id);
      if (row?.account) return keep(id, row.account, connectionOf(id, row, row.account, person));
      // The answer to an earlier "finish" may have been lost with its worker.
      const done = (await store.all()).find(({ pending }) => pending === id);
      const changed = done && (await store.change(done.crm, done.account, (old) => writingAs(old, person)));
      if (changed) return changed;
      throw tooLate();
    },
    async again(row, still) {
      if (row.credential.way === 'key') throw noSuchWay(system(crmById, row.crm));
      const { id, credential, account } = await attempt(
        system(crmById, row.crm),
        row.credential.way === 'oauth' ? row.credential : { ...row.credential, values: {} },
        still,
      );
      const waiting = { crm: row.crm, credential, account, at: now().toISOString() };
      if (account.id === row.account) {
        return keep(id, account, connectionOf(id, waiting, account, row.person));
      }
      await drop(id, waiting);
      throw new ProblemError({
        kind: 'sign-in',
        message: `You signed in to ${account.name}, and this is ${row.accountName}. Sign in to that one.`,
      });
    },
  };
}

/**
 * The connection with another person to write as. Where the CRM says whose the sign-in is, it stays that user: what is
 * written under another's name would count for nothing when it is read back.
 */
export function writingAs(row: StoredConnection, person: Person): StoredConnection {
  return { ...row, person: row.user ?? person };
}

/** With the digest of a browser's session, whose user the CRM has just told. */
async function seen(credential: Credential, key: string): Promise<Credential> {
  return credential.way === 'session' ? { ...credential, digest: await digestOf(key) } : credential;
}

/** A CRM may give the refresh token out again that it gave before: ending the old one would end the new. */
function sameTokens(a: StoredConnection['credential'], b: StoredConnection['credential']): boolean {
  if (a.way !== 'oauth' || b.way !== 'oauth') return false;
  return a.tokens.access === b.tokens.access || a.tokens.refresh === b.tokens.refresh;
}

const tooLate = () =>
  new ProblemError({
    kind: 'sign-in',
    message: 'This sign-in was too long ago, or another one has taken its place.',
  });

function noSuchWay(crm: Crm): ProblemError {
  return new ProblemError({ kind: 'invalid', message: `${crm.name} is not signed in to in this way.` });
}
