// What was changed by typing that was meant for elsewhere: taken back to how it was before the first key, and put back by the rep.
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Context } from './context';
import { patchSheet } from './context';
import type { Drafts } from './drafts';
import type { Sheet, SidebarState } from './state';

/** The state at a key press, as it then was. */
export type Mark = SidebarState;

type Pages = { changeLayout: (by: { compact: boolean }) => Promise<void> };

export function runs(context: Context, drafts: Drafts, { changeLayout }: Pages) {
  const { get, set } = context;

  /** How all was when typing was last taken back. */
  let taken: Mark | null = null;

  /** What was taken back before is past with the first key of another run. */
  function mark(): Mark {
    taken = null;
    return get();
  }

  function takeBack(before: Mark): void {
    taken = get();
    restore(before);
  }

  /** How many answers were taken back with the typing, and can be put back. */
  function answersTaken(): number {
    if (taken === null || taken.open !== get().open) return 0;
    const [was, is] = [draftOf(taken)?.answers ?? {}, draftOf(get())?.answers ?? {}];
    return Object.keys(was).filter((id) => was[id] !== is[id]).length;
  }

  /** They were the rep's after all. */
  function putBack(): void {
    if (taken !== null && answersTaken() > 0) restore(taken);
    taken = null;
  }

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

  return { mark, takeBack, answersTaken, putBack };
}

function draftOf({ open, sheets }: SidebarState): Draft | null {
  return (open === null ? undefined : sheets[open])?.draft ?? null;
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
