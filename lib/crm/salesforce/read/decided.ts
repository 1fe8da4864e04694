// What was decided last of each person in a list, by the rules by which an opened record believes a task of ours.

import type { Member } from '@/lib/crm/shared/crm';
import type { RecordedNote } from '@/lib/qualification/record-line/record-line';
import { judged } from '@/lib/qualification/record-line/vouched';
import type { Select } from '../client/select';
import type { OrgRecord } from '../client/shapes';
import { textOf } from '../client/values';
import { SALESFORCE } from '../page/locate';
import type { Org } from '../setup/org';
import { type Ask, placesOf } from './became';
import { decidedWords, EVIDENCE_NEEDS, named, START } from './marker';
import { among } from './noted-on';
import { changedSince, ORIGIN_FIELDS, originOf } from './origin';
import { sealOn } from './sealed';

export type Decided = NonNullable<Member['recorded']>;

/**
 * The tasks come with their texts, for only those say which record they are of, and no query can search a text or cut
 * it. To fetch the texts of some in a second call would save little (they are mostly one or two a person), and cost each
 * look at an account one more of the org's calls. So their number is the bound: 100 texts of at most 32,000 characters,
 * a sixth of what is read of any answer, and usually some kilobytes. What was decided before those is not told.
 */
const MOST = 100;
/** A lead that became a contact, which was merged. What has gone a longer way is told where the person is opened. */
const MOST_HOPS = 2;
/** Others' tasks may name any number of records; beyond this they are not asked for. */
const MOST_ASKS = 100;

/** The newest evidence tasks on the people of an account. `account`: its id in quotes, or a reference. */
export const decidedSelect = (account: string): Select => ({
  from: 'Task',
  fields: ['WhoId', 'Description', ...ORIGIN_FIELDS],
  needs: ['WhoId', ...EVIDENCE_NEEDS],
  where: [{ soql: `AccountId = ${account}`, on: ['AccountId'] }, named(`${START}: %`)],
  order: ['CreatedDate DESC'],
  limit: MOST,
});

type Said = { decided: Decided; of: NonNullable<RecordedNote['of']> };

/** What a task of ours says, if it is of the person on whom it hangs; null where it is none of ours, or that is not sure. */
async function saidBy(org: Org, task: OrgRecord): Promise<Said | null> {
  const seal = await sealOn(org, task);
  if (seal === 'unknown') return null;
  const found = judged(
    { text: textOf(task, 'Description'), origin: originOf(task, seal), place: 'here' },
    'Salesforce',
  );
  if (found === null || 'refused' in found) return null;
  const { note, made } = found;
  const answers = Object.fromEntries(Object.entries(note.answers).map(([id, { value }]) => [id, value]));
  const decided: Decided = { decision: decidedWords(note.decision), at: made, answers };
  return {
    decided: changedSince(task) === '' ? decided : { ...decided, changed: true },
    of: note.of ?? [],
  };
}

type Standing = { contact: string; before: { said: Said; asks: Ask[] }[]; own: Said | null };

/**
 * The newest task of a person that names them, and those of ours before it that name another record, which may have become
 * them. `tasks`: the person's, newest first.
 */
async function standingOf(org: Org, contact: string, tasks: readonly OrgRecord[]): Promise<Standing> {
  const isThis = among([org.ref('Contact', contact)]);
  const before: Standing['before'] = [];
  for (const task of tasks) {
    const said = await saidBy(org, task);
    if (said === null) continue;
    if (said.of.some((named) => named.crm === SALESFORCE && isThis(named)))
      return { contact, before, own: said };
    before.push({ said, asks: said.of.map((named) => ({ named, isThis })) });
  }
  return { contact, before, own: null };
}

/**
 * What was decided last of each of these contacts, by their id; nothing where that is not sure. A line counts that names
 * the contact on whom the task hangs, or a record that Salesforce says was merged or converted into them. `tasks`: newest
 * first. Never rejects.
 */
export async function decidedOf(
  org: Org,
  tasks: readonly OrgRecord[],
  contacts: readonly string[],
): Promise<ReadonlyMap<string, Decided>> {
  const all = await Promise.all(
    [...new Set(contacts)].map((contact) =>
      standingOf(
        org,
        contact,
        tasks.filter((task) => textOf(task, 'WhoId') === contact),
      ),
    ),
  );
  const asks = all.flatMap(({ before }) => before.flatMap((one) => one.asks));
  const placeOf = await placesOf(org, asks.slice(0, MOST_ASKS), MOST_HOPS);
  return new Map(
    all.flatMap(({ contact, before, own }) => {
      const newest = before.find((one) => one.asks.some((ask) => placeOf(ask) === 'here'))?.said ?? own;
      return newest === null ? [] : [[contact, newest.decided] as const];
    }),
  );
}
