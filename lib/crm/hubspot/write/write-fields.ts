// Writes properties of a contact or its lead, reads them back and compares. A step back on the ladder goes its own way: write-back.ts.

import type { FieldChange, Step, Submission, Write } from '@/lib/qualification/plan/submission';
import { type RecordRef, sameRef } from '@/lib/record/record';
import { problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import { readBeside } from '../read/beside';
import { afterIt, holdChanged } from '../read/merged';
import type { Portal } from '../setup/portal';
import { LIFECYCLE, propertyOf } from '../setup/stage-fields';
import { differences } from './compare';
import { moveBack } from './write-back';

export type FieldsWrite = Extract<Write, { kind: 'fields' }>;
type Result = NonNullable<Step['result']>;

/** The record that a step changes: the contact, or its lead record. One step is about one record. */
export function targetOf({ ref }: Submission, { changes }: FieldsWrite): RecordRef {
  const [first = ref, ...others] = changes.map((change) => change.record ?? ref);
  if (others.some((one) => !sameRef(one, first)))
    throw problem('unexpected', 'A step that changes several records is none of ours. Nothing was written.');
  return first;
}

/** Every value that the step wants, by property. */
export function wantedValues({ changes, extra }: FieldsWrite): Record<string, string> {
  return { ...extra, ...Object.fromEntries(changes.map((change) => [propertyOf(change.field), change.to])) };
}

/** What stands in HubSpot now, in words for the receipt. */
export function fieldsResult({ changes, extra }: FieldsWrite, url: string): Result {
  const parts = [
    ...changes.map((change) => `${change.label}: ${change.toText || 'empty'}`),
    ...Object.entries(extra).map(([field, value]) => `${field}: ${value}`),
  ];
  return { text: parts.length > 0 ? parts.join('; ') : 'Nothing to change', url, id: null };
}

/** Rejects with not-moved, naming each property that is not as it was written. */
export function holdTo(write: FieldsWrite, record: HubSpotObject): void {
  const wrong = differences(record, wantedValues(write));
  if (wrong.length === 0) return;
  const named = wrong.map(({ field, wanted, found }) => {
    const change = write.changes.find((one) => propertyOf(one.field) === field);
    const label = change?.label ?? field;
    const shown = found === '' ? 'empty' : found === change?.from ? change.fromText || found : found;
    return { field, label, message: `wanted "${change?.toText || wanted || 'empty'}", found "${shown}"` };
  });
  throw problem(
    'not-moved',
    `HubSpot said that it saved the change, but it did not keep it: ${named
      .map((one) => `${one.label} ${one.message}`)
      .join('; ')}.`,
    { fields: named },
  );
}

const isBack = (change: FieldChange) =>
  change.field === LIFECYCLE && change.backward && change.from !== '' && change.to !== '';

/**
 * Writes and verifies. Rejects with ProblemError: after not-moved, and where the answer was lost (timeout, offline,
 * crm-down, odd-answer), something may have changed and probe() tells; after any other nothing was.
 */
export async function writeFields(
  portal: Portal,
  submission: Submission,
  write: FieldsWrite,
): Promise<Result> {
  const ref = targetOf(submission, write);
  const wanted = wantedValues(write);
  const page = await portal.pages();
  const result = fieldsResult(write, page(ref));
  const fields = Object.keys(wanted);
  if (fields.length === 0) return result;
  const own = sameRef(ref, submission.ref);
  if (!own) await readBeside(portal, submission.ref, ref, []);

  // A lead has no such ladder, and its id may be another contact's.
  const back = own ? write.changes.find(isBack) : undefined;
  if (back) await moveBack(portal, ref, write, back);
  else {
    const answered = await portal.client.update(ref.object, ref.id, wanted);
    holdChanged(ref, answered, `wrote ${result.text}`);
    holdTo(write, await afterIt(`wrote ${result.text}`, readBeside(portal, submission.ref, ref, fields)));
  }
  return result;
}
