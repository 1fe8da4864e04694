// Opening a record: its draft and its facts are fetched at once and in parallel; each reply goes to its own sheet.
import { type RecordRef, refKey } from '@/lib/qualification/record';
import type { Snapshot } from '@/lib/qualification/snapshot';
import type { Submission } from '@/lib/qualification/submission';
import { askingOf } from './asking';
import { type Context, loadedPlaybook, patchSheet } from './context';
import type { Drafts } from './drafts';
import type { Reviews } from './reviews';
import { emptySheet, type Sheet } from './state';

/** Records that stay in memory; the others come back from the store and the CRM. */
const SHEETS_KEPT = 30;

/** A question that has been on show this long stays when the rest of the read arrives. */
const SETTLED_MS = 1000;

export type Records = ReturnType<typeof records>;

export function records(context: Context, drafts: Drafts, reviews: Reviews) {
  const { get, set, backend } = context;
  const tickets = new Map<string, number>();

  /** Puts a record in view, now. Reads it unless that is under way. */
  function openRecord(ref: RecordRef): void {
    const key = refKey(ref);
    if (get().sheets[key]?.submission?.state === 'written') startAnew(key);
    const known = get().sheets[key];
    const sheet = known ?? emptySheet(ref);
    const sending = sheet.submission !== null && sheet.submission.state !== 'written';
    const view = sending ? { name: 'sending' as const } : { name: 'ask' as const };
    set((state) => ({
      open: key,
      keysShown: false,
      menuShown: false,
      sheets: { ...recent(state.sheets, key), [key]: { ...sheet, view, evidence: false } },
    }));
    void drafts.load(key);
    void read(key);
    if (!known) void lastSubmission(key);
  }

  /** After a write the sheet begins afresh: what was answered comes back with the note that the CRM now has. */
  function startAnew(key: string): void {
    const sheet = get().sheets[key];
    if (!sheet) return;
    patchSheet(context, key, { ...emptySheet(sheet.ref), draftLoaded: true });
    drafts.begin(key);
  }

  async function read(key: string): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const ticket = (tickets.get(key) ?? 0) + 1;
    tickets.set(key, ticket);
    patchSheet(context, key, { reading: true, readProblem: null });
    const reply = await backend.send('record.read', { ref: sheet.ref });
    if (tickets.get(key) !== ticket) return;
    if (reply.ok) show(key, reply.value);
    else patchSheet(context, key, { readProblem: reply.problem });
    patchSheet(context, key, { reading: false });
    if (reply.ok) void reviews.load(sheet.ref);
  }

  /** A part of a read: painted unless something whole is already there. */
  function onPart(snapshot: Snapshot): void {
    const { id } = snapshot.ref;
    const keys = [id, snapshot.mergedFrom].flatMap((one) =>
      one === null ? [] : [refKey({ ...snapshot.ref, id: one })],
    );
    for (const key of keys) {
      const sheet = get().sheets[key];
      if (sheet?.reading && !sheet.snapshot?.complete) show(key, snapshot);
    }
  }

  function show(key: string, snapshot: Snapshot): void {
    const sheet = get().sheets[key];
    const playbook = loadedPlaybook(get());
    if (!sheet) return;
    const now = context.now().getTime();
    const settled = sheet.paintedAt !== null && now - sheet.paintedAt >= SETTLED_MS;
    const shown =
      settled && playbook
        ? askingOf(sheet, context.derive(playbook.compiled, sheet.snapshot, sheet.draft))
        : sheet.current;
    patchSheet(context, key, { snapshot, paintedAt: sheet.paintedAt ?? now, current: shown });
  }

  async function lastSubmission(key: string): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const reply = await backend.send('submission.last', { ref: sheet.ref });
    if (!reply.ok || !reply.value || reply.value.state === 'written') return;
    onSubmission(reply.value);
    patchSheet(context, key, { view: { name: 'sending' } });
  }

  /** News of a submission; older ones than the one in hand are left alone. */
  function onSubmission(submission: Submission): void {
    const key = refKey(submission.ref);
    const held = get().sheets[key]?.submission;
    if (!held || held.id === submission.id || held.at <= submission.at)
      patchSheet(context, key, { submission });
  }

  return { openRecord, startAnew, read, onPart, onSubmission };
}

/** The sheets without the oldest that hold nothing unsaved or unsent, this one last: a long day must not fill the memory. */
function recent(sheets: Record<string, Sheet>, key: string): Record<string, Sheet> {
  const others = Object.entries(sheets).filter(([one]) => one !== key);
  const over = others.length - SHEETS_KEPT;
  return Object.fromEntries(
    others.filter(([, sheet], at) => at >= over || sheet.saveProblem !== null || sheet.submission !== null),
  );
}
