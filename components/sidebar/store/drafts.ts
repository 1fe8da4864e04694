// The draft of a record: loaded once, merged with what was answered meanwhile, saved at every change, latest wins.
import { carryOver, emptyDraft } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/draft';
import { type Context, loadedPlaybook, patchSheet } from './context';

export type Drafts = ReturnType<typeof drafts>;

export function drafts(context: Context) {
  const { get, backend } = context;
  const saving = new Map<string, { again: boolean }>();
  const loading = new Map<string, Promise<boolean>>();

  /** Gives a sheet its empty draft as soon as there is a playbook, so that answers never wait for the store. */
  function begin(key: string): void {
    const sheet = get().sheets[key];
    const playbook = loadedPlaybook(get());
    if (!sheet || !playbook) return;
    if (sheet.draft === null) {
      const { playbook: document, hash } = playbook;
      const draft = emptyDraft(
        sheet.ref,
        { id: document.id, version: document.version, hash },
        context.now(),
      );
      patchSheet(context, key, { draft });
    } else {
      const carried = carryOver(sheet.draft, playbook);
      if (carried.draft !== sheet.draft) patchSheet(context, key, { draft: carried.draft, carried });
    }
  }

  function load(key: string): Promise<boolean> {
    begin(key);
    const sheet = get().sheets[key];
    if (!sheet || sheet.draftLoaded) return Promise.resolve(true);
    const running = loading.get(key) ?? fetchDraft(key).finally(() => loading.delete(key));
    loading.set(key, running);
    return running;
  }

  async function fetchDraft(key: string): Promise<boolean> {
    const sheet = get().sheets[key];
    if (!sheet) return false;
    const reply = await backend.send('draft.load', { ref: sheet.ref });
    if (!reply.ok) {
      patchSheet(context, key, { saveProblem: reply.problem });
      return false;
    }
    const mine = get().sheets[key]?.draft ?? null;
    const draft = reply.value ? merged(reply.value, mine) : mine;
    patchSheet(context, key, { draft, draftLoaded: true, saveProblem: null });
    begin(key);
    return true;
  }

  /** Changes the draft on the spot and saves it after. */
  function edit(key: string, change: (draft: Draft) => Draft): void {
    const draft = get().sheets[key]?.draft;
    if (!draft) return;
    patchSheet(context, key, { draft: { ...change(draft), updatedAt: context.now().toISOString() } });
    void save(key);
  }

  /** One save at a time per record; what changes meanwhile is saved after it. */
  async function save(key: string): Promise<void> {
    const running = saving.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const run = { again: true };
    saving.set(key, run);
    while (run.again) {
      run.again = false;
      if (!(await load(key))) break;
      const draft = get().sheets[key]?.draft;
      if (!draft) break;
      const reply = await backend.send('draft.save', { draft });
      patchSheet(context, key, { saveProblem: reply.ok ? null : reply.problem });
    }
    saving.delete(key);
  }

  /** Throws the stored draft away once it has been written; what is on show stays until the rep is done. */
  async function forget(key: string): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const reply = await backend.send('draft.drop', { ref: sheet.ref });
    if (!reply.ok) patchSheet(context, key, { saveProblem: reply.problem });
  }

  return { begin, load, edit, save, forget };
}

/** The stored draft with this visit's answers over it. */
function merged(stored: Draft, mine: Draft | null): Draft {
  if (!mine) return stored;
  return { ...stored, answers: { ...stored.answers, ...mine.answers } };
}
