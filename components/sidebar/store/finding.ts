// The search over criteria: what is typed, what it finds, and the one that Enter puts on the card.
import { findCriteria } from '@/lib/playbook/find';
import { type Context, loadedPlaybook, openSheet, patchSheet } from './context';
import { criteriaInOrder } from './order';
import type { LoadedPlaybook, Sheet } from './state';

export type Found = { ids: string[]; at: number };

/** Pure: what the open search finds; null while there is none. */
export function foundOf({ finding }: Sheet, { playbook }: LoadedPlaybook): Found | null {
  if (!finding) return null;
  const { ids, best } = findCriteria(playbook, criteriaInOrder(playbook), finding.text);
  return { ids, at: Math.min(finding.at ?? best, Math.max(0, ids.length - 1)) };
}

export function finding(context: Context) {
  function start(): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { finding: { text: '', at: null }, evidence: false });
  }

  function type(text: string): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { finding: { text, at: null } });
  }

  function move(by: 1 | -1): void {
    const open = openSheet(context);
    const playbook = loadedPlaybook(context.get());
    const found = open && playbook && foundOf(open.sheet, playbook);
    if (!open?.sheet.finding || !found) return;
    const at = Math.min(Math.max(found.at + by, 0), Math.max(found.ids.length - 1, 0));
    patchSheet(context, open.key, { finding: { ...open.sheet.finding, at } });
  }

  /** Puts what is found on the card; false where nothing is. */
  function take(): boolean {
    const open = openSheet(context);
    const playbook = loadedPlaybook(context.get());
    const found = open && playbook && foundOf(open.sheet, playbook);
    const criterion = found?.ids[found.at];
    if (!open || criterion === undefined) return false;
    patchSheet(context, open.key, { current: criterion, finding: null });
    return true;
  }

  function stop(): void {
    const open = openSheet(context);
    if (open) patchSheet(context, open.key, { finding: null });
  }

  return { start, type, move, take, stop };
}
