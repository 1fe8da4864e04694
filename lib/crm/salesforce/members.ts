// The people of an account or opportunity, with where each stands, and what an account says of itself: one composite call.
import type { RecordRef } from '../../qualification/record';
import type { Snapshot } from '../../qualification/snapshot';
import type { Member, People } from '../crm';
import type { CompositePart } from './composite';
import { recordFacts } from './facts';
import { START } from './marker';
import type { Org } from './org';
import { decisionOf, ORIGIN_FIELDS } from './origin';
import { problem } from './problems';
import { companyOf, recordsOf } from './read-around';
import type { OrgField, OrgRecord } from './shapes';
import { queryUrl, recordUrl, text } from './soql';
import { stageFieldsIn } from './stage-fields';
import { children, inner, isoTime, textOf } from './values';

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
  const calls = ref.object === 'Account' ? ofAccount(ref.id, fields) : ofDeal(ref.id, fields);
  const answer = await org.client.composite(calls, false);
  // Evidence that can't be read is no reason to show nobody.
  const refused =
    answer.problems.get('group') ?? answer.problems.get('deal') ?? answer.problems.get('people');
  if (refused) throw refused;
  const standing = newestDecisions(recordsOf(answer.bodies.get('evidence')));
  const one = (contact: OrgRecord, role = '') => member(org, contact, stages, role, standing);

  if (ref.object === 'Account') {
    const account = held(inner({ account: answer.bodies.get('group') }, 'account'));
    return {
      title: textOf(account, 'Name'),
      members: recordsOf(answer.bodies.get('people')).map((contact) => one(contact)),
      about: accountSnapshot(org, ref, account),
    };
  }
  const deal = held(recordsOf(answer.bodies.get('deal'))[0] ?? null);
  const people = children(deal, 'OpportunityContactRoles').flatMap((role) => {
    const contact = inner(role, 'Contact');
    return contact ? [one(contact, textOf(role, 'Role'))] : [];
  });
  const seen = new Set<string>();
  return {
    title: textOf(deal, 'Name'),
    members: people.filter(({ ref: { id: who } }) => !seen.has(who) && seen.add(who)),
  };
}

const evidence = (account: string, reference = ''): CompositePart => ({
  id: 'evidence',
  method: 'GET',
  url: queryUrl(
    `SELECT WhoId, ${ORIGIN_FIELDS} FROM Task WHERE AccountId = '${account}' AND Subject LIKE '${START}%' ORDER BY CreatedDate DESC LIMIT 200`,
    reference,
  ),
});

const ofAccount = (id: string, fields: string[]): CompositePart[] => [
  { id: 'group', method: 'GET', url: recordUrl('Account', id) },
  {
    id: 'people',
    method: 'GET',
    url: queryUrl(
      `SELECT ${fields.join(', ')} FROM Contact WHERE AccountId = ${text(id)} ORDER BY Name LIMIT ${MOST}`,
    ),
  },
  evidence(id),
];

const ofDeal = (id: string, fields: string[]): CompositePart[] => [
  {
    id: 'deal',
    method: 'GET',
    url: queryUrl(
      `SELECT Id, Name, AccountId, (SELECT Role, IsPrimary, ${fields.map((field) => `Contact.${field}`).join(', ')} FROM OpportunityContactRoles ORDER BY IsPrimary DESC LIMIT ${MOST}) FROM Opportunity WHERE Id = ${text(id)} LIMIT 1`,
    ),
  },
  evidence(ACCOUNT, ACCOUNT),
];

function held(record: OrgRecord | null): OrgRecord {
  if (!record) throw problem('gone', 'The record is no longer there, or this sign-in may not see it.');
  return record;
}

type Standing = ReadonlyMap<string, NonNullable<Member['recorded']>>;

/** By contact: what the newest evidence task decided. The tasks come newest first. */
function newestDecisions(tasks: OrgRecord[]): Standing {
  const newest = new Map<string, NonNullable<Member['recorded']>>();
  for (const task of tasks) {
    const who = textOf(task, 'WhoId');
    const decision = decisionOf(task);
    const at = isoTime(textOf(task, 'CreatedDate'));
    if (who !== '' && decision !== null && at !== null && !newest.has(who)) newest.set(who, { decision, at });
  }
  return newest;
}

function member(org: Org, contact: OrgRecord, stages: OrgField[], role: string, standing: Standing): Member {
  const id = textOf(contact, 'Id');
  const recorded = standing.get(id);
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
