// What becomes of a step whose answer was lost and that the rep has edited since, once it is known whether it arrived. Pure.
import { changesOf, partsOf } from '@/lib/qualification/parts';
import { refKey } from '@/lib/qualification/record';
import type { FieldChange, Step, Submission, Write } from '@/lib/qualification/submission';

/** One note, one deal, one task, one form is made by a submission, and the fields of a record are set once. */
export function alike(a: Write, b: Write): boolean {
  const kinds = partsOf(a).map(partKey);
  return partsOf(b).some((part) => kinds.includes(partKey(part)));
}

function partKey(part: ReturnType<typeof partsOf>[number]): string {
  return part.kind === 'fields' ? `fields ${recordKey(part.changes[0])}` : part.kind;
}

const recordKey = (change: FieldChange | undefined): string => (change?.record ? refKey(change.record) : '');

const sameField = (a: FieldChange, b: FieldChange): boolean =>
  a.field === b.field && recordKey(a) === recordKey(b);

/** Whether `before` sets a field that `now` leaves as it is. */
export const uncovered = (before: Write, now: Write | null): boolean =>
  changesOf(before).some((one) => !(now ? changesOf(now) : []).some((other) => sameField(one, other)));

/**
 * `write`, starting from what `before` has made of its fields ('to') or has left them at ('from'); null where there is
 * nothing left to set.
 */
export function rebased(write: Write, before: Write, at: 'from' | 'to'): Write | null {
  if (write.kind !== 'fields') return write;
  const changes = write.changes
    .map((change) => {
      const old = changesOf(before).find((one) => sameField(one, change));
      return old ? { ...change, from: old[at], fromText: old[`${at}Text`] } : change;
    })
    .filter(({ from, to }) => from !== to);
  return changes.length === 0 && Object.keys(write.extra).length === 0 ? null : { ...write, changes };
}

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
    ...(lasting ? { late: [...(submission.late ?? []), step.id] } : {}),
  };
}

/** The same, where it arrived and the CRM does not keep it: what the rep wants `instead` is looked up before it is sent. */
export function notKept(submission: Submission, step: Step): Submission {
  const { instead, ...before } = step;
  const after: Step = { ...before, write: instead ?? before.write, state: 'failed' };
  return { ...submission, steps: submission.steps.map((one) => (one.id === step.id ? after : one)) };
}
