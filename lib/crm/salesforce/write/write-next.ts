// The next step as an open task for the rep: its call, and what the org made of it.
import * as v from 'valibot';
import type { NextStep } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Body, CompositeAnswer, CompositePart } from '../client/composite';
import { type OrgField, RecordSchema } from '../client/shapes';
import { BASE } from '../client/version';
import { objectOf } from '../page/locate';
import { nextMark, taskKey } from '../read/marker';
import type { TaskStatus } from '../setup/org';
import { differences } from './compare';
import { HELD } from './guard';

/** What the status says where the org doesn't let this sign-in read which ones are closed. */
const DONE =
  /complet|conclu|closed|done|finish|termin|achev|erledigt|abgeschlossen|fertig|voltooid|gereed|afgerond|klar|ferdig|valmis|完了|完成|완료|заверш|выполн/i;

/** Closed, and nothing was done: a call that was logged is none of these. */
const DROPPED =
  /cancel|annul|abgebrochen|storn|reject|refus|rechaz|recus|declin|denied|negad|abort|abandon|not deliver|failed|取消|キャンセル|отмен/i;

/**
 * The org's words for a task that is done, and for one that is to be done: what the org itself calls closed and default.
 * `known`: as the org tells them; only what is offered in the picklist counts.
 */
export function statusesOf(
  fields: readonly Pick<OrgField, 'name' | 'picklistValues'>[],
  known: readonly TaskStatus[],
): { done: string; open: string } {
  const field = fields.find((one) => one.name === 'Status');
  const offered = (field?.picklistValues ?? []).filter((one) => one.active);
  const told = new Map(known.map((one) => [one.value, one]));
  const isClosed = ({ value, label }: (typeof offered)[number]) =>
    told.get(value)?.closed ?? DONE.test(`${value} ${label ?? ''}`);
  const closed = offered.filter(isClosed);
  const open = offered.filter((one) => !isClosed(one));
  const done = closed.find(({ value, label }) => !DROPPED.test(`${value} ${label ?? ''}`)) ?? closed[0];
  const usual = open.find(({ value, defaultValue }) => told.get(value)?.usual ?? defaultValue) ?? open[0];
  // Salesforce's own two, where the org shows neither the field nor its statuses.
  return { done: done?.value ?? 'Completed', open: usual?.value ?? 'Not Started' };
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

/** What is read back of it. */
export const NEXT_BACK: readonly string[] = ['Subject', 'ActivityDate'];

/** What the org made of the task, where that is not what was wanted: ", but ActivityDate is ..."; '' where it is. */
export function nextChanged(next: NextStep, answer: CompositeAnswer): string {
  const back = v.safeParse(RecordSchema, answer.bodies.get('nextBack'));
  if (!back.success) return '';
  const shown = Object.entries({ Subject: next.subject, ActivityDate: next.dueOn }).filter(([name]) =>
    Object.hasOwn(back.output, name),
  );
  const wrong = differences(back.output, Object.fromEntries(shown));
  return wrong
    .map(({ field, wanted, found }) => `, but ${field} is "${found}" instead of "${wanted}"`)
    .join('');
}

/** What a task is about, where that is an opportunity. */
export const opportunityOf = (about: string): string => (objectOf(about) === 'Opportunity' ? about : '');
