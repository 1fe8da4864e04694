// The tasks of a submission: what they are called, and how the newest of them are asked for.

import type { Decision } from '@/lib/qualification/answers/draft';
import { keptOf } from '@/lib/qualification/draft/decision';
import { marker } from '@/lib/qualification/note/note';
import type { Submission } from '@/lib/qualification/plan/submission';
import { shortText } from '@/lib/util/text';
import type { Condition, Select } from '../client/select';
import { ORIGIN_FIELDS, ORIGIN_NEEDS } from './origin';

export const START = 'Stagecheck';

/** "Stagecheck: prospect (id=...)", "Stagecheck: Customer kept (id=...)". The marker is in the subject too, for descriptions can't be searched by. */
export function subjectOf(submission: Submission): string {
  return `${START}: ${decidedWords(submission.decision)} (${marker(submission.id)})`;
}

/** The id of the stage or outcome that was decided, or what is kept: "prospect", "Customer kept". */
export function decidedWords(decision: Decision): string {
  const kept = keptOf(decision);
  const named = decision.kind === 'stage' ? decision.stage : decision.outcome;
  return kept === null ? named.slice(0, 80) : `${shortText(kept, 70)} kept`;
}

/** The last line of the text of a next step's task; the evidence's own text never has it. */
export const nextMark = ({ id }: Submission): string => `${START} ${marker(id)}`;

/** The text of an opportunity that is made. */
export const dealMark = (submission: Submission): string =>
  `Created from a qualification. ${nextMark(submission)}`;

/** Where a record's own tasks hang: on the person, or on the opportunity. */
export const taskKey = (object: string): 'WhoId' | 'WhatId' =>
  object === 'Lead' || object === 'Contact' ? 'WhoId' : 'WhatId';

/** How many are asked for along with the record. */
export const FIRST = 10;

/** Newest first; of the same second those made last. */
export const NEWEST_FIRST: readonly string[] = ['CreatedDate DESC', 'Id DESC'];

/** What is read of an evidence task. */
export const EVIDENCE_FIELDS: readonly string[] = ['Id', 'WhoId', 'Description', ...ORIGIN_FIELDS];
export const EVIDENCE_NEEDS: readonly string[] = ['Description', ...ORIGIN_NEEDS];

/** Where Salesforce does not search subjects, all tasks come, and the others are sorted out. */
export const named = (pattern: string): Condition => ({
  soql: `Subject LIKE '${pattern}'`,
  on: ['Subject'],
  narrows: true,
});

/** The newest evidence tasks of a record, with their texts, and what may want to be taken for one. `whose`: for WHERE. */
export const evidenceSelect = (whose: Condition): Select => ({
  from: 'Task',
  fields: EVIDENCE_FIELDS,
  needs: EVIDENCE_NEEDS,
  where: [whose, named(`${START}%`)],
  order: NEWEST_FIRST,
  limit: FIRST,
});
