// What a submission has made in an earlier try, and what of it is not there.
import type { Submission } from '@/lib/qualification/plan/submission';
import { isProblem, withStanding } from '../client/problems';
import { text } from '../client/soql';
import { textOf } from '../client/values';
import { dealMark } from '../read/marker';
import type { Org } from '../setup/org';
import { convertedMeanwhile } from './converted';
import { type NotKept, notKept, STANDING } from './kept';
import { byMaker, firstOf, LATELY } from './look-up';
import { findNext, findTask } from './made-tasks';
import type { Made } from './result';
import { type Target, targetOf, tasksOn } from './target';
import { valuesFor, type Wanted } from './wanted';
import { opportunityOf } from './write-next';

/**
 * What a submission made, told by its evidence task, or where there was none to write by the task for the next step;
 * null where neither is there. The opportunity is what the evidence is about. What is there more than once is told too.
 */
export async function foundBefore(
  org: Org,
  submission: Submission,
  target: Pick<Target, 'tasks'>,
  { body, deal, next }: Wanted,
): Promise<Made | null> {
  const all = body === null ? [] : await findTask(org, submission, target.tasks);
  if (body !== null && all.length === 0) return null;
  const following = next === null ? [] : await findNext(org, submission, next, target.tasks);
  if (all.length === 0 && following.length === 0) return null;
  const about = all.map((task) => opportunityOf(textOf(task, 'WhatId')));
  const [task = '', ...tasks] = all.map((one) => textOf(one, 'Id'));
  const [follows = '', ...more] = following.map((one) => textOf(one, 'Id'));
  const [made = ''] = about;
  const deals = deal === null ? [] : about.filter((one) => one !== '' && one !== made);
  return { task, deal: made, next: follows, twins: { task: tasks, deal: [...new Set(deals)], next: more } };
}

/**
 * What the record is now, of a submission that may have been sent before. Rejects with merged where it was merged, and
 * says so where what was made for it is with the one that was kept: merge() gives that one all that hung on the other
 * (SOAP API Developer Guide, "merge()").
 */
export async function targetAgain(org: Org, submission: Submission, wanted: Wanted): Promise<Target> {
  try {
    return await targetOf(org, submission.ref);
  } catch (error) {
    if (!isProblem(error, 'merged')) throw error;
    const { mergedInto: kept = '' } = error.problem;
    const tasks = tasksOn(submission.ref.object, kept);
    const made = await foundBefore(org, submission, { tasks }, wanted);
    if (!made) throw error;
    throw withStanding(error, `It is in Salesforce, with the record that was kept (${kept})`);
  }
}

/**
 * The opportunity of a submission, made by its own user, with the text that it was made with; '' where there is none. Among
 * the contact's, or, where somebody took the contact out of it, among what the same user has made lately.
 */
export async function findDeal(org: Org, submission: Submission, target: Target): Promise<string> {
  const mark = dealMark(submission);
  const [maker, mine] = await Promise.all([
    byMaker(org, submission),
    byMaker(org, submission, 'Opportunity.'),
  ]);
  const [role] = await firstOf(
    org,
    {
      object: 'OpportunityContactRole',
      fields: ['Id', 'OpportunityId', 'Opportunity.Description'],
      where: [
        { soql: `ContactId = ${text(target.ref.id)}`, on: ['ContactId'] },
        ...(mine === null ? [] : [mine]),
      ],
    },
    (one) => textOf(one, 'Opportunity.Description').includes(mark),
  );
  if (role) return textOf(role, 'OpportunityId');
  // Those of everybody are too many to be read.
  if (maker === null) return '';
  const [made] = await firstOf(
    org,
    { object: 'Opportunity', fields: ['Id', 'Description'], where: [maker, LATELY] },
    (one) => textOf(one, 'Description').includes(mark),
  );
  return made ? textOf(made, 'Id') : '';
}

/**
 * The record's fields that do not stand, where the task of the evidence is there: what went along with it was kept, and
 * then changed again. Rejects with converted where a lead that was to be changed has become a contact by now.
 */
export async function fieldsGone(
  org: Org,
  submission: Submission,
  target: Target,
  wanted: Wanted,
): Promise<NotKept> {
  if (target.converted && wanted.changes.some(({ field }) => field.startsWith(`${submission.ref.object}.`)))
    throw withStanding(await convertedMeanwhile(org, target.converted.contact), STANDING);
  const { object, id } = target.ref;
  const values = valuesFor(object, wanted);
  return notKept(object, wanted, await org.fieldsOf(object, id, Object.keys(values)));
}

/**
 * What is still to be written where the task of the evidence is there: the record's fields, where they do not stand, and
 * an opportunity or a next step that was never made, because the rep asked for it since. null: nothing.
 */
export async function restOf(
  org: Org,
  submission: Submission,
  target: Target,
  wanted: Wanted,
  made: Made,
): Promise<Wanted | null> {
  const gone = await fieldsGone(org, submission, target, wanted);
  const isThere = !wanted.deal || made.deal !== '' || (await findDeal(org, submission, target)) !== '';
  const follows = !wanted.next || made.next !== '';
  if (gone.length === 0 && isThere && follows) return null;
  return {
    ...wanted,
    changes: gone.length === 0 ? [] : wanted.changes,
    deal: isThere ? null : wanted.deal,
    next: follows ? null : wanted.next,
    body: null,
  };
}
