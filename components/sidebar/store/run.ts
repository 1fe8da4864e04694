// What a word that was typed by mistake has changed, and how it was before its first letter.
import type { Context } from './context';
import { patchSheet } from './context';
import type { Drafts } from './drafts';
import type { Sheet, SidebarState } from './state';

/** The state at a key press, as it then was. */
export type Mark = SidebarState;

type Pages = { changeLayout: (by: { compact: boolean }) => Promise<void> };

export function runs(context: Context, drafts: Drafts, { changeLayout }: Pages) {
  const { get, set } = context;

  const mark = (): Mark => get();

  /** Puts back what keys can have changed since; what the CRM or the background said meanwhile stays. */
  function restore(before: Mark): void {
    const now = get();
    const { keysShown, menuShown } = before;
    set({ keysShown, menuShown });
    if (now.place === before.place) set({ open: before.open, members: before.members });
    const compact = before.layout.compact === true;
    if ((now.layout.compact === true) !== compact) void changeLayout({ compact });
    const key = before.open;
    const [was, is] = key === null ? [] : [before.sheets[key], now.sheets[key]];
    if (key === null || !was || !is) return;
    patchSheet(context, key, asItWas(was, is));
    const { draft } = was;
    if (draft !== null && is.draft !== draft) drafts.edit(key, () => draft);
  }

  return { mark, restore };
}

function asItWas(was: Sheet, is: Sheet): Partial<Sheet> {
  const { current, past, callMinutes, takenBack, aside, evidence, finding, quoting } = was;
  const { demanded, refused, tried, warningSeen, agreed, keepTheirs, left, shelved } = was;
  return {
    ...{ current, past, callMinutes, takenBack, aside, evidence, finding, quoting },
    ...{ demanded, refused, tried, warningSeen, agreed, keepTheirs, left, shelved },
    // A submission that went on meanwhile has its own view.
    view: is.submission?.id === was.submission?.id ? was.view : is.view,
  };
}
