// The next step as an open task for the rep: its call, and how it is found again.
import * as v from 'valibot';
import type { NextStep } from '../../qualification/draft';
import { marker } from '../../qualification/note';
import type { Submission } from '../../qualification/submission';
import { differences } from './compare';
import type { Body, CompositeAnswer, CompositePart } from './composite';
import { HELD } from './guard';
import { objectOf } from './locate';
import { taskKey } from './marker';
import type { Org } from './org';
import { type OrgField, RecordSchema } from './shapes';
import { text } from './soql';
import { textOf } from './values';
import { BASE } from './version';

/** How a task's status says that it is done; orgs rename it. */
const DONE = /complet|closed|done/i;

/** The org's words for a task that is done, and for one that is to be done: its own default where that is open. */
export function statusesOf(fields: readonly OrgField[]): { done: string; open: string } {
  const values = (fields.find((one) => one.name === 'Status')?.picklistValues ?? []).filter(
    (one) => one.active,
  );
  const isDone = (one: { value: string; label?: unknown }) => DONE.test(`${one.value} ${one.label}`);
  const exact = values.find((one) => one.value === 'Completed');
  const open = values.find((one) => one.value === 'Not Started') ?? values.find((one) => !isDone(one));
  return { done: (exact ?? values.find(isDone))?.value ?? 'Completed', open: open?.value ?? 'Not Started' };
}

const mark = (submission: Submission) => `Stagecheck ${marker(submission.id)}`;

/** The call that makes it. `more`: what all tasks of the submission have, such as the opportunity that they are about. */
export function nextCall(
  next: NextStep,
  { object, submission, status }: { object: string; submission: Submission; status: string },
  more: Body,
): CompositePart {
  const { by } = submission;
  return {
    id: 'next',
    method: 'POST',
    url: `${BASE}/sobjects/Task`,
    body: {
      Subject: next.subject,
      Status: status,
      ActivityDate: next.dueOn,
      [taskKey(object)]: HELD,
      Description: [next.body, mark(submission)].filter(Boolean).join('\n'),
      // A user's id; anyone else can't own a task.
      ...(/^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(by.id) ? { OwnerId: by.id } : {}),
      ...more,
    },
    object: 'Task',
  };
}

/** The task of a submission's next step; '' where it is not there (any more). Descriptions can't be searched by. */
export async function findNext(
  org: Org,
  submission: Submission,
  next: NextStep,
  tasks: string,
): Promise<string> {
  const { records } = await org.client.query(
    `SELECT Id, Description FROM Task WHERE ${tasks} AND Subject = ${text(next.subject)} ORDER BY CreatedDate DESC LIMIT 20`,
  );
  const found = records.find((one) => textOf(one, 'Description').includes(marker(submission.id)));
  return found ? textOf(found, 'Id') : '';
}

/** What the org made of the task, where that is not what was wanted: ", but ActivityDate is ..."; '' where it is. */
export function nextChanged(next: NextStep, answer: CompositeAnswer): string {
  const back = v.safeParse(RecordSchema, answer.bodies.get('nextBack'));
  if (!back.success) return '';
  const wrong = differences(back.output, { Subject: next.subject, ActivityDate: next.dueOn });
  return wrong
    .map(({ field, wanted, found }) => `, but ${field} is "${found}" instead of "${wanted}"`)
    .join('');
}

/** What a task is about, where that is an opportunity. */
export const opportunityOf = (about: string): string => (objectOf(about) === 'Opportunity' ? about : '');
