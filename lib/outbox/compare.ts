// Whether the record still says what the rep was shown, just before it is overwritten.
import type { CrmSession } from '@/lib/crm/crm';
import { ProblemError } from '@/lib/problem';
import { ownerAsSeen, ownerMeanwhile } from '@/lib/qualification/ownership';
import { changedRecord } from '@/lib/qualification/parts';
import type { RecordRef } from '@/lib/qualification/record';
import type { FieldChange, Submission } from '@/lib/qualification/submission';

/**
 * Rejects with 'changed', and the CRM's present values, where a field is neither what the rep saw nor already what
 * it shall become. `again`: this step was tried before, field by field. Going back a stage empties the field first, so
 * that an empty field is then our own half-done work and no one else's. Whose record it is counts as one of its fields.
 */
export async function compare(
  session: CrmSession,
  submission: Submission,
  changes: readonly FieldChange[],
  again: boolean,
): Promise<void> {
  if (changes.length === 0) return;
  const record = changedRecord(submission, changes);
  const owner = record === submission.ref ? ownerAsSeen(submission) : [];
  const watched = [...changes, ...owner];
  const now = await session.stageValues(
    record,
    watched.map((change) => change.field),
  );
  const differing = watched.filter((change) => {
    const value = now[change.field] ?? '';
    const ours = again && change.backward && value === '';
    return value !== change.from && value !== change.to && !ours;
  });
  if (differing.length === 0) return;
  const handedOver = differing.some((change) => owner.includes(change));
  const [labels, changed, people] = await Promise.all([
    optionLabels(session, submission.ref),
    lastChanges(session, record, differing),
    handedOver ? session.people().catch(() => []) : [],
  ]);
  throw new ProblemError({
    kind: 'changed',
    message: 'Someone changed this record after it was shown to you. Nothing was overwritten.',
    theirs: differing.map((change) => {
      const { field } = change;
      const value = now[field] ?? '';
      const { by = '', at = null } = changed[field] ?? {};
      const who = by === '' ? {} : { by, at };
      if (owner.includes(change)) return { ...ownerMeanwhile(change, value, people), ...who };
      return { field, value, text: labels.get(`${field}\n${value}`) ?? value, ...who };
    }),
  });
}

/** Field and value to the option's label; empty where the CRM won't say, for the raw value does as well. */
async function optionLabels(session: CrmSession, ref: RecordRef): Promise<Map<string, string>> {
  try {
    const fields = await session.stageFields(ref);
    return new Map(
      fields.flatMap(({ field, options }) =>
        options.map((option): [string, string] => [`${field}\n${option.value}`, option.label]),
      ),
    );
  } catch {
    return new Map();
  }
}

/** Who it was; nothing where the CRM won't say, for what they made of it does as well. */
async function lastChanges(session: CrmSession, ref: RecordRef, changes: readonly FieldChange[]) {
  const fields = changes.map(({ field }) => field);
  const told = await session.lastChanges?.(ref, fields).catch(() => undefined);
  return told ?? {};
}
