// The people of an account or opportunity, with where each stands, and what an account says of itself: one composite call.

import type { Member, People } from '@/lib/crm/shared/crm';
import type { RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import type { CompositePart } from '../client/composite';
import { codeOf, problem } from '../client/problems';
import type { OrgField, OrgRecord } from '../client/shapes';
import { queryUrl, recordUrl, text } from '../client/soql';
import { children, inner, textOf } from '../client/values';
import type { Org } from '../setup/org';
import { stageFieldsIn } from '../setup/stage-fields';
import { type Decided, decidedOf, decidedQuery } from './decided';
import { recordFacts } from './facts';
import { TASK_TYPE } from './origin';
import { companyOf, recordsOf } from './read-around';

const MOST = 100;

/** Where an opportunity's account stands in the answer to the call before. */
const ACCOUNT = '@{deal.records[0].AccountId}';

/** In the order of the org: contacts of an account by name, roles of an opportunity with the primary one first. */
export async function members(org: Org, ref: RecordRef): Promise<People> {
  org.hold(ref);
  if (ref.object !== 'Account' && ref.object !== 'Opportunity')
    throw problem('not-here', 'Salesforce has no list of people for this page.');
  const stages = stageFieldsIn(await org.describe('Contact'));
  const fields = ['Id', 'Name', 'Title', 'Email', ...stages.map((field) => field.name)];
  const typed = !org.lacking.has(TASK_TYPE);
  const calls = ref.object === 'Account' ? ofAccount(ref.id, fields, typed) : ofDeal(ref.id, fields, typed);
  const answer = await org.client.composite(calls, false);
  if (typed && codeOf(answer.problems.get('evidence')) === 'INVALID_FIELD') {
    // Hidden from this sign-in: what was decided is judged by all else that Salesforce says of the tasks.
    org.lacking.add(TASK_TYPE);
    return members(org, ref);
  }
  // Evidence that can't be read is no reason to show nobody.
  const refused =
    answer.problems.get('group') ?? answer.problems.get('deal') ?? answer.problems.get('people');
  if (refused) throw refused;
  const tasks = recordsOf(answer.bodies.get('evidence'));

  if (ref.object === 'Account') {
    const account = held(inner({ account: answer.bodies.get('group') }, 'account'));
    const people = recordsOf(answer.bodies.get('people')).map((contact) => ({ contact, role: '' }));
    return {
      title: textOf(account, 'Name'),
      members: await membersOf(org, people, stages, tasks),
      about: accountSnapshot(org, ref, account),
    };
  }
  const deal = held(recordsOf(answer.bodies.get('deal'))[0] ?? null);
  const seen = new Set<string>();
  const people = children(deal, 'OpportunityContactRoles').flatMap((role) => {
    const contact = inner(role, 'Contact');
    const id = contact ? textOf(contact, 'Id') : '';
    if (!contact || seen.has(id)) return [];
    seen.add(id);
    return [{ contact, role: textOf(role, 'Role') }];
  });
  return { title: textOf(deal, 'Name'), members: await membersOf(org, people, stages, tasks) };
}

const evidence = (account: string, typed: boolean, reference = ''): CompositePart => ({
  id: 'evidence',
  method: 'GET',
  url: queryUrl(decidedQuery(account, typed), reference),
});

const ofAccount = (id: string, fields: string[], typed: boolean): CompositePart[] => [
  { id: 'group', method: 'GET', url: recordUrl('Account', id) },
  {
    id: 'people',
    method: 'GET',
    url: queryUrl(
      `SELECT ${fields.join(', ')} FROM Contact WHERE AccountId = ${text(id)} ORDER BY Name LIMIT ${MOST}`,
    ),
  },
  evidence(text(id), typed),
];

const ofDeal = (id: string, fields: string[], typed: boolean): CompositePart[] => [
  {
    id: 'deal',
    method: 'GET',
    url: queryUrl(
      `SELECT Id, Name, AccountId, (SELECT Role, IsPrimary, ${fields.map((field) => `Contact.${field}`).join(', ')} FROM OpportunityContactRoles ORDER BY IsPrimary DESC LIMIT ${MOST}) FROM Opportunity WHERE Id = ${text(id)} LIMIT 1`,
    ),
  },
  evidence(`'${ACCOUNT}'`, typed, ACCOUNT),
];

function held(record: OrgRecord | null): OrgRecord {
  if (!record) throw problem('gone', 'The record is no longer there, or this sign-in may not see it.');
  return record;
}

type Person = { contact: OrgRecord; role: string };

async function membersOf(
  org: Org,
  people: readonly Person[],
  stages: OrgField[],
  tasks: OrgRecord[],
): Promise<Member[]> {
  const ids = people.map(({ contact }) => textOf(contact, 'Id'));
  const decided = await decidedOf(org, tasks, ids);
  return people.map((person) => member(org, person, stages, decided));
}

function member(
  org: Org,
  { contact, role }: Person,
  stages: OrgField[],
  decided: ReadonlyMap<string, Decided>,
): Member {
  const id = textOf(contact, 'Id');
  const recorded = decided.get(id);
  return {
    ref: org.ref('Contact', id),
    name: textOf(contact, 'Name') || textOf(contact, 'Email') || `Contact ${id}`,
    title: [textOf(contact, 'Title'), role].filter((part) => part !== '').join(' · '),
    stages: stages.map((field) => {
      const value = textOf(contact, field.name);
      const label = field.picklistValues.find((option) => option.value === value)?.label;
      return { field: `Contact.${field.name}`, value, text: label || value };
    }),
    ...(recorded ? { recorded } : {}),
  };
}

/** The account as a record of its own: what it says holds for everybody in it. */
function accountSnapshot(org: Org, ref: RecordRef, account: OrgRecord): Snapshot {
  const url = org.page('Account', ref.id);
  return {
    ...{ ref, url, crmName: 'Salesforce', name: textOf(account, 'Name'), title: '', email: '' },
    company: companyOf(org, account, null),
    facts: recordFacts('Account', account, url),
    ...{ stages: [], earlier: [], deals: [], mergedFrom: null, gaps: [] },
    readAt: org.now().toISOString(),
    complete: true,
  };
}
