// Writes properties of a contact or its lead, reads them back and compares. A step back on the ladder goes its own way: write-back.ts.

import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import { sameRef } from '@/lib/record/record';
import { readBeside } from '../read/beside';
import { afterIt, holdChanged } from '../read/merged';
import type { Portal } from '../setup/portal';
import { LIFECYCLE } from '../setup/stage-fields';
import { type FieldsWrite, fieldsResult, holdTo, type Result, targetOf, wantedValues } from './fields';
import { moveBack } from './write-back';

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
