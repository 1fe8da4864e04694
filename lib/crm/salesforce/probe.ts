// Whether a step of a submission has already happened. Only reads.
import { marker } from '../../qualification/note';
import type { Step, Submission } from '../../qualification/submission';
import { sameValue } from './compare';
import type { Org } from './org';
import { type Made, NOTHING_MADE, resultOf } from './result';
import { text } from './soql';
import { type Target, targetOf } from './target';
import { textOf } from './values';
import { valuesFor, wantedBy } from './wanted';
import { foundBefore } from './write';

/**
 * Its result if it has; null if not. A task with the submission's marker proves the whole of what went with it: that is
 * all or nothing, and the task of a conversion is written after it. Without a task: a conversion when the lead is
 * converted, fields when all values stand, an opportunity when one with the marker is there.
 */
export async function probe(org: Org, submission: Submission, step: Step): Promise<Step['result']> {
  const { wanted, form } = wantedBy(step.write, submission);
  const target = await targetOf(org, submission.ref);
  const result = (made: Made) => resultOf(org, target, step.write, made);
  if (form && !target.converted) return null;
  if (wanted.body !== null || (wanted.next && !wanted.deal)) {
    const made = await foundBefore(org, submission, target, wanted);
    return made && result(made);
  }
  if (form) return result(NOTHING_MADE);
  if (wanted.deal) {
    const deal = await findDeal(org, submission, target);
    return deal === '' ? null : result({ ...NOTHING_MADE, deal });
  }
  const values = valuesFor(target.ref.object, wanted);
  const now = await org.fieldsOf(target.ref.object, target.ref.id, Object.keys(values));
  const stand = Object.entries(values).every(([field, value]) => sameValue(value, now[field] ?? ''));
  return stand ? result(NOTHING_MADE) : null;
}

/** The opportunity of a submission among the contact's; '' where there is none. */
async function findDeal(org: Org, submission: Submission, target: Target): Promise<string> {
  const { records } = await org.client.query(
    `SELECT OpportunityId, Opportunity.Description FROM OpportunityContactRole WHERE ContactId = ${text(target.ref.id)} ORDER BY CreatedDate DESC LIMIT 100`,
  );
  const mark = marker(submission.id);
  const found = records.find((role) => textOf(role, 'Opportunity.Description').includes(mark));
  return found ? textOf(found, 'OpportunityId') : '';
}
