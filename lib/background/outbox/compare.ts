// Whether the record still says what the rep was shown, just before it is overwritten.

import type { CrmSession } from '@/lib/crm/shared/crm';
import { report, reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import { demandedText } from '@/lib/qualification/plan/demanded';
import { CHANGED, ownerAsSeen, ownerMeanwhile } from '@/lib/qualification/plan/ownership';
import { changedRecord } from '@/lib/qualification/plan/parts';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import { type RecordRef, sameRef } from '@/lib/record/record';
import { own } from '@/lib/util/object';

/**
 * Rejects with 'changed', and the CRM's present values, where a field is neither what the rep saw nor already what
 * it shall become. `again`: this step was tried before, field by field. Going back a stage empties the field first, so
 * that an empty field is then our own half-done work and no one else's. Whose record it is counts as one of its fields.
 * What the rep typed may be stored in another form, and is the same value then.
 */
export async function compare(
  session: CrmSession,
  submission: Submission,
  changes: readonly FieldChange[],
  again: boolean,
): Promise<void> {
  if (changes.length === 0) return;
  const record = changedRecord(submission, changes);
  const owner = sameRef(record, submission.ref) ? ownerAsSeen(submission) : [];
  const watched = [...changes, ...owner];
  const now = await session.stageValues(
    record,
    watched.map((change) => change.field),
    submission.ref,
  );
  const differing = watched.filter((change) => {
    const value = own(now, change.field) ?? '';
    const ours = again && change.backward && value === '';
    const same = (one: string) =>
      one === value || (change.demanded === true && session.sameValue?.(one, value) === true);
    return !same(change.from) && !same(change.to) && !ours;
  });
  if (differing.length === 0) return;
  const handedOver = differing.some((change) => owner.includes(change));
  const [textOf, changed, people] = await Promise.all([
    wordsFor(session, submission.ref, differing),
    lastChanges(session, record, differing, submission.ref),
    handedOver ? session.people().catch(reported('outbox.compare', [])) : [],
  ]);
  throw new ProblemError({
    kind: 'changed',
    message: CHANGED,
    theirs: differing.map((change) => {
      const { field } = change;
      const value = own(now, field) ?? '';
      const { by = '', at = null } = changed[field] ?? {};
      const who = by === '' ? {} : { by, at };
      if (owner.includes(change)) return { ...ownerMeanwhile(change, value, people), ...who };
      return { field, value, text: textOf(field, value), ...who };
    }),
  });
}

/** A field's value as people read it; the value itself where the CRM won't say, which does as well. */
async function wordsFor(
  session: CrmSession,
  ref: RecordRef,
  changes: readonly FieldChange[],
): Promise<(field: string, value: string) => string> {
  const demanded = changes.filter((change) => change.demanded).map(({ field }) => field);
  try {
    const [stages, asked] = await Promise.all([
      session.stageFields(ref),
      demanded.length > 0 ? session.fieldDefinitions(ref, demanded) : [],
    ]);
    return (field, value) => {
      const definition = asked.find((one) => one.field === field);
      if (definition) return demandedText(definition, value);
      const options = stages.find((one) => one.field === field)?.options ?? [];
      return options.find((option) => option.value === value)?.label ?? value;
    };
  } catch (error) {
    report(error, 'outbox.labels');
    return (_, value) => value;
  }
}

/** Who it was; nothing where the CRM won't say, for what they made of it does as well. */
async function lastChanges(
  session: CrmSession,
  ref: RecordRef,
  changes: readonly FieldChange[],
  of: RecordRef,
) {
  const fields = changes.map(({ field }) => field);
  const told = await session.lastChanges?.(ref, fields, of).catch(reported('outbox.compare', undefined));
  return told ?? {};
}
