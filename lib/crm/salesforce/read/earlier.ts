// What the evidence tasks of a record say of earlier answers, however many others lie above them.

import { placing } from '@/lib/crm/shared/placed';
import { report } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import { anyCounts, heard, type Told } from '@/lib/qualification/record-line/vouched';
import type { RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { isProblem } from '../client/problems';
import type { Condition } from '../client/select';
import type { OrgRecord } from '../client/shapes';
import { text } from '../client/soql';
import { isoTime, textOf } from '../client/values';
import type { Org } from '../setup/org';
import { EVIDENCE_FIELDS, EVIDENCE_NEEDS, FIRST, NEWEST_FIRST, named, START } from './marker';
import { notedOn } from './noted-on';
import { originOf } from './origin';
import { gapWhy } from './read-around';
import { PARTS, type Part } from './read-calls';
import { sealOn } from './sealed';

/** Rows of a further page: with texts of 32,000 characters a small part of what is read of an answer. */
const PAGE = 50;
/** Far above what is decided of one record; only what wants to hide the rest gets so far. */
const MOST_PAGES = 10;

const NAMES = { crm: 'Salesforce', thing: 'task' };

/**
 * What can be ours at all, by what whoever makes a task can't fill in, and by the form of its subject. Further down it is
 * only asked for these, so that what fills the first page fills no other.
 */
const ONLY_OURS: readonly Condition[] = [
  { soql: "CreatedBy.UserType = 'Standard'", on: ['CreatedBy.UserType'], narrows: true },
  { soql: "(TaskSubtype = 'Task' OR TaskSubtype = null)", on: ['TaskSubtype'], narrows: true },
  named(`${START}: % (id=%)`),
];

/** What hurts the whole read. */
const isFatal = (error: unknown): boolean => isProblem(error, 'key-refused', 'offline');

/** What is older than a task, for a WHERE clause; null where it doesn't say when it was made. */
function olderThan(task: OrgRecord): Condition | null {
  const made = isoTime(textOf(task, 'CreatedDate'));
  const before = text(textOf(task, 'Id'));
  const soql = `(CreatedDate < ${made} OR (CreatedDate = ${made} AND Id < ${before}))`;
  return made === null ? null : { soql, on: ['CreatedDate', 'Id'] };
}

/** Whose tasks they are: by the field that names them, for the words of a gap, and as the record that was read and its person. */
export type Whose = { where: Condition; part: Part; refs: readonly RecordRef[] };

type Earlier = ReturnType<typeof heard> & Pick<Snapshot, 'gaps'>;

/**
 * The answers of the newest task of ours, by what Salesforce says of each; and a word on those that are none. `first`: the
 * newest that are called like ours. Where they are as many as were asked for and none of them counts, it is looked on
 * below them, page after page; where that comes to no end, there is a gap.
 */
export async function earlierOf(
  org: Org,
  first: readonly OrgRecord[],
  { where, part, refs }: Whose,
): Promise<Earlier> {
  const place = placing(notedOn(org, refs));
  const told: Told[] = [];
  /** Whether there is nothing more to look for. */
  async function take(tasks: readonly OrgRecord[], asked: number): Promise<boolean> {
    const page = await place(
      await Promise.all(
        tasks.map(async (task) => ({
          text: textOf(task, 'Description'),
          url: org.page('Task', textOf(task, 'Id')),
          origin: originOf(task, await sealOn(org, task)),
        })),
      ),
    );
    told.push(...page);
    return tasks.length < asked || anyCounts(page, NAMES.crm);
  }
  const found = (why: string | null): Earlier => ({
    ...heard(told, NAMES),
    gaps: why === null ? [] : [{ what: PARTS[part], why }],
  });

  if (await take(first, FIRST)) return found(null);
  let last = first.at(-1);
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const older = last ? olderThan(last) : null;
      if (older === null) break;
      const { records, done } = await org.ask(PARTS[part], {
        from: 'Task',
        fields: EVIDENCE_FIELDS,
        needs: EVIDENCE_NEEDS,
        where: [where, ...ONLY_OURS, older],
        order: NEWEST_FIRST,
        limit: PAGE,
      });
      // Of long rows Salesforce gives fewer at a time than were asked for.
      if (await take(records, done ? PAGE : 1)) return found(null);
      last = records.at(-1);
    }
  } catch (error) {
    if (!(error instanceof ProblemError) || isFatal(error)) throw error;
    report(error, 'salesforce.earlier');
    return found(gapWhy(error));
  }
  return found(`only the newest ${told.length} tasks that are called like ours were read`);
}
