// Connecting a CRM account: check a key or sign in, keep it, say who the rep is, let it go.

import type { StoredConnection } from '@/lib/background/storage/database';
import type { Account, Crm } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import type { Answers, Connection } from '@/lib/protocol/messages';
import { accountKey } from '@/lib/record/account-key';
import type { Person } from '@/lib/record/record';
import { accountOf, peopleOrNone, system } from './asking';
import type { Cookies } from './cookies';
import { accountLock, type Lock } from './locks';
import type { Reaches } from './reach';
import { notEnded, type Revoke } from './revoke';
import type { Sessions } from './sessions';
import { type Begun, type SignIns, writingAs } from './sign-ins';
import type { ConnectionStore, Still } from './store';
import { publicView } from './view';

export type Connections = {
  /** Asks the CRM whose key it is and who its people are; keeps nothing. */
  check(crm: string, key: string): Promise<{ account: Account; people: Person[] }>;
  /** Checks again and keeps the key under the account that the CRM named. */
  save(crm: string, key: string, person: Person, still?: Still): Promise<Connection>;
  /** Signs in without a key; what came of it waits in the background for `finish`. */
  begin: (
    crm: string,
    way: 'oauth' | 'session',
    values: Record<string, string>,
    still?: Still,
  ) => Promise<Begun>;
  finish(pending: string, person: Person): Promise<Connection>;
  /** Signs in anew to a connected account; the mapping stays, and the person where the same user signed in. */
  again(crm: string, account: string, still?: Still): Promise<Connection>;
  list(): Promise<Connection[]>;
  find(crm: string, account: string): Promise<Connection | null>;
  people(crm: string, account: string): Promise<Person[]>;
  /** Rejects with forbidden where the CRM says whose the sign-in is, and that is another user. */
  choosePerson(crm: string, account: string, person: Person): Promise<Connection>;
  /** Removes it here whatever the CRM says; `notEnded` is why the CRM could not be told to end the sign-in. */
  remove(crm: string, account: string): Promise<Answers['connections.remove']>;
};

type Needs = {
  store: ConnectionStore;
  sessions: Sessions;
  signIns: SignIns;
  crmById: (id: string) => Crm | null;
  lock: Lock;
  revoke: Revoke;
  reach: Pick<Reaches, 'sync' | 'giveBack'>;
  cookies: Pick<Cookies, 'giveBack'>;
  now: () => Date;
  /** The addresses of the tabs that show a page of this CRM. */
  pages?: (crm: string) => Promise<string[]>;
  /** Told after every change, so that open sidebars learn of it. */
  changed: () => void;
};

export function createConnections(needs: Needs): Connections {
  const { store, sessions, signIns, crmById, lock, revoke, reach, cookies, now, changed } = needs;
  const view = (row: StoredConnection) => publicView(row, crmById(row.crm));

  function kept(row: StoredConnection): Connection {
    sessions.forget(row.crm, row.account);
    changed();
    return view(row);
  }

  /** Answered when our script is registered in its pages, so that the rep can go there at once. */
  async function signedIn(row: StoredConnection): Promise<Connection> {
    await reach.sync();
    return kept(row);
  }

  async function connected(crm: string, account: string): Promise<StoredConnection> {
    const row = await store.get(crm, account);
    if (row) return row;
    throw new ProblemError({ kind: 'not-connected', message: `Account ${account} is not connected.` });
  }

  /** The account of the pages that are open; null where there are none, or of several. */
  async function openPage(crm: string): Promise<string | null> {
    const urls = (await needs.pages?.(crm).catch(reported('connections.pages', []))) ?? [];
    const found = new Set(urls.flatMap((url) => accountOf(system(crmById, crm), url) ?? []));
    const [only = null] = found;
    return found.size === 1 ? only : null;
  }

  return {
    async check(crm, key) {
      const { open } = await system(crmById, crm).load();
      const session = open({ key: key.trim(), account: null, page: await openPage(crm) });
      const account = await session.check();
      return { account, people: await peopleOrNone(() => session.people()) };
    },
    async save(crm, key, person, still) {
      const trimmed = key.trim();
      const { open } = await system(crmById, crm).load();
      const account = await open({ key: trimmed, account: null, page: await openPage(crm) }).check();
      const row: StoredConnection = {
        crm,
        account: account.id,
        accountName: account.name,
        credential: { way: 'key', key: trimmed },
        signedOut: false,
        user: account.user ?? null,
        person,
        connectedAt: now().toISOString(),
        missing: account.missing,
        pending: null,
      };
      await store.put(row, still);
      return kept(row);
    },
    begin: (crm, way, values, still) => signIns.begin(crm, way, values, still),
    finish: async (pending, person) => signedIn(await signIns.finish(pending, person)),
    again: async (crm, account, still) => signedIn(await signIns.again(await connected(crm, account), still)),
    list: async () => (await store.all()).map(view),
    async find(crm, account) {
      const row = await store.get(crm, account);
      return row && view(row);
    },
    people: async (crm, account) => (await sessions.forReading(crm, account)).people(),
    async choosePerson(crm, account, person) {
      const { user } = await connected(crm, account);
      if (user && user.id !== person.id) throw theirs(user, crmById(crm)?.name ?? crm);
      const row = await store.change(crm, account, (old) => writingAs(old, person));
      return kept(row ?? (await connected(crm, account)));
    },
    remove(crm, account) {
      // Under the lock, so that no renewal brings back what is let go.
      return lock(accountLock(accountKey(crm, account)), async () => {
        const row = await store.get(crm, account);
        const why = row && (await notEnded(revoke, row));
        await store.remove(crm, account);
        await cookies.giveBack();
        await reach.giveBack(crm, account);
        sessions.forget(crm, account);
        changed();
        return why && { notEnded: why };
      });
    },
  };
}

/** Why nobody else can be chosen. */
function theirs(user: Person, crmName: string): ProblemError {
  const name = user.name || user.email || user.id;
  return new ProblemError({
    kind: 'forbidden',
    message: `${crmName} says that this is ${name}’s sign-in, so Stagecheck writes as ${name}. Sign in as yourself instead.`,
  });
}
