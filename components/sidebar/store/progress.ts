// How far a submission has got: waiting, stopped, arrived in part, or stopped by what.
import type { Submission } from '@/lib/qualification/plan/submission';

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
