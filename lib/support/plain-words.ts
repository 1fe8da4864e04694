// A problem's code in words of ours alone: what happened and what to do, with nothing that a CRM or a person said.
import type { Problem } from '../problem/problem';
import { problemWords } from '../problem/text';
import type { ProblemCode, ProblemPlace } from './problem-log';

/** What stands for the detail in a problem that is told without it. */
const details: Record<NonNullable<ProblemCode['more']>, Partial<Problem>> = {
  key: { way: 'key' },
  oauth: { way: 'oauth' },
  session: { way: 'session' },
  full: { store: 'full' },
  newer: { store: 'newer' },
  held: { store: 'held' },
  broken: { store: 'broken' },
  barred: { barred: 'this account' },
  'used-up': { usedUp: 'It takes more again by itself, within a day.' },
  duplicate: { duplicates: { mayAllow: false, records: [] } },
};

/** `crmName` as people call it. Both parts depend on these two arguments and on nothing else. */
export function plainWords(code: ProblemCode, crmName: string): { title: string; todo: string } {
  const { title, todo } = problemWords(
    {
      kind: code.kind,
      message: '',
      ...(code.status === null ? {} : { status: code.status }),
      ...(code.more === null ? {} : details[code.more]),
    },
    crmName,
  );
  return { title, todo };
}

/** "while reading a record": at what it came up. */
export const placeWords: Record<ProblemPlace, string> = {
  record: 'while reading a record',
  members: 'while reading a record’s people',
  review: 'while preparing a review',
  draft: 'while keeping answers',
  submission: 'while taking a decision',
  outbox: 'while looking after what waits',
  connections: 'while connecting or testing',
  mapping: 'in the stage mapping',
  delivery: 'while writing to the CRM',
  other: 'on a page of Stagecheck',
};
