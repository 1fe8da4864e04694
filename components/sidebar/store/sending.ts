// Confirm, and what follows: the submission goes on its way, fails and is tried again, or is done.
import { createSubmission, nextOf } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/submission';
import { readingOf } from './asking';
import { obstacleOf } from './blocking';
import { type Context, openSheet, patchSheet } from './context';
import type { Drafts } from './drafts';
import { planOf } from './planning';
import type { Records } from './records';
import { mendable, unasked } from './refusal';
import { reviewOf } from './state';

export function sending(context: Context, drafts: Drafts, records: Records) {
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
    const submission = createSubmission(plan, {
      id: crypto.randomUUID(),
      snapshot: open.sheet.snapshot,
      verdict: reading.derived.verdict,
      answered: reading.derived.answered,
      person: review.value.person,
      now,
      together: review.value.together,
    });
    void hand(open.key, submission);
    return true;
  }

  async function hand(key: string, submission: Submission): Promise<void> {
    patchSheet(context, key, { submission, sendProblem: null, refused: null, view: { name: 'sending' } });
    const reply = await backend.send('submission.send', { submission });
    if (get().sheets[key]?.submission?.id !== submission.id) return;
    if (reply.ok) settle(key, reply.value);
    else patchSheet(context, key, { sendProblem: reply.problem });
  }

  /** Takes the newest state of a submission; once written, its draft has served. */
  function settle(key: string, submission: Submission): void {
    patchSheet(context, key, { submission });
    if (submission.state === 'written') void drafts.forget(key);
  }

  /** Tries again: what was never handed over is handed over, what failed goes on where it stopped. */
  async function retry(allow: 'duplicates'[] = []): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission;
    if (!open || !submission) return;
    if (open.sheet.sendProblem && submission.state === 'waiting') return hand(open.key, submission);
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

  /** Back to the review with what failed: the answers, the note and the decision are as they were. */
  async function reviewAgain(keepTheirs: string[] = []): Promise<void> {
    const open = openSheet(context);
    const submission = open?.sheet.submission ?? null;
    if (!open || hasArrived(submission)) return;
    const problem = problemOf(submission);
    const refused = mendable(problem);
    const fields = submission && refused ? unasked(refused, submission) : [];
    patchSheet(context, open.key, {
      submission: null,
      sendProblem: null,
      keepTheirs,
      refused,
      backwardSeen: false,
      warningSeen: null,
      tried: false,
      view: { name: 'review' },
    });
    if (problem?.kind === 'changed') void records.read(open.key);
    if (fields.length === 0) return;
    const ids = fields.map((field) => field.field);
    const reply = await backend.send('review.fields', { ref: open.sheet.ref, fields: ids });
    if (reply.ok) patchSheet(context, open.key, { demanded: reply.value });
    else patchSheet(context, open.key, { sendProblem: reply.problem });
  }

  /** Back to the checklist with the answers kept, and the record as the CRM has it now: it was merged, moved or deleted. */
  function readAgain(): void {
    const open = openSheet(context);
    if (!open || hasArrived(open.sheet.submission)) return;
    patchSheet(context, open.key, { submission: null, sendProblem: null, view: { name: 'ask' } });
    void records.read(open.key);
  }

  return { confirm, retry, saveAnyway, done, stay, reviewAgain, readAgain };
}

/** Something that is made once may be in the CRM already: then it is only gone on with, never planned anew. */
export function hasArrived(submission: Submission | null): boolean {
  const made = submission?.steps.filter((step) => step.write.kind !== 'fields') ?? [];
  return made.some((step) => step.state === 'done' || step.state === 'trying');
}

/** The problem that stopped a submission; null when none did. */
export function problemOf(submission: Submission | null) {
  return submission?.steps.find((step) => step.problem !== null)?.problem ?? null;
}
