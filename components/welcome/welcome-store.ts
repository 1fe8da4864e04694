// The state of the welcome page: which step is open, what was typed, checked and saved. No browser, no React.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Loaded } from '@/components/shared/loaded';
import type { Send } from '@/components/shared/send';
import type { Account, WayKind } from '@/lib/crm/shared/crm';
import type { Problem } from '@/lib/problem/problem';
import type { Connection, CrmWays } from '@/lib/protocol/messages';
import type { Person } from '@/lib/record/record';

export type WelcomeStep = 'account' | 'person' | 'mapping' | 'done';

export type WelcomeState = {
  /** Which CRMs there are and how each is signed in to. */
  crms: Loaded<CrmWays[]>;
  /** The chosen CRM and way: the first ones, until the rep chooses others. */
  crm: string;
  way: WayKind;
  step: WelcomeStep;
  /** The pasted key, here only from typing until it was saved. */
  key: string;
  /** What was typed for a sign-in, by the field's id. */
  values: Record<string, string>;
  /** Said beside the key when there is nothing to check. */
  keyError: string | null;
  /** A key is being checked, or a sign-in is under way. */
  checking: boolean;
  checkProblem: Problem | null;
  account: Account | null;
  /** The id of a sign-in that waits in the background. */
  pending: string | null;
  people: Person[];
  person: Person | null;
  saving: boolean;
  saveProblem: Problem | null;
  /** What was connected on this page; null until it was saved. */
  connection: Connection | null;
  /** Connections that were there before. */
  existing: Connection[];
  load: () => Promise<void>;
  chooseCrm: (crm: string) => void;
  chooseWay: (way: WayKind) => void;
  typeKey: (key: string) => void;
  typeValue: (field: string, value: string) => void;
  check: () => Promise<void>;
  /** Signs in without a key; `allowed` is the browser's answer to what the way asks of it. */
  signIn: (allowed?: Promise<boolean>) => Promise<void>;
  choose: (person: Person) => void;
  /** Saves the key or sign-in with the chosen person, or only the person where it was saved before. */
  saveConnection: () => Promise<void>;
  go: (step: WelcomeStep) => void;
  /** Back to the first step with nothing typed; what was saved stays saved. */
  restart: () => void;
};
export type WelcomeStore = StoreApi<WelcomeState>;

/** What belongs to one attempt at one account. */
const unchecked = {
  keyError: null,
  checking: false,
  checkProblem: null,
  account: null,
  pending: null,
  people: [],
  person: null,
} satisfies Partial<WelcomeState>;

const fresh = {
  ...unchecked,
  step: 'account',
  key: '',
  values: {},
  saving: false,
  saveProblem: null,
  connection: null,
} satisfies Partial<WelcomeState>;

/** A store for connecting one account; `crm` is chosen first. Nothing is asked before `load`, `check` or `signIn`. */
export function createWelcomeStore(send: Send, crm = ''): WelcomeStore {
  return createStore<WelcomeState>()((set, get) => ({
    ...fresh,
    crms: { phase: 'loading' },
    crm,
    way: 'key',
    existing: [],
    load: async () => {
      // Asked again, it stays in sight until the new answer is there.
      if (get().crms.phase !== 'ready') set({ crms: { phase: 'loading' } });
      const [ways, existing] = await Promise.all([
        send('connections.ways', {}),
        send('connections.list', {}),
      ]);
      if (existing.ok) set({ existing: existing.value });
      if (!ways.ok) return set({ crms: { phase: 'failed', problem: ways.problem } });
      set({ crms: { phase: 'ready', value: ways.value } });
      const known = ways.value.some((one) => one.crm === get().crm);
      if (!known) get().chooseCrm(ways.value[0]?.crm ?? '');
      const more = ways.value.some((one) => one.ways.some((way) => way.kind === 'oauth' && way.unsettled));
      if (!more) return;
      // What the rep has typed or chosen meanwhile stays.
      const settled = await send('connections.ways', {});
      if (settled.ok) set({ crms: { phase: 'ready', value: settled.value } });
    },
    chooseCrm: (chosen) => {
      const way = waysOf(get().crms, chosen)?.ways[0]?.kind ?? 'key';
      set({ ...fresh, crm: chosen, way });
    },
    chooseWay: (way) => set({ ...unchecked, key: '', way }),
    typeKey: (key) => set({ key, keyError: null, checkProblem: null, account: null, person: null }),
    typeValue: (field, value) => set({ ...unchecked, values: { ...get().values, [field]: value } }),
    check: async () => {
      const key = bareKey(get().key);
      if (get().checking) return;
      if (key === '') return set({ keyError: 'Paste a key first.', checkProblem: null });
      set({ key, checking: true, keyError: null, checkProblem: null, account: null });
      const reply = await send('connections.check', { crm: get().crm, key });
      // An answer about a key that was changed meanwhile says nothing about the one that stands there now.
      if (get().key !== key) return set({ checking: false });
      if (!reply.ok) return set({ checking: false, checkProblem: reply.problem });
      set({ checking: false, account: reply.value.account, people: reply.value.people });
    },
    signIn: async (allowed = Promise.resolve(true)) => {
      const { crm, way, values, checking } = get();
      if (checking || way === 'key') return;
      // The rep may turn to another way meanwhile; the background lets a sign-in go that nobody finishes.
      const left = () => get().crm !== crm || get().way !== way || get().values !== values;
      set({ ...unchecked, checking: true });
      const may = await allowed;
      if (left()) return;
      if (!may) return set({ checking: false, checkProblem: notAllowed(way) });
      const reply = await send('connections.begin', { crm, way, values });
      if (left()) return;
      if (!reply.ok) return set({ checking: false, checkProblem: reply.problem });
      const { pending, account, people } = reply.value;
      const person = account.user ?? (people.length === 1 ? people[0] : undefined) ?? null;
      set({ checking: false, pending, account, people, person });
    },
    choose: (person) => set({ person, saveProblem: null }),
    saveConnection: async () => {
      const { crm, key, pending, person, connection, saving } = get();
      if (!person || saving) return;
      set({ saving: true, saveProblem: null });
      const reply = connection
        ? await send('connections.person', { crm, account: connection.account, person })
        : pending !== null
          ? await send('connections.finish', { pending, person })
          : await send('connections.save', { crm, key, person });
      if (!reply.ok) return set({ saving: false, saveProblem: reply.problem });
      set({ saving: false, key: '', pending: null, connection: reply.value, step: 'mapping' });
    },
    go: (step) => set({ step }),
    restart: () => {
      set(fresh);
      void get().load();
    },
  }));
}

/** A CRM's ways, once they are known. */
export function waysOf(crms: WelcomeState['crms'], crm: string): CrmWays | undefined {
  return crms.phase === 'ready' ? crms.value.find((one) => one.crm === crm) : undefined;
}

const notAllowed = (way: WayKind): Problem => ({
  kind: 'sign-in',
  message:
    way === 'session'
      ? 'The browser did not let Stagecheck see your sign-in. You can allow it, or choose another way.'
      : 'The browser did not let Stagecheck reach this address, so nobody was asked to sign in. You can allow it when the browser asks again.',
});

/** Whether the checked key may be used: the scopes that must be there are. */
export function canGoOn(account: Account | null): boolean {
  return account ? account.missing.every((scope) => scope.need !== 'must') : false;
}

/** The key without what often comes along when it is copied. */
export function bareKey(typed: string): string {
  return typed.trim().replace(/^bearer\s+/i, '');
}
