// What the console's sections share: the connections, the active playbook, and one mapping per connection.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Loaded } from '@/components/shared/loaded';
import { createMappingStore, isDirty, type MappingStore } from '@/components/shared/mapping-store';
import type { Send } from '@/components/shared/send';
import type { Problem } from '@/lib/problem/problem';
import type { ActivePlaybook, Connection, Reply, RequestBody } from '@/lib/protocol/messages';
import { accountKey } from '@/lib/record/account-key';
import type { Person } from '@/lib/record/record';

export type ConsoleState = {
  connections: Loaded<Connection[]>;
  playbook: Loaded<ActivePlaybook>;
  /** By connectionKey; kept while the page is open, so that unsaved choices survive a look at another section. */
  mappings: ReadonlyMap<string, MappingStore>;
  load: () => Promise<void>;
  /** Uses another built-in playbook (its id) in this browser. Gives the problem, or null when it is done. */
  choosePlaybook: (id: string) => Promise<Problem | null>;
  /** Gives the problem, or null when it is done. */
  changePerson: (connection: Connection, person: Person) => Promise<Problem | null>;
  /** The same, for signing in anew to an account that is there. */
  signInAgain: (connection: Connection) => Promise<Problem | null>;
  /** `also`: what of it is removed besides the connection; null: nothing. */
  disconnect: (connection: Connection, also: Also) => Promise<Disconnected>;
};

export type Also = RequestBody<'connections.remove'>['also'];

/** failed: nothing was removed. notEnded: it was, and the CRM could not be told to end the sign-in. */
export type Disconnected = { failed: Problem } | { failed: null; notEnded: Problem | null };
export type ConsoleStore = StoreApi<ConsoleState>;

/** Names a connection among all. */
export const connectionKey = ({ crm, account }: Pick<Connection, 'crm' | 'account'>) =>
  accountKey(crm, account);

/** A store for the console; nothing is asked before `load`. */
export function createConsoleStore(send: Send): ConsoleStore {
  return createStore<ConsoleState>()((set, get) => {
    const setConnections = (list: Connection[]) => {
      const mappings = list.map((connection): [string, MappingStore] => {
        const key = connectionKey(connection);
        const kept = get().mappings.get(key);
        return [key, kept ?? createMappingStore(send, connection.crm, connection.account)];
      });
      set({ connections: { phase: 'ready', value: list }, mappings: new Map(mappings) });
    };
    const list = () => {
      const { connections } = get();
      return connections.phase === 'ready' ? connections.value : [];
    };
    const replace = (reply: Reply<'connections.person'>) => {
      if (!reply.ok) return reply.problem;
      setConnections(list().map((old) => (sameConnection(old, reply.value) ? reply.value : old)));
      return null;
    };
    return {
      connections: { phase: 'loading' },
      playbook: { phase: 'loading' },
      mappings: new Map(),
      load: async () => {
        set({ connections: { phase: 'loading' }, playbook: { phase: 'loading' } });
        const [connections, playbook] = await Promise.all([
          send('connections.list', {}),
          send('playbook.active', {}),
        ]);
        set({ playbook: loaded(playbook) });
        if (connections.ok) setConnections(connections.value);
        else set({ connections: loaded(connections) });
      },
      choosePlaybook: async (id) => {
        const reply = await send('playbook.choose', { id });
        if (!reply.ok) return reply.problem;
        set({ playbook: loaded(reply) });
        return null;
      },
      changePerson: async ({ crm, account }, person) =>
        replace(await send('connections.person', { crm, account, person })),
      signInAgain: async ({ crm, account }) => replace(await send('connections.again', { crm, account })),
      disconnect: async (connection, also) => {
        const { crm, account } = connection;
        const reply = await send('connections.remove', { crm, account, also });
        if (!reply.ok) return { failed: reply.problem };
        setConnections(list().filter((old) => !sameConnection(old, connection)));
        return { failed: null, notEnded: reply.value?.notEnded ?? null };
      },
    };
  });
}

/** Whether any connection's mapping was changed and not saved. */
export function hasUnsaved(mappings: ConsoleState['mappings']): boolean {
  return [...mappings.values()].some((store) => {
    const state = store.getState();
    return state.phase === 'ready' && state.touched && isDirty(state);
  });
}

function sameConnection(a: Connection, b: Connection): boolean {
  return connectionKey(a) === connectionKey(b);
}

function loaded<T>(reply: { ok: true; value: T } | { ok: false; problem: Problem }): Loaded<T> {
  return reply.ok ? { phase: 'ready', value: reply.value } : { phase: 'failed', problem: reply.problem };
}
