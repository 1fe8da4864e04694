// Connecting a CRM account: check a key, keep it, say who the rep is, let it go.
import type { Account, Crm } from '@/lib/crm/crm';
import type { StoredConnection } from '@/lib/database';
import type { Connection } from '@/lib/messages';
import { ProblemError } from '@/lib/problem';
import type { Person } from '@/lib/qualification/record';
import type { Sessions } from './sessions';
import { type ConnectionStore, publicView } from './store';

export type Connections = {
  /** Asks the CRM whose key it is and who its people are; keeps nothing. */
  check(crm: string, key: string): Promise<{ account: Account; people: Person[] }>;
  /** Checks again and keeps the key under the account that the CRM named. */
  save(crm: string, key: string, person: Person): Promise<Connection>;
  list(): Promise<Connection[]>;
  find(crm: string, account: string): Promise<Connection | null>;
  people(crm: string, account: string): Promise<Person[]>;
  choosePerson(crm: string, account: string, person: Person): Promise<Connection>;
  remove(crm: string, account: string): Promise<void>;
};

type Needs = {
  store: ConnectionStore;
  sessions: Sessions;
  crmById: (id: string) => Crm | null;
  /** Told after every change, so that open sidebars learn of it. */
  changed: () => void;
};

export function createConnections({ store, sessions, crmById, changed }: Needs): Connections {
  const view = (row: StoredConnection) => publicView(row, crmById(row.crm)?.name ?? row.crm);

  async function keep(row: StoredConnection): Promise<Connection> {
    await store.put(row);
    sessions.forget(row.crm, row.account);
    changed();
    return view(row);
  }

  return {
    async check(crm, key) {
      const session = system(crmById, crm).open({ key: key.trim(), account: null });
      const account = await session.check();
      return { account, people: await peopleOrNone(() => session.people()) };
    },
    async save(crm, key, person) {
      const trimmed = key.trim();
      const account = await system(crmById, crm).open({ key: trimmed, account: null }).check();
      return keep({
        crm,
        account: account.id,
        accountName: account.name,
        key: trimmed,
        person,
        connectedAt: new Date().toISOString(),
        missing: account.missing,
      });
    },
    list: async () => (await store.all()).map(view),
    async find(crm, account) {
      const row = await store.get(crm, account);
      return row && view(row);
    },
    people: async (crm, account) => (await sessions.forReading(crm, account)).people(),
    async choosePerson(crm, account, person) {
      const row = await store.get(crm, account);
      if (!row) {
        throw new ProblemError({ kind: 'not-connected', message: `Account ${account} is not connected.` });
      }
      return keep({ ...row, person });
    },
    async remove(crm, account) {
      await store.remove(crm, account);
      sessions.forget(crm, account);
      changed();
    },
  };
}

function system(crmById: Needs['crmById'], id: string): Crm {
  const crm = crmById(id);
  if (!crm)
    throw new ProblemError({ kind: 'invalid', message: `Stagecheck does not know a CRM named ${id}.` });
  return crm;
}

/** A key that may not list people can still be checked: account.missing already names what it lacks. */
async function peopleOrNone(read: () => Promise<Person[]>): Promise<Person[]> {
  try {
    return await read();
  } catch (error) {
    const kind = error instanceof ProblemError ? error.problem.kind : null;
    if (kind === 'missing-scope' || kind === 'forbidden') return [];
    throw error;
  }
}
