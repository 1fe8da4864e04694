// Looks for what a submission has made: all of what may be it, page after page, by what nobody changes in passing.
import { reported } from '@/lib/diagnostics/report';
import type { Submission } from '@/lib/qualification/plan/submission';
import { problem } from '../client/problems';
import type { Condition, Lack } from '../client/select';
import type { OrgRecord } from '../client/shapes';
import { text } from '../client/soql';
import { textOf } from '../client/values';
import { longId } from '../page/ids';
import { notAsked } from '../setup/lacks';
import type { Org } from '../setup/org';

/** Rows of one page: with texts of 32,000 characters they stay far below what is read of an answer. */
const PAGE = 200;
/** Far above what one user makes on one record. */
const MOST_PAGES = 50;

/** `where`: what any of it narrows is sorted out by `isIt`, and is left out where Salesforce does not search by it. */
export type Sought = { object: string; fields: readonly string[]; where: readonly Condition[] };

/**
 * The records that a query finds and `isIt` takes, of the first page that has any; [] where it is none of all. Texts can't
 * be searched by, so they are read. Newest first, by id: Salesforce compares and orders by it, and unlike OFFSET it has no
 * end.
 */
export async function firstOf(
  org: Org,
  { object, fields, where }: Sought,
  isIt: (record: OrgRecord) => boolean,
): Promise<OrgRecord[]> {
  let before = '';
  const hidden: Lack[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from = before === '' ? [] : [{ soql: `Id < ${text(before)}`, on: ['Id'] }];
    const { records, done, lacks } = await org.ask(WHAT, {
      from: object,
      fields,
      where: [...where, ...from],
      order: ['Id DESC'],
      limit: PAGE,
    });
    hidden.push(...lacks.filter(({ use }) => use === 'select'));
    const found = records.filter(isIt);
    if (found.length > 0) return found;
    const last = records.at(-1);
    // Of long rows Salesforce gives fewer at a time than were asked for.
    if (!last || (done && records.length < PAGE)) {
      // What can't be seen may have been the very sign of it.
      if (records.length > 0 && hidden.length > 0) throw notAsked(WHAT, hidden);
      return [];
    }
    before = textOf(last, 'Id');
  }
  // What can't be looked up is not absent: it would be written again.
  throw problem('odd-answer', 'Salesforce names more records than can be looked through.');
}

/**
 * What was made by whoever sends the submission, for a WHERE clause: the user who was signed in when it was confirmed, and
 * the one who is now. Nobody can change who made a record. null where nobody knows.
 */
export async function byMaker(org: Org, { as }: Submission, path = ''): Promise<Condition | null> {
  const who = await org.user().catch(reported('salesforce.look-up', null));
  const ids = [as?.id ?? '', who?.user_id ?? ''].map(longId).filter((id) => id.startsWith('005'));
  const field = `${path}CreatedById`;
  const soql = `${field} IN (${[...new Set(ids)].map(text).join(', ')})`;
  return ids.length === 0 ? null : { soql, on: [field], narrows: true };
}

/**
 * Made lately, by the org's own clock: for what is looked for over the whole org. A write is looked up as soon as anyone
 * can, so that this is room enough.
 */
export const LATELY: Condition = { soql: 'CreatedDate = LAST_N_DAYS:30', on: ['CreatedDate'] };

const WHAT = 'What was written before';
