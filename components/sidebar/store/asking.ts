// Which criterion is on the card.
import type { Context, Open } from './context';
import { loadedPlaybook } from './context';
import type { Derived } from './derive';
import type { LoadedPlaybook, Sheet } from './state';

export type Reading = { playbook: LoadedPlaybook; derived: Derived; asking: string | null };

export function askingOf(sheet: Sheet, derived: Derived): string | null {
  return sheet.current !== null && derived.answered[sheet.current] ? sheet.current : derived.verdict.next;
}

/** The open sheet as read by the active playbook; null while there is none. */
export function readingOf(context: Context, { sheet }: Open): Reading | null {
  const playbook = loadedPlaybook(context.get());
  if (!playbook) return null;
  const derived = context.derive(playbook.compiled, sheet.snapshot, sheet.draft);
  return { playbook, derived, asking: askingOf(sheet, derived) };
}
