// The tasks of a submission: what they are called, and what the newest of them say.
import { keptOf } from '../../qualification/decision';
import type { Decision } from '../../qualification/draft';
import { marker } from '../../qualification/note';
import type { RecordRef } from '../../qualification/record';
import type { Submission } from '../../qualification/submission';
import { shortText } from '../../qualification/text';
import { heard } from '../../qualification/vouched';
import { placed } from '../placed';
import { notedOn } from './noted-on';
import type { Org } from './org';
import { ORIGIN_FIELDS, originOf, TYPED_ORIGIN_FIELDS } from './origin';
import type { OrgRecord } from './shapes';
import { textOf } from './values';

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

/** Where a record's own tasks hang: on the person, or on the opportunity. */
export const taskKey = (object: string): 'WhoId' | 'WhatId' =>
  object === 'Lead' || object === 'Contact' ? 'WhoId' : 'WhatId';

/** The newest evidence tasks of a record, with their texts. `where`: whose. `typed`: their types may be seen. */
export const evidenceQuery = (where: string, typed = true): string =>
  `SELECT Id, WhoId, Description, ${typed ? TYPED_ORIGIN_FIELDS : ORIGIN_FIELDS} FROM Task WHERE ${where} AND Subject LIKE '${START}%' ORDER BY CreatedDate DESC LIMIT 10`;

/**
 * The answers of the newest task of ours, by what Salesforce says of each; and a word on those that are none. `refs`: the
 * record that was read, and its person.
 */
export async function earlierOf(
  org: Org,
  tasks: OrgRecord[],
  refs: readonly RecordRef[],
): Promise<ReturnType<typeof heard>> {
  const told = tasks.map((task) => ({
    text: textOf(task, 'Description'),
    url: org.page('Task', textOf(task, 'Id')),
    origin: originOf(task),
  }));
  return heard(await placed(told, notedOn(org, refs)), { crm: 'Salesforce', thing: 'task' });
}
