// Moves a contact to an earlier lifecycle stage. Portals differ: some allow it, some say yes and ignore it, some refuse.
//
//   clear ──ok──> set ──ok──> read ──as wanted──> done
//     │refused     │refused      │empty─> restore ─> not-moved (says whether the old stage is back)
//     v            v             │old stage ───────> not-moved (ignored)
//   set directly  restore ─> the refusal, or not-moved where the refusal was about going back
import { report, reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import type { FieldChange } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { own } from '@/lib/util/object';
import { isProblem, problem } from '../client/problems';
import { readBeside } from '../read/beside';
import { afterIt, holdChanged } from '../read/merged';
import type { Portal } from '../setup/portal';
import { differences } from './compare';
import { type FieldsWrite, holdTo, wantedValues } from './fields';

const toDo = 'Move it by hand in HubSpot, or keep the stage and let the note tell what was found.';
const quoted = (text: string, value: string) => `"${text || value}"`;

const readBack = (portal: Portal, ref: RecordRef, fields: string[]) => readBeside(portal, ref, ref, fields);

/** HubSpot looked at the request and said no, so nothing of it was done. Of a record that is gone it says nothing. */
const isRefusal = (error: unknown): error is ProblemError =>
  isProblem(error, 'invalid', 'forbidden', 'unexpected') && error.problem.status !== undefined;

/** Puts the old stage back where the field was left empty. Never rejects: the caller has a problem to tell already. */
async function restore(portal: Portal, ref: RecordRef, change: FieldChange): Promise<string> {
  const was = quoted(change.fromText, change.from);
  try {
    const now = await readBack(portal, ref, [change.field]);
    const value = own(now.properties, change.field) ?? '';
    if (value === change.from) return `The contact is still at ${was}.`;
    if (value !== '') return `The contact now stands at "${value}".`;
    const answered = await portal.client.update('contacts', ref.id, { [change.field]: change.from });
    holdChanged(ref, answered, `set ${change.label} to ${was}`);
    const again = await readBack(portal, ref, [change.field]);
    if (own(again.properties, change.field) === change.from) return `The contact is back at ${was}.`;
  } catch (error) {
    if (isProblem(error, 'merged') && error.problem.standing) return error.problem.standing;
    // Said below: the rep must look.
    report(error, 'hubspot.write-back');
  }
  return `${change.label} may be empty now: set it to ${was} in HubSpot.`;
}

function notMoved(change: FieldChange, said: string, after: string, cause?: ProblemError): ProblemError {
  const to = quoted(change.toText, change.to);
  const from = quoted(change.fromText, change.from);
  return problem('not-moved', `${said} going back from ${from} to ${to}. ${after} ${toDo}`, {
    fields: [{ field: change.field, label: change.label, message: cause?.problem.message ?? said }],
    ...(cause?.problem.status === undefined ? {} : { status: cause.problem.status }),
    ...(cause?.problem.supportId === undefined ? {} : { supportId: cause.problem.supportId }),
  });
}

/** A refusal of the move itself becomes not-moved; one that the rep or an admin can cure stays what it is. */
async function refusedMove(
  portal: Portal,
  ref: RecordRef,
  change: FieldChange,
  error: unknown,
): Promise<ProblemError> {
  const after = await restore(portal, ref, change);
  if (!(error instanceof ProblemError)) throw error;
  const fields = error.problem.fields ?? [];
  const aboutOthers = fields.length > 0 && fields.every((one) => one.field !== change.field);
  if (isRefusal(error) && !aboutOthers) return notMoved(change, 'HubSpot refused', after, error);
  return new ProblemError({ ...error.problem, standing: after });
}

/** Whether every value stands; false when it can't be told. For answers that got lost. */
async function stands(portal: Portal, ref: RecordRef, write: FieldsWrite): Promise<boolean> {
  const wanted = wantedValues(write);
  return readBack(portal, ref, Object.keys(wanted)).then(
    (record) => differences(record, wanted).length === 0,
    reported('hubspot.write-back', false),
  );
}

/**
 * Clears the stage and sets the earlier one in a second request, which is what HubSpot wants, then reads back.
 * Where that fails, the old stage is put back if it was lost, and the problem says how the contact stands now.
 */
export async function moveBack(
  portal: Portal,
  ref: RecordRef,
  write: FieldsWrite,
  change: FieldChange,
): Promise<void> {
  const wanted = wantedValues(write);
  try {
    const answered = await portal.client.update('contacts', ref.id, { [change.field]: '' });
    holdChanged(ref, answered, `emptied ${change.label}`);
  } catch (error) {
    // A portal may forbid an empty stage and still allow an earlier one. A lost answer may have cleared it.
    if (!isRefusal(error) && !isProblem(error, 'timeout', 'offline', 'odd-answer', 'crm-down')) throw error;
    if (!isRefusal(error)) throw await refusedMove(portal, ref, change, error);
  }
  let answered: { id: string };
  try {
    answered = await portal.client.update('contacts', ref.id, wanted);
  } catch (error) {
    if (!isRefusal(error) && (await stands(portal, ref, write))) return;
    throw await refusedMove(portal, ref, change, error);
  }
  holdChanged(ref, answered, `set ${change.label}`);
  const record = await afterIt(`set ${change.label}`, readBack(portal, ref, Object.keys(wanted)));
  const found = own(record.properties, change.field) ?? '';
  if (found === change.to) return holdTo(write, record);
  throw notMoved(
    change,
    'HubSpot answered that it was done, but did not carry out',
    await restore(portal, ref, change),
  );
}
