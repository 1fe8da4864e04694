// Opening a record: its draft and its facts are fetched at once and in parallel; each reply goes to its own sheet.
import { outOfReach, type Problem } from '@/lib/problem/problem';
import type { Draft } from '@/lib/qualification/answers/draft';
import { partsOf } from '@/lib/qualification/plan/parts';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type RecordRef, refKey, sameRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';
import { askingOf } from './asking';
import { type Context, loadedPlaybook, patchSheet } from './context';
import type { Drafts } from './drafts';
import { isOver, isSame, tooLate } from './handover';
import { hasArrived, isWaiting } from './progress';
import type { Reviews } from './reviews';
import { emptySheet, recordOf, type Sheet } from './state';

/** Records that stay in memory; the others come back from the store and the CRM. */
const SHEETS_KEPT = 30;

/** A question that has been on show this long stays when the rest of the read arrives. */
const SETTLED_MS = 1000;

export type Records = ReturnType<typeof records>;

export function records(context: Context, drafts: Drafts, reviews: Reviews) {
  const { get, set, backend } = context;
  const tickets = new Map<string, number>();
  const asking = new Set<string>();

  /** Puts a record in view, now. Reads it unless that is under way. */
  function openRecord(ref: RecordRef): void {
    const key = refKey(ref);
    if (get().sheets[key]?.submission?.state === 'written') startAnew(key);
    const known = get().sheets[key];
    const sheet = known ?? emptySheet(ref);
    const stuck = sheet.sendProblem !== null;
    const sending = sheet.submission !== null && (stuck || wantsLook(sheet.submission));
    const view = sending ? { name: 'sending' as const } : { name: 'ask' as const };
    set((state) => ({
      open: key,
      keysShown: false,
      menuShown: false,
      sheets: { ...recent(state.sheets, key), [key]: { ...sheet, view, untold: false, ...nothingBeside } },
    }));
    void drafts.load(key);
    void read(key);
    void lookAfter(key);
  }

  /**
   * After a write the sheet begins afresh: what was answered comes back with the note that the CRM now has. Only what
   * came after the rep confirmed isn't in it, and stays.
   */
  function startAnew(key: string): void {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const later = answeredSince(sheet);
    const written = sheet.submission?.state === 'written' ? sheet.submission : sheet.written;
    const { kept, lastKnown, unsaid, draft } = sheet;
    patchSheet(context, key, { ...emptySheet(sheet.ref), draftLoaded: true, kept, lastKnown, written });
    // What was confirmed last came too late for this write: all of it is still to be written, but what this write made.
    if (unsaid) patchSheet(context, key, { draft: draft && unmade(draft, written) });
    else drafts.begin(key);
    if (later && !unsaid) drafts.edit(key, (draft) => ({ ...draft, ...later }));
  }

  async function read(key: string): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet) return;
    const ticket = (tickets.get(key) ?? 0) + 1;
    tickets.set(key, ticket);
    patchSheet(context, key, { reading: true, readProblem: null });
    if (!sheet.lastKnown) void lastSubmission(key);
    const reply = await backend.send('record.read', { ref: sheet.ref });
    if (tickets.get(key) !== ticket) return;
    if (reply.ok) show(key, reply.value);
    else {
      await showKept(key, reply.problem);
      if (tickets.get(key) !== ticket) return;
      patchSheet(context, key, { readProblem: reply.problem });
    }
    patchSheet(context, key, { reading: false });
    if (!get().sheets[key]?.lastKnown) void lastSubmission(key);
    // What the review needs may be kept as well as the record.
    if (!reply.ok && !get().sheets[key]?.snapshot?.complete) return;
    drafts.retell(key);
    void reviews.load(sheet.ref);
  }

  /** Nobody to ask: the record as it was when it was last read, where nothing whole is on show. */
  async function showKept(key: string, problem: Problem): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet || sheet.snapshot?.complete || !outOfReach(problem)) return;
    const reply = await backend.send('record.kept', { ref: sheet.ref });
    if (reply.ok && reply.value && !get().sheets[key]?.snapshot?.complete) show(key, reply.value);
  }

  /** The network is back: what could not be read is read. */
  function backOnline(): void {
    const { open, sheets } = get();
    const sheet = open === null ? undefined : sheets[open];
    if (open !== null && sheet?.readProblem && outOfReach(sheet.readProblem) && !sheet.reading)
      void read(open);
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
    // Of the record that this one has become nothing is known yet.
    const became = sameRef(snapshot.ref, recordOf(sheet)) ? {} : { lastKnown: false };
    patchSheet(context, key, { snapshot, paintedAt: sheet.paintedAt ?? now, current: shown, ...became });
  }

  /** Asks what is on its way for a record, and what was written last. Only an answer counts: silence is asked again. */
  async function lastSubmission(key: string): Promise<void> {
    const sheet = get().sheets[key];
    if (!sheet || asking.has(key)) return;
    asking.add(key);
    const record = recordOf(sheet);
    const reply = await backend.send('submission.last', { ref: record });
    asking.delete(key);
    const now = get().sheets[key];
    if (!now) return;
    // It may have become another record meanwhile, which has its own.
    if (!sameRef(recordOf(now), record)) void lastSubmission(key);
    else if (reply.ok) patchSheet(context, key, { lastKnown: true });
    if (!reply.ok) return;
    const last = reply.value;
    if (last?.state === 'written') patchSheet(context, key, { written: last });
    // What this sheet itself has in hand stays until it is over.
    if (!last || isOver(last) || (now.submission && now.submission.id === now.confirmed)) return;
    const found = now.lastKnown ? {} : { confirmed: last.id };
    const view = !now.lastKnown && wantsLook(last) ? { view: { name: 'sending' as const } } : {};
    patchSheet(context, key, { submission: last, ...found, ...view });
  }

  /** News of a submission: of the one in hand, or of another one of the record. */
  function onSubmission(submission: Submission): void {
    for (const [key, sheet] of Object.entries(get().sheets))
      if (isOf(submission, sheet)) onNews(key, sheet, submission);
  }

  function onNews(key: string, sheet: Sheet, submission: Submission): void {
    const { submission: held, confirmed, view, unsaid } = sheet;
    if (submission.state === 'withdrawn') {
      // An edit of it that is not in it is still in hand: the word on that, or the next try, sends it anew.
      const inHand = unsaid !== null && !isSame(submission, unsaid);
      if (held?.id === submission.id && !inHand) letGo(key, hasArrived(submission));
      return;
    }
    const another = submission.id !== confirmed && submission.state === 'written';
    if (another && view.name !== 'sending') {
      // Another tab's: nothing is on its way any more, and this tab's answers are not in it.
      patchSheet(context, key, {
        written: submission,
        ...(held?.id === submission.id ? { submission: null } : {}),
      });
      if (get().open === key && held?.id !== confirmed) void read(key);
    } else if (!held) patchSheet(context, key, { submission });
    else if (held.id === submission.id) {
      const said = unsaid === null || isSame(submission, unsaid);
      if (said) patchSheet(context, key, { submission, unsaid: null, sendProblem: null });
      else if (submission.state === 'written')
        patchSheet(context, key, { submission: tooLate(submission), sendProblem: null });
      else patchSheet(context, key, { submission });
      // Which of two comes first is for the outbox to say: no clock tells it.
    } else void lastSubmission(key);
  }

  /** Nothing of it is written any more. What has arrived is on the record, which nobody has read since. */
  function letGo(key: string, arrived: boolean): void {
    const sending = get().sheets[key]?.view.name === 'sending';
    const left = sending ? { view: { name: 'ask' as const } } : {};
    patchSheet(context, key, { submission: null, unsaid: null, sendProblem: null, ...left });
    if (arrived && get().open === key) void read(key);
  }

  /** Asks what became of what a sheet holds: it may have been taken back or written where no news of it could come. */
  async function lookAfter(key: string): Promise<void> {
    const held = get().sheets[key]?.submission;
    if (!held || isOver(held)) return;
    const reply = await backend.send('submission.get', { ref: held.ref, id: held.id });
    const sheet = get().sheets[key];
    if (!reply.ok || sheet?.submission?.id !== held.id) return;
    // What was heard since the question is newer than the answer, but for an end, which is final.
    const same = sheet.submission === held;
    if (reply.value && (same || isOver(reply.value))) onNews(key, sheet, reply.value);
    // The outbox had it, and all that it kept was cleared since.
    else if (!reply.value && same && !sheet.unsaid) letGo(key, true);
  }

  /** The same for all sheets, one after the other: a long day's are many. */
  async function lookAfterAll(): Promise<void> {
    for (const key of Object.keys(get().sheets)) await lookAfter(key);
  }

  return { openRecord, startAnew, read, onPart, onSubmission, lastSubmission, lookAfterAll, backOnline };
}

/** Of a merged or converted record's page too: what is decided there is written to the record that it has become. */
const isOf = ({ ref, id }: Submission, sheet: Sheet): boolean =>
  sameRef(ref, sheet.ref) || sameRef(ref, recordOf(sheet)) || id === sheet.submission?.id;

/** Without the deal and the next step that a submission has made: they would be made a second time. */
function unmade(draft: Draft, written: Submission | null): Draft {
  const made = (written?.steps ?? [])
    .filter(({ state }) => state === 'done')
    .flatMap(({ write }) => partsOf(write));
  const has = (kind: 'deal' | 'task') => made.some((part) => part.kind === kind);
  const { next, ...rest } = draft;
  return {
    ...rest,
    ...(has('deal') ? { deal: null } : {}),
    ...(next === undefined || has('task') ? {} : { next }),
  };
}

/** On its way just now, or stopped so that only the rep can go on. One that waits by itself is told beside the question. */
const wantsLook = (submission: Submission): boolean => !isOver(submission) && !isWaiting(submission);

/** What lies beside the question goes with the visit; a line that is typed in would take the keyboard when it comes back. */
const nothingBeside = { evidence: false, finding: null, quoting: null } as const;

/** Answers of this sheet that its submission came too early for; null where there are none. */
function answeredSince({ draft, submission }: Sheet): Pick<Draft, 'answers' | 'call'> | null {
  if (!draft || !submission || submission.draft === draft.revision) return null;
  const upTo = submission.draft ?? 0;
  const later = Object.entries(draft.answers).filter(([id, { rev = 0, value }]) => {
    const written = own(submission.answers, id);
    // One that another window gave may be older, and was put to this draft only after.
    return rev > upTo || (written !== undefined && written !== value);
  });
  return later.length === 0 ? null : { answers: Object.fromEntries(later), call: draft.call };
}

/** Something of it is not saved, not sent or not told. */
const isOpen = ({ saveProblem, submission, untold }: Sheet): boolean =>
  saveProblem !== null || submission !== null || untold;

/** The sheets without the oldest that hold nothing unsaved or unsent, this one last: a long day must not fill the memory. */
function recent(sheets: Record<string, Sheet>, key: string): Record<string, Sheet> {
  const others = Object.entries(sheets).filter(([one]) => one !== key);
  const over = others.length - SHEETS_KEPT;
  return Object.fromEntries(others.filter(([, sheet], at) => at >= over || isOpen(sheet)));
}
