// The compare view: its playbooks, fetched when it is first wanted, and the row in hand.
import { compileChecked } from '@/lib/playbook';
import { type Context, loadedPlaybook, openSheet, patchSheet } from './context';

export function comparing(context: Context) {
  const { get, set, backend } = context;

  /** Opens the view, and closes it when it is open. */
  function toggle(): void {
    const open = openSheet(context);
    if (!open) return;
    const shown = open.sheet.view.name === 'compare';
    patchSheet(context, open.key, {
      view: shown ? { name: 'ask' } : { name: 'compare', row: 0, open: false },
    });
    if (!shown) void load();
  }

  async function load(): Promise<void> {
    const known = get().playbooks;
    if (known?.state !== 'ready') set({ playbooks: { state: 'loading' } });
    const reply = await backend.send('playbooks.all', {});
    if (!reply.ok) {
      if (known?.state !== 'ready') set({ playbooks: { state: 'failed', problem: reply.problem } });
      return;
    }
    const had = known?.state === 'ready' ? known.value : [];
    const value = reply.value.map((one) => {
      const same = had.find(({ hash }) => hash === one.hash);
      return same ?? { ...one, compiled: compileChecked(one.playbook, one.hash) };
    });
    set({ playbooks: { state: 'ready', value } });
  }

  /** How many rows there are: the active playbook's, and one for each other. */
  function count(): number {
    const { playbooks } = get();
    const active = loadedPlaybook(get())?.playbook.id;
    if (playbooks?.state !== 'ready') return 0;
    return 1 + playbooks.value.filter(({ playbook }) => playbook.id !== active).length;
  }

  function move(by: 1 | -1): void {
    const open = openSheet(context);
    const view = open?.sheet.view;
    if (!open || view?.name !== 'compare') return;
    const row = Math.min(Math.max(view.row + by, 0), Math.max(count() - 1, 0));
    patchSheet(context, open.key, { view: { ...view, row } });
  }

  /** Shows the reasons of the row at this place, or of the row in hand; hides those that are shown. */
  function unfold(at?: number): void {
    const open = openSheet(context);
    const view = open?.sheet.view;
    if (!open || view?.name !== 'compare') return;
    const row = at ?? view.row;
    if (row >= count()) return;
    patchSheet(context, open.key, { view: { name: 'compare', row, open: row !== view.row || !view.open } });
  }

  const shown = () => openSheet(context)?.sheet.view.name === 'compare';

  return { toggle, load, move, unfold, shown };
}
