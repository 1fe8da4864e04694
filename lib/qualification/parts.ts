// What a step holds, whether it goes alone or together with others.
import type { FieldChange, Part, Submission, Write } from './submission';

/** The order in which a submission's writes happen: what the record is first, what is made of it after, the evidence last. */
export const partOrder: readonly Part['kind'][] = ['fields', 'form', 'deal', 'note'];

/** The writes of a step, in their order; one, unless they go together. */
export function partsOf(write: Write): Part[] {
  return write.kind === 'together' ? write.writes : [write];
}

/** Every field of the record that a step changes. */
export function changesOf(write: Write): FieldChange[] {
  return partsOf(write).flatMap((part) => (part.kind === 'fields' ? part.changes : []));
}

/** Every field of the record that a submission changes. */
export function allChanges(submission: Submission): FieldChange[] {
  return submission.steps.flatMap((step) => changesOf(step.write));
}

/** Where the record goes on after this submission: the last step that says so; null where it stays what it is. */
export function nextOf(submission: Submission) {
  return submission.steps.findLast((step) => step.result?.next)?.result?.next ?? null;
}
