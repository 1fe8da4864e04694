// Confirm, and what follows: the submission goes on its way, waits, fails and is tried again, is changed or taken back, or is done.
import { createSubmission, nextOf } from '@/lib/qualification';
import { own } from '@/lib/qualification/own';
import type { Submission } from '@/lib/qualification/submission';
import { readingOf } from './asking';
import { obstacleOf } from './blocking';
import { takenIn, withoutExtra } from './conflict';
import { type Context, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import { planOf } from './planning';
import type { Records } from './records';
import { demandedBy, mendable } from './refusal';
import type { Reviews } from './reviews';
import { reviewOf } from './state';

export function sending(context: Context, drafts: Drafts, records: Records, reviews: Reviews) {
  const { get, backend } = context;

  /** Sends what the review shows. Returns false, and does nothing, while something is in the way. */
  function confirm(): boolean {
    const open = openSheet(context);
    const reading = open && readingOf(context, open);
    if (!open || !reading || open.sheet.view.name !== 'review') return false;
    const review = reviewOf(get(), open.sheet.ref);
    if (review?.state !== 'ready' || !open.sheet.snapshot) return false;
    const now = context.now();
    const plan = planOf(open.sheet, reading.playbook, reading.derived, review.value, now);
    if (!plan || obstacleOf(open.sheet, plan)) {
      patchSheet(context, open.key, { tried: true });
      return false;
    }
    // What was confirmed before and has not got through is changed, never sent beside: under its id nothing is made twice.
    const before = open.sheet.submission?.state === 'written' ? null : open.sheet.submission;
    const submission = createSubmission(plan, {
      id: before?.id ?? crypto.randomUUID(),
      snapshot: open.sheet.snapshot,
      verdict: reading.derived.verdict,
      answered: reading.derived.answered,
      person: review.value.person,
      now,
      together: review.value.together,
    });
    void (before ? change(open.key, before, submission) : hand(open.key, submission));
    return true;
  }

  /** Shows a submission as on its way. */
  function sends(key: string, submission: Submission): void {
    const view = { name: 'sending' as const };
    const fresh = { sendProblem: null, refused: null, left: null, view };
    patchSheet(context, key, { submission, confirmed: submission.id, ...fresh });
  }

  /** Puts the edited submission in the place of the one before; where that can't be, the one before is what there is. */
  async function change(key: string, before: Submission, submission: Submission): Promise<void> {
    sends(key, submission);
    const { ref, id } = before;
    const reply = await backend.send('submission.replace', { ref, id, submission });
    if (get().sheets[key]?.submission?.id !== id) return;
    if (reply.ok) settle(key, reply.value);
    else patchSheet(context, key, { submission: before, sendProblem: reply.problem });
  }

  async function hand(key: string, submission: Submission): Promise<void> {
    sends(key, submission);
    const reply = await backend.send('submission.send', { submission });
    if (get().sheets[key]?.submission?.id !== submission.id) return;
    if (reply.ok) settle(key, reply.value);
    else patchSheet(context, key, { sendProblem: reply.problem });
  }

  /** Takes the newest state of a submission; once written, its draft has served. */
  function settle(key: string, submission: Submission): void {
    patchSheet(context, key, { submission });
    const draft = get().sheets[key]?.draft;
    // What was answered after it was confirmed is in the same draft, and not written.
    const more = Object.values(draft?.answers ?? {}).some(({ at }) => at > submission.at);
    if (submission.state === 'written' && !more) void drafts.forget(key);
  }

  /** Tries again: what was never handed over is handed over, what failed goes on where it stopped. */
  async function retry(allow: 'duplicates'[] = []): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission;
    if (!open || !submission) return;
    if (open.sheet.sendProblem && neverHanded(submission)) return hand(open.key, submission);
    patchSheet(context, open.key, { submission: { ...submission, state: 'writing' }, sendProblem: null });
    const reply = await backend.send('submission.retry', {
      ref: submission.ref,
      id: submission.id,
      ...(allow.length > 0 ? { allow } : {}),
    });
    if (reply.ok) settle(open.key, reply.value);
    else patchSheet(context, open.key, { submission, sendProblem: reply.problem });
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
    if (open && submission && isWaiting(submission)) {
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
      // What never got to the outbox has nothing there to be changed.
      ...(submission && neverHanded(submission) ? { submission: null } : {}),
      sendProblem: null,
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
    patchSheet(context, open.key, { sendProblem: null, view: { name: 'ask' } });
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
    const gone = { submission: null, sendProblem: null, view: { name: 'ask' as const } };
    if (neverHanded(submission)) return patchSheet(context, open.key, gone);
    const { ref, id } = submission;
    const reply = await backend.send('submission.withdraw', { ref, id });
    if (get().sheets[open.key]?.submission?.id !== id) return;
    patchSheet(context, open.key, reply.ok ? gone : { sendProblem: reply.problem });
    if (reply.ok && hasArrived(submission)) void records.read(open.key);
  }

  return { confirm, retry, saveAnyway, done, stay, reviewAgain, readAgain, startOver, withdraw };
}

/** Nothing of it was tried: it waits in no outbox yet, or is the first in line there. */
const neverHanded = (submission: Submission): boolean =>
  submission.state === 'waiting' && !isWaiting(submission);

/** Kept in the outbox, where it goes on by itself; not the moment between confirming and the first try. */
export function isWaiting(submission: Submission): boolean {
  return submission.state === 'waiting' && (problemOf(submission) !== null || (submission.tries ?? 0) > 0);
}

/** Stopped, or waiting for its time: an edited one can take its place. */
export const canChange = (submission: Submission): boolean =>
  submission.state === 'failed' || isWaiting(submission);

/** Something of it is in the CRM already, or may be. */
export function hasArrived(submission: Submission | null): boolean {
  return (
    submission?.steps.some(({ state, saved }) => state === 'done' || state === 'trying' || saved) ?? false
  );
}

/** The problem that stopped a submission; null when none did. */
export function problemOf(submission: Submission | null) {
  return submission?.steps.find((step) => step.problem !== null)?.problem ?? null;
}
