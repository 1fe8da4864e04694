// The tasks that a submission has made, found again whatever became of their subject, their text or their place.
import { reported } from '@/lib/diagnostics/report';
import type { NextStep } from '@/lib/qualification/answers/draft';
import { marker } from '@/lib/qualification/note/note';
import type { Submission } from '@/lib/qualification/plan/submission';
import { isProblem } from '../client/problems';
import type { Condition } from '../client/select';
import type { OrgRecord } from '../client/shapes';
import { literally, text } from '../client/soql';
import { textOf } from '../client/values';
import { dealMark, nextMark, START } from '../read/marker';
import type { Org } from '../setup/org';
import { byMaker, firstOf, LATELY } from './look-up';
import { hasOnce, ONCE, onceOf } from './once';

type Sought = {
  which: 'evidence' | 'next';
  /** What its subject was made as. */
  subject: Condition;
  isIt: (task: OrgRecord) => boolean;
};

/**
 * Each look finds what the one before has missed: another subject, another place, another text. Only what has lost two of
 * them is not found, where the org has no unique field of ours. Only what the submission's own user made is looked at,
 * where that is known. `tasks`: those of the record.
 */
async function find(
  org: Org,
  submission: Submission,
  tasks: Condition,
  sought: Sought,
): Promise<OrgRecord[]> {
  const { which, subject, isIt } = sought;
  const maker = await byMaker(org, submission);
  const mine = maker === null ? [] : [maker];
  const fields = ['Id', 'Subject', 'WhatId', 'Description'];
  /** Set where a look has come to no end: then it is absent only if another look says so. */
  let unseen: unknown = null;
  const look = (where: Condition[], takes = isIt) =>
    firstOf(org, { object: 'Task', fields, where }, takes).catch((error: unknown): OrgRecord[] => {
      if (!isProblem(error, 'forbidden')) throw error;
      unseen = error;
      return [];
    });
  const named = await look([tasks, subject, ...mine]);
  if (named.length > 0) return named;
  const described = await org.describe('Task').catch(reported('salesforce.made-tasks', null));
  const once = described !== null && hasOnce(described.fields);
  const isOnce = { soql: `${ONCE} = ${text(onceOf(submission, which))}`, on: [ONCE] };
  const unique = once ? await look([isOnce], () => true) : [];
  if (unique.length > 0) return unique;
  const moved = await look([tasks, ...mine]);
  if (moved.length > 0) return moved;
  const elsewhere = await look([subject, ...mine, LATELY]);
  if (elsewhere.length === 0 && unseen !== null) throw unseen;
  return elsewhere;
}

const bySubject = (soql: string): Condition => ({ soql, on: ['Subject'], narrows: true });

/**
 * The evidence task of a submission, newest first where it is there more than once; [] where it isn't: the database
 * answers, no index lags. By its subject, or by the record line in its text. The id alone is no sign of it: a flow, which
 * makes tasks in the name of whoever set it off, copies it out of the next step or out of an opportunity.
 */
export function findTask(org: Org, submission: Submission, tasks: Condition): Promise<OrgRecord[]> {
  const mark = marker(submission.id);
  const named = (subject: string) => subject.includes(`${START}: `) && subject.includes(`(${mark})`);
  const recorded = (written: string) => written.replace(/\s+/g, '').includes(`stagecheck/1${mark};`);
  return find(org, submission, tasks, {
    which: 'evidence',
    subject: bySubject(`Subject LIKE ${text(`${START}%${literally(mark)}%`)}`),
    isIt: (task) => named(textOf(task, 'Subject')) || recorded(textOf(task, 'Description')),
  });
}

/** The task of a submission's next step in the same way. */
export function findNext(
  org: Org,
  submission: Submission,
  next: NextStep,
  tasks: Condition,
): Promise<OrgRecord[]> {
  return find(org, submission, tasks, {
    which: 'next',
    subject: bySubject(`Subject = ${text(next.subject)}`),
    isIt: (task) => {
      const written = textOf(task, 'Description');
      return written.includes(nextMark(submission)) && !written.includes(dealMark(submission));
    },
  });
}
