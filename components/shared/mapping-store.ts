// The state of one connection's stage mapping: loaded, changed, saved. Used by the welcome page and the console.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Playbook } from '@/lib/playbook/schema';
import type { Problem } from '@/lib/problem/problem';
import { reasonKey, type StageField, type StageMapping } from '@/lib/record/mapping';
import { own } from '@/lib/util/object';
import type { MappingTarget } from './mapping-warnings';
import type { Send } from './send';

export type MappingState = {
  phase: 'loading' | 'failed' | 'ready';
  /** Why loading failed. */
  problem: Problem | null;
  fields: StageField[];
  targets: MappingTarget[];
  /** As shown: what was saved, else what is proposed, then changed by hand. */
  mapping: StageMapping;
  saved: StageMapping;
  proposed: StageMapping;
  /** Changed by hand since it was loaded or saved. */
  touched: boolean;
  /** Saved since the page was opened. */
  keptHere: boolean;
  saving: boolean;
  saveProblem: Problem | null;
  load: () => Promise<void>;
  /** What is written to a field for a stage or outcome; '' takes the field out of it, with all that told it there. */
  set: (target: string, field: string, value: string) => void;
  /** What a value of a field tells; '' takes its meaning away. What is written for the target stays the first one. */
  assign: (field: string, value: string, target: string) => void;
  takeProposal: () => void;
  revert: () => void;
  /** True once the background has kept it. */
  save: () => Promise<boolean>;
};
export type MappingStore = StoreApi<MappingState>;

/** A store for the mapping of one account; nothing is asked before `load`. */
export function createMappingStore(send: Send, crm: string, account: string): MappingStore {
  return createStore<MappingState>()((set, get) => ({
    phase: 'loading',
    problem: null,
    fields: [],
    targets: [],
    mapping: {},
    saved: {},
    proposed: {},
    touched: false,
    keptHere: false,
    saving: false,
    saveProblem: null,
    load: async () => {
      set({ phase: 'loading', problem: null, saveProblem: null });
      const [active, kept] = await Promise.all([
        send('playbook.active', {}),
        send('mapping.get', { crm, account }),
      ]);
      if (!active.ok) return set({ phase: 'failed', problem: active.problem });
      if (!kept.ok) return set({ phase: 'failed', problem: kept.problem });
      const { fields, mapping: saved, proposed } = kept.value;
      const { playbook } = active.value;
      const reasons = fields.some((field) => field.carries === 'reason') ? reasonTargets(playbook) : [];
      const targets = [...mappingTargets(playbook), ...reasons];
      set({
        phase: 'ready',
        ...{ fields, targets, saved, proposed },
        mapping: filled(targets, saved, proposed),
        touched: false,
      });
    },
    set: (target, field, value) => {
      const before = own(get().mapping, target) ?? [];
      const others = before.filter((entry) => entry.field !== field);
      const also = before.filter((entry) => entry.field === field).slice(1);
      const told = also.filter((entry) => entry.value !== value);
      const entries = value === '' ? others : [...others, { field, value }, ...told];
      const mapping = { ...get().mapping, [target]: inFieldOrder(entries, get().fields) };
      set({ mapping, touched: true });
    },
    assign: (field, value, target) => {
      const is = (entry: StageMapping[string][number]) => entry.field === field && entry.value === value;
      const { mapping, fields, targets } = get();
      const next = targets.map(({ id, kind }) => {
        const before = own(mapping, id) ?? [];
        if (kind === 'reason') return [id, before] as const;
        const others = before.filter((entry) => !is(entry));
        return [id, id === target ? inFieldOrder([...others, { field, value }], fields) : others] as const;
      });
      set({ mapping: { ...mapping, ...Object.fromEntries(next) }, touched: true });
    },
    takeProposal: () => set({ mapping: filled(get().targets, {}, get().proposed), touched: true }),
    revert: () => {
      const { targets, saved, proposed } = get();
      set({ mapping: filled(targets, saved, proposed), touched: false, saveProblem: null });
    },
    save: async () => {
      const { mapping, saving } = get();
      if (saving) return false;
      set({ saving: true, saveProblem: null });
      const reply = await send('mapping.save', { crm, account, mapping });
      set(
        reply.ok
          ? { saving: false, touched: get().mapping !== mapping, keptHere: true, saved: mapping }
          : { saving: false, saveProblem: reply.problem },
      );
      return reply.ok;
    },
  }));
}

/** A playbook's stages, lowest first, then its outcomes. */
export function mappingTargets(playbook: Playbook): MappingTarget[] {
  return [
    ...playbook.stages.map(({ id, name }) => ({ id, name, kind: 'stage' as const })),
    ...playbook.outcomes.map(({ id, name }) => ({ id, name, kind: 'outcome' as const })),
  ];
}

/** The reasons of a playbook's outcomes, each with its outcome's name. */
export function reasonTargets(playbook: Playbook): MappingTarget[] {
  return playbook.outcomes.flatMap(({ id, name, reasons }) =>
    reasons.map((reason) => ({
      id: reasonKey(id, reason.id),
      name: `${name}: ${reason.label}`,
      kind: 'reason' as const,
    })),
  );
}

/** Whether what is shown differs from what was saved, target by target. */
export function isDirty(state: Pick<MappingState, 'targets' | 'mapping' | 'saved'>): boolean {
  return state.targets.some(({ id }) => print(own(state.mapping, id)) !== print(own(state.saved, id)));
}

/** Where the mapping stands, in words. "In use": saved earlier, or proposed and never changed; both are written so. */
export function mappingStateWords(
  state: Pick<MappingState, 'targets' | 'mapping' | 'saved' | 'touched' | 'keptHere'>,
): string {
  if (!isDirty(state)) return state.keptHere ? 'Saved' : 'In use';
  return state.touched ? 'Not saved yet' : 'Proposed from the account’s own options; not saved yet';
}

/** Whether what is shown was changed away from what is proposed. */
export function differsFromProposal(state: Pick<MappingState, 'targets' | 'mapping' | 'proposed'>): boolean {
  return state.targets.some(
    ({ id }) => print(own(state.mapping, id)) !== print(own(state.proposed, id) ?? []),
  );
}

function filled(targets: MappingTarget[], saved: StageMapping, proposed: StageMapping): StageMapping {
  return Object.fromEntries(targets.map(({ id }) => [id, saved[id] ?? proposed[id] ?? []]));
}

function inFieldOrder(entries: StageMapping[string], fields: StageField[]): StageMapping[string] {
  const place = (name: string) => fields.findIndex((field) => field.field === name);
  return [...entries].sort((a, b) => place(a.field) - place(b.field));
}

function print(entries: StageMapping[string] | undefined): string {
  if (!entries) return 'never saved';
  return JSON.stringify(entries.map((entry) => [entry.field, entry.value]).sort());
}
