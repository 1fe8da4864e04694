// The accounts: signing in, what a sign-in opens, and the hosts that it reaches, wired to each other and to the browser.
import { browser } from 'wxt/browser';
import { signInBrowser } from '@/lib/background/connections/browser';
import { createConnections } from '@/lib/background/connections/connections';
import { createCookies } from '@/lib/background/connections/cookies';
import { browserLock } from '@/lib/background/connections/locks';
import { createPolicy } from '@/lib/background/connections/policy';
import { createReach } from '@/lib/background/connections/reach';
import { createRenewal } from '@/lib/background/connections/renewal';
import { createRevoke } from '@/lib/background/connections/revoke';
import { createSessions } from '@/lib/background/connections/sessions';
import { createSignIns } from '@/lib/background/connections/sign-ins';
import type { ConnectionStore } from '@/lib/background/connections/store';
import { createWays } from '@/lib/background/connections/ways';
import { crmById, crms } from '@/lib/crm/registry';
import type { Place } from '@/lib/record/record';

type Needs = {
  store: ConnectionStore;
  /** An account was connected or let go, or someone signed in or out. */
  changed: () => void;
  /** Asks for what waits to be gone over, in so many ms. */
  remind: (ms: number) => void;
};

export function createAccounts({ store, changed, remind }: Needs) {
  const signingIn = {
    store,
    crmById,
    browser: signInBrowser,
    policy: createPolicy(async () => browser.storage.managed.get('signIn')),
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    lock: browserLock,
    changed,
    now: () => new Date(),
  };
  const reach = createReach(signingIn);
  /** Whether a page may speak to us: the browser lets us reach the account that it shows. */
  const reaches = (place: Place) => {
    const { crm, account } = place.role === 'none' ? place : place.ref;
    return account === null ? Promise.resolve(true) : reach.open(crm, account);
  };
  const revoke = createRevoke(crmById, signingIn.fetch);
  const sessions = createSessions({
    ...signingIn,
    renew: createRenewal(signingIn),
    keepArea: browser.storage.session,
  });
  const cookies = createCookies(signingIn);
  const signIns = createSignIns({ ...signingIn, revoke, reach, cookies, remind });
  const connections = createConnections({
    ...signingIn,
    pages: signInBrowser.pages,
    sessions,
    signIns,
    revoke,
    reach,
    cookies,
  });
  return { reach, reaches, sessions, signIns, connections, ways: createWays({ ...signingIn, crms }) };
}
