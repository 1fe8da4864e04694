// How a step goes from one state to the next, and what is known of it by then. Pure.
import { type Problem, signInKinds } from '@/lib/problem/problem';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { differs, over } from './writes';

/** What goes together is saved whole or not at all: where its fields did not stand, the rest is there. */
export function savedBy(step: Step, kind: Problem['kind']): Step {
  return kind === 'not-moved' && step.write.kind === 'together' ? { ...step, saved: true } : step;
}

/** The submission with a step that was stopped, and what its problem tells of it. */
export function stopped(
  submission: Submission,
  id: string,
  { state, problem }: { state: Step['state']; problem: Problem },
): Submission {
  const step = submission.steps.find((one) => one.id === id);
  return step ? replacing(submission, { ...savedBy(step, problem.kind), state, problem }) : submission;
}

/**
 * The edited `step` in the place of one that failed, which the CRM may have made all the same: it is looked up before it
 * is sent. `late`: it is known already that the edit came too late for a part of it.
 */
export function inPlaceOf(failed: Step, step: Step): { step: Step; late: boolean } {
  const before = failed.edited ?? failed.write;
  const late = differs(before, step.write);
  const next: Step = { ...step, state: 'failed' };
  if (failed.saved) return { step: { ...next, saved: true, write: over(before, step.write) }, late };
  return { step: late ? { ...next, edited: before } : next, late: false };
}

/** The submission without what an earlier sign-in was told. */
export const signedIn = (submission: Submission): Submission => ({
  ...submission,
  steps: submission.steps.map((step) =>
    step.problem && signInKinds.includes(step.problem.kind) ? { ...step, problem: null } : step,
  ),
});

/** The submission with this step about to be sent: what is found of it from here on is what the rep wants. */
export function trying(submission: Submission, { edited, ...step }: Step): Submission {
  return replacing(submission, { ...step, state: 'trying', problem: null });
}

/** The submission with this step done; `before`: it was found as it was before the edit, where there was one. */
export function done(
  submission: Submission,
  { edited, ...step }: Step,
  { result, before }: { result: Step['result']; before: boolean },
): Submission {
  const after: Step = { ...step, state: 'done', result, problem: null };
  if (!edited || !before) return replacing(submission, after);
  const stands = { ...after, write: over(edited, step.write) };
  return { ...replacing(submission, stands), ...withLate(submission, step.id) };
}

export function replacing(submission: Submission, step: Step): Submission {
  return { ...submission, steps: submission.steps.map((one) => (one.id === step.id ? step : one)) };
}

export const withLate = ({ late = [] }: Submission, id: string): Pick<Submission, 'late'> => ({
  late: [...new Set([...late, id])],
});
