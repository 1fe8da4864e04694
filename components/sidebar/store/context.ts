// What every slice of the store works with: the state, the background, the clock, and the derivation.
import type { StoreApi } from 'zustand/vanilla';
import type { Backend } from './backend';
import type { Derive } from './derive';
import type { LoadedPlaybook, Sheet, SidebarState } from './state';

export type Context = {
  backend: Backend;
  now: () => Date;
  derive: Derive;
  get: StoreApi<SidebarState>['getState'];
  set: StoreApi<SidebarState>['setState'];
};

/** Changes one sheet, whichever is in view: late replies go to the record that they belong to. */
export function patchSheet({ get, set }: Context, key: string, patch: Partial<Sheet>): void {
  const sheet = get().sheets[key];
  if (sheet) set((state) => ({ sheets: { ...state.sheets, [key]: { ...sheet, ...patch } } }));
}

export type Open = { key: string; sheet: Sheet };

export function openSheet({ get }: Context): Open | null {
  const { open, sheets } = get();
  const sheet = open === null ? undefined : sheets[open];
  return open !== null && sheet ? { key: open, sheet } : null;
}

export function loadedPlaybook(state: SidebarState): LoadedPlaybook | null {
  return state.playbook.state === 'ready' ? state.playbook.value : null;
}
