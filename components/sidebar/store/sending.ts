// Confirm, and what follows: the submission goes on its way, waits, fails and is tried again, is changed or taken back, or is done.
import type { Withdrawn } from '@/lib/protocol/messages';
import { createSubmission, nextOf } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/plan/submission';
import { own } from '@/lib/util/object';
import { readingOf } from './asking';
import { obstacleOf } from './blocking';
import { takenIn, withoutExtra } from './conflict';
import { contentOf } from './content';
import { type Context, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import { bring, isOver, tooLate } from './handover';
import { planOf } from './planning';
import { hasArrived, problemOf } from './progress';
import type { Records } from './records';
import { demandedBy, mendable } from './refusal';
import type { Reviews } from './reviews';
import { reviewOf, type Sheet } from './state';

export function sending(context: Context, drafts: Drafts, records: Records, reviews: Reviews) {
  const { get, backend } = context;

  /** What is under review, and what is in the way of it; null where nothing is, or it is not all there yet. */
  function underReview() {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    if (!open || !reading || open.sheet.view.name !== 'review') return null;
    const review = reviewOf(get(), open.sheet.ref);
    const { snapshot } = open.sheet;
    if (review?.state !== 'ready' || !snapshot) return null;
    const now = context.now();
    const plan = planOf(open.sheet, reading.playbook, reading.derived, review.value, now);
    return { open, reading, review, snapshot, now, plan, obstacle: obstacleOf(open.sheet, plan) };
  }

  /** Whether a confirm would only lead to what is in its way: that may be shown at once. */
  const isBlocked = (): boolean => (underReview()?.obstacle ?? null) !== null;

  /** What a confirm would write now, as contentOf says it; null where nothing is under review. */
  function shown(): string | null {
    const now = underReview();
    if (!now?.plan) return null;
    return contentOf(now.open.sheet, now.plan, now.reading.derived, now.review.value);
  }

  /** Sends what the review shows. Returns false, and sends nothing, while something is in the way. */
  function confirm(): boolean {
    const under = underReview();
    if (!under) return false;
    const { open, reading, review, snapshot, now, plan, obstacle } = under;
    if (!plan || obstacle) {
      if (!open.sheet.lastKnown) void records.lastSubmission(open.key);
      if (obstacle?.what !== 'nothing-new') patchSheet(context, open.key, { tried: true });
      return false;
    }
    // What was confirmed before and has not got through is changed, never sent beside: under its id nothing is made twice.
    const before = open.sheet.submission;
    if (before?.state === 'written') {
      // Its time came while its change was under review: sent beside it, all of it would be made a second time.
      const view = { name: 'sending' as const };
      patchSheet(context, open.key, { submission: tooLate(before), unsaid: before, sendProblem: null, view });
      return false;
    }
    const submission = createSubmission(plan, {
      id: before?.id ?? crypto.randomUUID(),
      snapshot,
      verdict: reading.derived.verdict,
      answered: reading.derived.answered,
      person: review.value.person,
      now,
      ...(open.sheet.draft ? { draft: open.sheet.draft.revision } : {}),
      together: review.value.together,
    });
    void hand(open.key, before, submission);
    return true;
  }

  /** Shows a submission as on its way. */
  function sends(key: string, submission: Submission): void {
    const view = { name: 'sending' as const };
    const told = { untold: false, keptBack: false, stayed: null };
    const fresh = { sendProblem: null, refused: null, left: null, view, ...told };
    patchSheet(context, key, { submission, unsaid: submission, confirmed: submission.id, ...fresh });
  }

  /**
   * Brings what was confirmed to the outbox, in the place of `before` where there is one. Without a word of the
   * background it is not known whether it got there: the id stays, and is asked about before anything else is made.
   */
  async function hand(key: string, before: Submission | null, submission: Submission): Promise<void> {
    sends(key, submission);
    const { kept, problem, refused } = await bring(backend, submission, before !== null);
    if (get().sheets[key]?.submission?.id !== submission.id) return;
    if (problem === null && kept) {
      // What had arrived of it is in the record: sent anew without reading that, it would be made twice.
      if (kept.state === 'withdrawn' && before !== null && hasArrived(kept)) {
        takenBack(key, kept);
        keepBack(key);
      } else if (kept.state === 'withdrawn' && before !== null) afresh(key);
      else settle(key, kept);
      return;
    }
    patchSheet(context, key, {
      submission: kept ?? before ?? submission,
      unsaid: refused ? null : submission,
      sendProblem: problem,
      untold: isElsewhere(key),
    });
  }

  /** Whether the rep has gone on to another record meanwhile. */
  const isElsewhere = (key: string): boolean => get().open !== key;

  /**
   * What was to be changed had been taken back elsewhere: what the rep confirmed is another one now. Where they are at
   * another record by then, or it can't be confirmed as it stands, it is a draft again, and they are told so.
   */
  function afresh(key: string): void {
    const elsewhere = isElsewhere(key);
    const view = { name: elsewhere ? ('ask' as const) : ('review' as const) };
    patchSheet(context, key, { submission: null, unsaid: null, sendProblem: null, view });
    if (elsewhere || !confirm()) keepBack(key);
  }

  /** What was confirmed last is a draft again. */
  function keepBack(key: string): void {
    patchSheet(context, key, { keptBack: true, untold: isElsewhere(key) });
    void drafts.save(key);
  }

  /** Takes the newest state of a submission; once written, the draft that was confirmed has served. */
  function settle(key: string, kept: Submission): void {
    records.onSubmission(kept);
    const draft = get().sheets[key]?.draft;
    // What was changed after it was confirmed is in a later revision, and not written.
    if (kept.state === 'written' && draft && draft.revision === kept.draft)
      void drafts.forget(key, draft.revision);
  }

  /** Tries again: what may not have been handed over is handed over, what failed goes on where it stopped. */
  async function retry(allow: 'duplicates'[] = []): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission;
    if (!open || !submission) return;
    const { unsaid, sendProblem } = open.sheet;
    if (unsaid && sendProblem) {
      const before = submission === unsaid ? null : submission;
      return hand(open.key, before, unsaid);
    }
    patchSheet(context, open.key, { submission: { ...submission, state: 'writing' }, sendProblem: null });
    const { ref, id } = submission;
    const reply = await backend.send('submission.retry', {
      ref,
      id,
      ...(allow.length > 0 ? { allow } : {}),
    });
    if (get().sheets[open.key]?.submission?.id !== id) return;
    if (reply.ok) return settle(open.key, reply.value);
    const asked = await backend.send('submission.get', { ref, id });
    if (get().sheets[open.key]?.submission?.id !== id) return;
    if (asked.ok && asked.value && isOver(asked.value)) return settle(open.key, asked.value);
    const now = asked.ok && asked.value ? asked.value : submission;
    patchSheet(context, open.key, { submission: now, sendProblem: reply.problem });
  }

  /** The same submission again, where the rep has seen the duplicates and the CRM lets them decide. */
  function saveAnyway(): Promise<void> {
    const problem = problemOf(openSheet(context)?.sheet.submission ?? null);
    return problem?.duplicates?.mayAllow ? retry(['duplicates']) : Promise.resolve();
  }

  /** From the receipt on: to the record that this one has become, else back to the checklist. */
  async function done(): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission;
    // What is not written is still in hand, whatever the view says.
    if (open && submission && submission.state !== 'written') {
      patchSheet(context, open.key, { view: { name: 'ask' } });
      return;
    }
    if (!open || !submission || !nextOf(submission)) return stay();
    const reply = await backend.send('record.follow', { ref: open.sheet.ref, submission: submission.id });
    // Where it worked the tab goes there, and the place that the background then pushes opens the record.
    patchSheet(context, open.key, { sendProblem: reply.ok ? null : reply.problem });
  }

  /** Back to the checklist of this record, as the CRM has it now. */
  function stay(): void {
    const open = openSheet(context);
    if (!open) return;
    records.startAnew(open.key);
    void records.read(open.key);
  }

  /** Back to the review with what waits or failed, to be changed: the answers, the note and the decision are as they were. */
  async function reviewAgain(keepTheirs: string[] = []): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission ?? null;
    if (!open) return;
    const problem = problemOf(submission);
    const refused = mendable(problem);
    const { all, fresh } = demandedBy(open.sheet, refused);
    patchSheet(context, open.key, {
      ...settled(open.sheet),
      ...(problem?.kind === 'changed' ? takenIn(open.sheet, problem, keepTheirs) : { keepTheirs }),
      refused,
      agreed: null,
      warningSeen: null,
      tried: false,
      view: { name: 'review' },
    });
    if (problem?.kind === 'changed') void records.read(open.key);
    else void reviews.refresh(open.sheet.ref);
    if (keepTheirs.some((field) => own(open.sheet.draft?.extra ?? {}, field) !== undefined))
      drafts.edit(open.key, (draft) => withoutExtra(draft, keepTheirs));
    if (!fresh) return;
    const reply = await backend.send('review.fields', { ref: open.sheet.ref, fields: all });
    if (reply.ok) patchSheet(context, open.key, { demanded: reply.value });
    else patchSheet(context, open.key, { sendProblem: reply.problem });
  }

  /** Back to the checklist with the answers kept, and the record as the CRM has it now: it was merged, moved or deleted. */
  function readAgain(): void {
    const open = openSheet(context);
    if (!open) return;
    patchSheet(context, open.key, { ...settled(open.sheet), view: { name: 'ask' } });
    void records.read(open.key);
  }

  /** The same where the record has become another one: what was meant for it as it was is taken back first. */
  async function startOver(): Promise<void> {
    const open = openSheet(context);
    await withdraw();
    if (open && get().sheets[open.key]?.submission === null) void records.read(open.key);
  }

  /** Takes the submission back: it is not written any more; what has arrived of it stays. The answers are kept. */
  async function withdraw(): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission;
    if (!open || !submission) return;
    const { ref, id } = submission;
    const { unsaid } = open.sheet;
    // What may still be on its way to the outbox must come too late there.
    const reply = await backend.send('submission.withdraw', {
      ref,
      id,
      ...(unsaid ? { unsent: unsaid } : {}),
    });
    if (get().sheets[open.key]?.submission?.id !== id) return;
    if (reply.ok) {
      takenBack(open.key, reply.value.submission);
      // The rep was asked first where this page knew of it; the outbox may have known more.
      if (!hasArrived(submission)) patchSheet(context, open.key, { stayed: stayedOf(reply.value) });
      return;
    }
    const asked = await backend.send('submission.get', { ref, id });
    if (get().sheets[open.key]?.submission?.id !== id) return;
    const kept = asked.ok ? asked.value : undefined;
    // What is not kept, and can't get there any more, is gone: that is what was asked for.
    if (kept?.state === 'withdrawn' || (kept === null && reply.problem.kind === 'gone'))
      return takenBack(open.key, submission);
    if (kept?.state === 'written') return settle(open.key, kept);
    patchSheet(context, open.key, { submission: kept ?? submission, sendProblem: reply.problem });
  }

  function takenBack(key: string, submission: Submission): void {
    const view = { name: 'ask' as const };
    patchSheet(context, key, { submission: null, unsaid: null, sendProblem: null, view });
    if (hasArrived(submission)) void records.read(key);
  }

  return {
    confirm,
    isBlocked,
    shown,
    retry,
    saveAnyway,
    done,
    stay,
    reviewAgain,
    readAgain,
    startOver,
    withdraw,
  };
}

/** What was in the way is left behind; but of one that may not have been handed over it goes on being said. */
const settled = ({ unsaid }: Pick<Sheet, 'unsaid'>) => (unsaid ? {} : { sendProblem: null });

/** What of a submission that was taken back is in the CRM all the same: null where nothing is. */
const stayedOf = ({ arrived, unknown }: Withdrawn): Sheet['stayed'] =>
  arrived.length > 0 ? 'written' : unknown.length > 0 ? 'unknown' : null;
