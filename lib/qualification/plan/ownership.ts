// Whose record it is: what the rep saw of it, to be compared before a stage is written to a colleague's record.

import type { Problem } from '@/lib/problem/problem';
import type { Person } from '@/lib/record/record';
import { nameInWords } from '../record-line/claimed';
import type { FieldChange, Submission } from './submission';

/** What is told where a comparison finds a value, or an owner, that the rep has not seen. */
export const CHANGED = 'Someone changed this record after it was shown to you. Nothing was overwritten.';

type Theirs = NonNullable<Problem['theirs']>[number];

/**
 * The record's owner in the form of a change, to be compared like one and never written: as the rep saw it, or by now
 * the rep. Empty where the CRM tells no owner.
 */
export function ownerAsSeen({ owner, by }: Submission): FieldChange[] {
  if (!owner) return [];
  const { field, id } = owner;
  return [{ field, label: 'Owner', from: id, fromText: id, to: by.id, toText: by.name, backward: false }];
}

/** A person's name by the CRM's id; `people` are those that the CRM lists. */
function nameOf(id: string, people: readonly Person[]): string {
  if (id === '') return 'nobody';
  const name = people.find((one) => one.id === id)?.name;
  return name === undefined ? 'someone who is not in the list of users' : nameInWords(name);
}

/** Who owns it now, beside who did when the rep looked, for the choice whether to go on. */
export function ownerMeanwhile(seen: FieldChange, now: string, people: readonly Person[]): Theirs {
  const { field, label, from } = seen;
  return { field, value: now, text: nameOf(now, people), label, was: nameOf(from, people) };
}
