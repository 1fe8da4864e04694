// What becomes of a step whose answer was lost and that the rep has edited since, once it is known whether it arrived. Pure.
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { inPlaceOf, replacing, savedBy, withLate } from './step-states';
import { rebased, uncovered } from './writes';

/** `steps` without an id that one of `taken` has. */
export function freed(steps: readonly Step[], taken: readonly Step[]): Step[] {
  const ids = new Set(taken.map(({ id }) => id));
  return steps.map((step) => (ids.has(step.id) ? { ...step, id: `${step.id} edited` } : step));
}

/**
 * The submission once it is known whether `step`, which has an `instead`, arrived: what came of it, or null for nothing.
 * What was made stays and the edit came too late for it; fields are set again; what isn't there gives way.
 */
export function resolved(submission: Submission, step: Step, found: Step['result']): Submission {
  const { instead = null, ...before } = step;
  const next = instead && rebased(instead, before.write, found ? 'to' : 'from');
  const fresh: Step = {
    ...before,
    write: next ?? before.write,
    state: 'waiting',
    result: null,
    problem: null,
  };
  const done: Step = { ...before, state: 'done', result: found, problem: null };
  const fields = before.write.kind === 'fields';
  const lasting = found !== null && (!fields || uncovered(before.write, instead));
  const becomes = [
    ...(lasting ? [done] : []),
    ...freed(next && (!found || fields) ? [fresh] : [], lasting ? [done] : []),
  ];
  return {
    ...submission,
    steps: submission.steps.flatMap((one) => (one.id === step.id ? becomes : [one])),
    ...(lasting ? withLate(submission, step.id) : {}),
  };
}

/** The same, where it arrived and its fields do not stand: what the rep wants `instead` is looked up before it is sent. */
export function notKept(submission: Submission, step: Step): Submission {
  const { instead, ...rest } = step;
  const before = savedBy(rest, 'not-moved');
  const { late, ...after } = inPlaceOf(before, { ...before, write: instead ?? before.write });
  return { ...replacing(submission, after.step), ...(late ? withLate(submission, step.id) : {}) };
}
