// The next step as an open task for the rep: its call, and what the org made of it.
import * as v from 'valibot';
import type { NextStep } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Body, CompositeAnswer, CompositePart } from '../client/composite';
import { type OrgField, RecordSchema } from '../client/shapes';
import { BASE } from '../client/version';
import { objectOf } from '../page/locate';
import { nextMark, taskKey } from '../read/marker';
import { differences } from './compare';
import { HELD } from './guard';

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
      Description: [next.body, nextMark(submission)].filter(Boolean).join('\n'),
      // A user's id; anyone else can't own a task.
      ...(/^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(by.id) ? { OwnerId: by.id } : {}),
      ...more,
    },
    object: 'Task',
  };
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
