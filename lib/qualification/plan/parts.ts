// What a step holds, whether it goes alone or together with others.
import type { RecordRef } from '@/lib/record/record';
import type { FieldChange, Part, Submission, Write } from './submission';

/** The order in which a submission's writes happen: what the record is first, then what is made, the evidence last. */
export const partOrder: readonly Part['kind'][] = ['fields', 'form', 'deal', 'task', 'note'];

/** The writes of a step, in their order; one, unless they go together. */
export function partsOf(write: Write): Part[] {
  return write.kind === 'together' ? write.writes : [write];
}

/** Every field that a step changes, those that the CRM demanded included. */
export function changesOf(write: Write): FieldChange[] {
  return partsOf(write).flatMap((part) =>
    part.kind === 'fields' ? [...part.changes, ...unseen(part.extra)] : [],
  );
}

/** Values of which nobody knows what they replace, as changes: the rep was shown an empty field. */
export function unseen(extra: Readonly<Record<string, string>>): FieldChange[] {
  return Object.entries(extra).map(([field, to]) => ({
    ...{ field, label: field, from: '', fromText: '', to, toText: to, backward: false, demanded: true },
  }));
}

/** The record that these changes, all of one step, are about. */
export function changedRecord(submission: Submission, changes: readonly FieldChange[]): RecordRef {
  return changes[0]?.record ?? submission.ref;
}

/** Every field that a submission changes, of the record and of those beside it. */
export function allChanges(submission: Submission): FieldChange[] {
  return submission.steps.flatMap((step) => changesOf(step.write));
}

/** Where the record goes on after this submission: the last step that says so; null where it stays what it is. */
export function nextOf(submission: Submission) {
  return submission.steps.findLast((step) => step.result?.next)?.result?.next ?? null;
}
