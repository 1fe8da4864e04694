// The state of the welcome page: which step is open, what was typed, checked and saved. No browser, no React.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Send } from '@/components/console/send';
import type { Account } from '@/lib/crm/crm';
import type { Connection } from '@/lib/messages';
import type { Problem } from '@/lib/problem';
import type { Person } from '@/lib/qualification/record';

export type WelcomeStep = 'key' | 'person' | 'mapping' | 'done';

export type WelcomeState = {
  crm: string;
  step: WelcomeStep;
  /** The pasted key, here only from typing until it was saved. */
  key: string;
  /** Said beside the key when there is nothing to check. */
  keyError: string | null;
  checking: boolean;
  checkProblem: Problem | null;
  account: Account | null;
  people: Person[];
  person: Person | null;
  saving: boolean;
  saveProblem: Problem | null;
  /** What was connected on this page; null until the key was saved. */
  connection: Connection | null;
  /** Connections that were there before. */
  existing: Connection[];
  load: () => Promise<void>;
  typeKey: (key: string) => void;
  check: () => Promise<void>;
  choose: (person: Person) => void;
  /** Saves the key with the chosen person, or only the person where the key was saved before. */
  saveConnection: () => Promise<void>;
  go: (step: WelcomeStep) => void;
  /** Back to the first step with nothing typed; what was saved stays saved. */
  restart: () => void;
};
export type WelcomeStore = StoreApi<WelcomeState>;

type Fresh = Omit<WelcomeState, 'crm' | 'existing' | Actions>;
type Actions = 'load' | 'typeKey' | 'check' | 'choose' | 'saveConnection' | 'go' | 'restart';

const fresh: Fresh = {
  step: 'key',
  key: '',
  keyError: null,
  checking: false,
  checkProblem: null,
  account: null,
  people: [],
  person: null,
  saving: false,
  saveProblem: null,
  connection: null,
};

/** A store for connecting one account of a CRM. Nothing is asked before `load` or `check`. */
export function createWelcomeStore(send: Send, crm: string): WelcomeStore {
  return createStore<WelcomeState>()((set, get) => ({
    ...fresh,
    crm,
    existing: [],
    load: async () => {
      const reply = await send('connections.list', {});
      if (reply.ok) set({ existing: reply.value.filter((connection) => connection.crm === crm) });
    },
    typeKey: (key) => set({ key, keyError: null, checkProblem: null, account: null, person: null }),
    check: async () => {
      const key = bareKey(get().key);
      if (get().checking) return;
      if (key === '') return set({ keyError: 'Paste a key first.', checkProblem: null });
      set({ key, checking: true, keyError: null, checkProblem: null, account: null });
      const reply = await send('connections.check', { crm, key });
      // An answer about a key that was changed meanwhile says nothing about the one that stands there now.
      if (get().key !== key) return set({ checking: false });
      if (!reply.ok) return set({ checking: false, checkProblem: reply.problem });
      set({ checking: false, account: reply.value.account, people: reply.value.people });
    },
    choose: (person) => set({ person, saveProblem: null }),
    saveConnection: async () => {
      const { key, person, connection, saving } = get();
      if (!person || saving) return;
      set({ saving: true, saveProblem: null });
      const reply = connection
        ? await send('connections.person', { crm, account: connection.account, person })
        : await send('connections.save', { crm, key, person });
      if (!reply.ok) return set({ saving: false, saveProblem: reply.problem });
      set({ saving: false, key: '', connection: reply.value, step: 'mapping' });
    },
    go: (step) => set({ step }),
    restart: () => {
      set(fresh);
      void get().load();
    },
  }));
}

/** Whether the checked key may be used: the scopes that must be there are. */
export function canGoOn(account: Account | null): boolean {
  return account ? account.missing.every((scope) => scope.need !== 'must') : false;
}

/** The key without what often comes along when it is copied. */
export function bareKey(typed: string): string {
  return typed.trim().replace(/^bearer\s+/i, '');
}
