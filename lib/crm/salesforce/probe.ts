// Whether a step of a submission has already happened. Only reads.
import { marker } from '../../qualification/note';
import type { Step, Submission } from '../../qualification/submission';
import { sameValue } from './compare';
import { probeConversion } from './convert';
import { findTask } from './marker';
import type { Org } from './org';
import { text } from './soql';
import { type Target, targetOf } from './target';
import { textOf } from './values';
import { resultOf, wantedBy } from './write';
import { valuesFor, type Wanted } from './write-calls';

/**
 * Its result if it has; null if not. A task with the submission's marker proves the whole of what went with it, for
 * that is all or nothing. Fields alone: all values stand. An opportunity alone: one with the marker is there.
 */
export async function probe(org: Org, submission: Submission, step: Step): Promise<Step['result']> {
  const wanted = wantedBy(step.write);
  if (!wanted) return probeConversion(org, submission);
  const target = await targetOf(org, submission.ref);
  if (wanted.body !== null) {
    const task = await findTask(org, submission, target.tasks);
    return task ? resultOf(org, target, wanted, textOf(task, 'Id'), '') : null;
  }
  if (wanted.deal) return probeDeal(org, submission, target, wanted);
  const values = valuesFor(target.ref.object, wanted);
  const now = await org.fieldsOf(target.ref.object, target.ref.id, Object.keys(values));
  const stand = Object.entries(values).every(([field, value]) => sameValue(value, now[field] ?? ''));
  return stand ? resultOf(org, target, wanted, '', '') : null;
}

async function probeDeal(
  org: Org,
  submission: Submission,
  target: Target,
  wanted: Wanted,
): Promise<Step['result']> {
  const { records } = await org.client.query(
    `SELECT OpportunityId, Opportunity.Description FROM OpportunityContactRole WHERE ContactId = ${text(target.ref.id)} ORDER BY CreatedDate DESC LIMIT 100`,
  );
  const mark = marker(submission.id);
  const found = records.find((role) => textOf(role, 'Opportunity.Description').includes(mark));
  return found ? resultOf(org, target, wanted, '', textOf(found, 'OpportunityId')) : null;
}
