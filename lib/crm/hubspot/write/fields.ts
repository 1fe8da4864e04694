// The properties that one step writes: which record they belong to, what they should be, and whether they are.
import type { Step, Submission, Write } from '@/lib/qualification/plan/submission';
import { type RecordRef, sameRef } from '@/lib/record/record';
import { problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import { propertyOf } from '../setup/stage-fields';
import { differences } from './compare';

export type FieldsWrite = Extract<Write, { kind: 'fields' }>;
export type Result = NonNullable<Step['result']>;

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
