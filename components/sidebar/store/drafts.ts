// The draft of a record: loaded once, merged with what was answered meanwhile here and in other windows, saved at every change.
import { carryOver, emptyDraft, isBegun, listedAs, mergeDrafts } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import { refKey } from '@/lib/record/record';
import { type Context, loadedPlaybook, patchSheet } from './context';

/** Where a draft's revision begins: a number that hardly any other draft of the record has had. */
const newRevision = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

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
        newRevision(),
      );
      patchSheet(context, key, { draft });
    } else {
      const carried = carryOver(sheet.draft, playbook);
      if (carried.draft === sheet.draft) return;
      // A wrap-up of another playbook's verdict is not confirmed by a key that was meant for the one before.
      const view = sheet.view.name === 'review' ? { name: 'ask' as const } : sheet.view;
      patchSheet(context, key, { draft: carried.draft, carried, view });
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
    const draft = reply.value && mine ? mergeDrafts(null, reply.value, mine) : (reply.value ?? mine);
    patchSheet(context, key, { draft, kept: reply.value, draftLoaded: true, saveProblem: null });
    begin(key);
    return true;
  }

  /** Changes the draft on the spot and saves it after. */
  function edit(key: string, change: (draft: Draft) => Draft): void {
    const draft = get().sheets[key]?.draft;
    if (!draft) return;
    const revision = draft.revision + 1;
    const updatedAt = context.now().toISOString();
    patchSheet(context, key, { draft: { ...change(draft), revision, updatedAt } });
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
      const listed = withListed(key, draft);
      const base = get().sheets[key]?.kept?.revision ?? null;
      const reply = await backend.send('draft.save', { draft: listed, base });
      if (reply.ok && reply.value === null) patchSheet(context, key, { kept: listed });
      else if (reply.ok && reply.value) {
        mix(key, reply.value);
        run.again = true;
      }
      patchSheet(context, key, { saveProblem: reply.ok ? null : reply.problem });
    }
    saving.delete(key);
  }

  /** Puts what another window saved under what was changed here. */
  function mix(key: string, theirs: Draft): void {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const draft = sheet.draft ? mergeDrafts(sheet.kept, theirs, sheet.draft) : theirs;
    patchSheet(context, key, { draft, kept: theirs });
    begin(key);
  }

  /** News from another window on the same record; one whose answers are on their way keeps what it confirmed. */
  function fromElsewhere(theirs: Draft): void {
    const key = refKey(theirs.ref);
    const sheet = get().sheets[key];
    if (sheet?.draftLoaded && !sheet.submission && !saving.has(key)) mix(key, theirs);
  }

  /** The draft with what a list tells of it, as far as the record has been read. */
  function withListed(key: string, draft: Draft): Draft {
    const snapshot = get().sheets[key]?.snapshot ?? null;
    const playbook = loadedPlaybook(get());
    if (!snapshot || !playbook) return draft;
    const { verdict, answered } = context.derive(playbook.compiled, snapshot, draft);
    return { ...draft, listed: listedAs(snapshot, verdict, answered, playbook.playbook) };
  }

  /** After the record was read: a draft that is kept tells what is known by now. One on its way is left alone. */
  function retell(key: string): void {
    const { draft = null, submission } = get().sheets[key] ?? {};
    if (draft === null || submission || !isBegun(draft)) return;
    if (JSON.stringify(withListed(key, draft).listed) !== JSON.stringify(draft.listed)) void save(key);
  }

  /**
   * Throws the stored draft away once this revision of it has been written; what is on show stays until the rep is done.
   * One that is stored by now and isn't that one stays: another window has gone on with it.
   */
  async function forget(key: string, revision: number): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const reply = await backend.send('draft.drop', { ref: sheet.ref, revision });
    if (!reply.ok) patchSheet(context, key, { saveProblem: reply.problem });
  }

  return { begin, load, edit, save, retell, forget, fromElsewhere };
}
