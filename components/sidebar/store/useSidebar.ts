// How components reach the store: the sidebar itself, a piece of its state, and the open record as read.
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { askingOf } from './asking';
import { loadedPlaybook } from './context';
import type { Derived } from './derive';
import type { Loaded, LoadedPlaybook, ReviewData, Sheet, SidebarState } from './state';
import { reviewOf } from './state';
import type { Sidebar } from './store';

export const SidebarContext = createContext<Sidebar | null>(null);

export function useSidebar(): Sidebar {
  const sidebar = useContext(SidebarContext);
  if (!sidebar) throw new Error('A sidebar component was used outside the sidebar.');
  return sidebar;
}

export function useSidebarState<T>(pick: (state: SidebarState) => T): T {
  return useStore(useSidebar().store, pick);
}

export type OpenRecord = {
  sheet: Sheet;
  playbook: LoadedPlaybook;
  derived: Derived;
  /** The criterion on the card. */
  asking: string | null;
  review: Loaded<ReviewData> | null;
};

/** The open record, derived; null while there is no record or no playbook yet. */
export function useOpenRecord(): OpenRecord | null {
  const { derive } = useSidebar();
  const sheet = useSidebarState((state) => (state.open === null ? undefined : state.sheets[state.open]));
  const playbook = useSidebarState(loadedPlaybook);
  const review = useSidebarState((state) => (sheet ? reviewOf(state, sheet.ref) : undefined));
  if (!sheet || !playbook) return null;
  const derived = derive(playbook.compiled, sheet.snapshot, sheet.draft);
  return { sheet, playbook, derived, asking: askingOf(sheet, derived), review: review ?? null };
}
