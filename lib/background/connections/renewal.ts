// A fresh key after the CRM refused one: by the refresh token, one at a time, and kept before anyone uses it.
//
//   refused --> (lock) --> the row has another one already --> that one
//                      \-> refresh --> kept in the database --> used
//                                  \-> the CRM says it is over --> the row says so, and the rep signs in again

import type { StoredConnection } from '@/lib/background/storage/database';
import type { Crm, Fetch, OAuthWay, SessionWay, SignInWay, Tokens, WayKind } from '@/lib/crm/shared/crm';
import { report } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import { accountKey } from '@/lib/record/account-key';
import type { SignInBrowser } from './browser';
import { boundedFetch } from './call';
import { findSession } from './find-session';
import { accountLock, type Lock } from './locks';
import { ofConnection } from './other-user';
import { scrubbed } from './secrets';
import type { ConnectionStore } from './store';

/**
 * Gives a key that is not `refused`. Rejects with key-refused where the rep has to sign in again, with other-user where
 * someone else has signed in since `opened` was: what is repeated with the key must be the same person's.
 */
export type Renewal = (
  crm: string,
  account: string,
  refused: string,
  opened?: StoredConnection,
) => Promise<string>;

type Needs = {
  store: Pick<ConnectionStore, 'get' | 'change'>;
  crmById: (id: string) => Crm | null;
  fetch: Fetch;
  lock: Lock;
  browser: Pick<SignInBrowser, 'cookies'>;
  /** Told when an account was signed out. */
  changed: () => void;
};

export function createRenewal({ store, crmById, fetch, lock, browser, changed }: Needs): Renewal {
  const nameOf = (crm: string) => crmById(crm)?.name ?? crm;

  async function signedOut(row: StoredConnection): Promise<ProblemError> {
    if (!row.signedOut) {
      await store.change(row.crm, row.account, (now) =>
        sameSignIn(now, row) ? { ...now, signedOut: true } : now,
      );
      changed();
    }
    return refused(
      'oauth',
      `${nameOf(row.crm)} ended the sign-in. All else is kept; sign in again to go on.`,
    );
  }

  async function refreshed(row: StoredConnection, way: OAuthWay, tokens: Tokens): Promise<string> {
    if (tokens.refresh === null) throw await signedOut(row);
    const ask = () => way.refresh(tokens, boundedFetch(nameOf(row.crm), fetch));
    let fresh: Tokens;
    try {
      // Where the first one did not get there, this one does; where only its answer was lost, and the CRM gives each
      // refresh token one use, the sign-in is over, now or at the next call.
      fresh = await ask().catch((error: unknown) => {
        if (!isOffline(error)) throw error;
        return ask();
      });
    } catch (error) {
      if (isRefusal(error)) throw await signedOut(row);
      throw scrubbed(error, tokens);
    }
    // Kept before it is used: the old refresh token may be worth nothing from now on.
    const keep = () =>
      store.change(row.crm, row.account, (now) =>
        sameSignIn(now, row) && now.credential.way === 'oauth'
          ? { ...now, credential: { ...now.credential, tokens: fresh }, signedOut: false }
          : now,
      );
    // The database opens itself anew after a fault, and what would be lost can't be had again.
    const kept = await keep().catch((error: unknown) => {
      report(error, 'connections.renewal');
      return keep();
    });
    if (kept?.credential.way !== 'oauth') throw notConnected(row);
    return kept.credential.tokens.access;
  }

  /** Nothing is kept of it: the rep may sign in to the CRM in this browser at any moment. */
  async function found(row: StoredConnection, way: SessionWay, page: string, old: string): Promise<string> {
    const { key } = await findSession(browser, nameOf(row.crm), way, page, row.account);
    if (key !== old) return key;
    throw refused('session', `${nameOf(row.crm)} does not take the session of this browser.`);
  }

  return (crm, account, old, opened) =>
    lock(accountLock(accountKey(crm, account)), async () => {
      const row = await store.get(crm, account);
      if (!row) throw notConnected({ crm, account });
      const other = opened && ofConnection({ user: opened.user ?? opened.person }, row.user);
      if (other) throw new ProblemError(other);
      const { credential } = row;
      const way = wayOf(crmById(crm), credential.way);
      if (credential.way === 'session' && way?.kind === 'session') {
        return found(row, way, credential.page, old);
      }
      if (credential.way === 'oauth' && way?.kind === 'oauth') {
        // Someone else, or this worker's predecessor, has renewed it since the request was sent.
        if (credential.tokens.access !== old) return credential.tokens.access;
        if (row.signedOut) throw await signedOut(row);
        return refreshed(row, way, credential.tokens);
      }
      throw refused(credential.way, 'This sign-in can’t be renewed.');
    });
}

/** The CRM's way of this kind; null where it has none (any more). */
export function wayOf<K extends SignInWay['kind']>(crm: Crm | null, kind: K) {
  return crm?.ways.find((way): way is Extract<SignInWay, { kind: K }> => way.kind === kind) ?? null;
}

/** Whether the row still holds the sign-in that was looked at: the rep may have signed in anew meanwhile. */
export function sameSignIn(now: StoredConnection, before: StoredConnection): boolean {
  return now.connectedAt === before.connectedAt && now.credential.way === before.credential.way;
}

function refused(way: WayKind, message: string): ProblemError {
  return new ProblemError({ kind: 'key-refused', way, message });
}

/** The CRM said no to the refresh token itself; anything else may pass. */
function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.kind === 'key-refused';
}

/** The line broke. After a time-out nobody waits once more: a second one would outlast the worker. */
function isOffline(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.kind === 'offline';
}

function notConnected({ crm, account }: { crm: string; account: string }): ProblemError {
  return new ProblemError({
    kind: 'not-connected',
    message: `Account ${account} of ${crm} was disconnected meanwhile.`,
  });
}
