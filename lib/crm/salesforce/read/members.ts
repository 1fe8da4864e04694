// The people of an account or opportunity, with where each stands, and what an account says of itself: one composite call.

import type { Member, People } from '@/lib/crm/shared/crm';
import type { RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { problem } from '../client/problems';
import type { OrgField, OrgRecord } from '../client/shapes';
import { recordUrl, text } from '../client/soql';
import { children, flag, inner, textOf } from '../client/values';
import type { PlainPart, QueryPart } from '../setup/ask';
import { lackGaps } from '../setup/lacks';
import type { Org } from '../setup/org';
import { stageFieldsIn } from '../setup/stage-fields';
import { type Decided, decidedOf, decidedSelect } from './decided';
import { recordFacts } from './facts';
import { companyOf, gapWhy, recordsOf } from './read-around';

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
  const answer = await org.askTogether(
    ref.object === 'Account' ? ofAccount(ref.id, fields) : ofDeal(ref.id, fields),
  );
  // Evidence that can't be read is no reason to show nobody; nor are people, to hide what the account says.
  const refused = answer.problems.get('group') ?? answer.problems.get('deal');
  if (refused) throw refused;
  const lacksOf = (part: string) => answer.lacks.get(part) ?? [];
  const told = (part: string, what: string) => {
    const problem = answer.problems.get(part);
    return problem ? [{ what, why: gapWhy(problem, lacksOf(part)) }] : lackGaps(lacksOf(part));
  };
  const tasks = recordsOf(answer.bodies.get('evidence'));

  if (ref.object === 'Account') {
    const account = held(inner({ account: answer.bodies.get('group') }, 'account'));
    const people = recordsOf(answer.bodies.get('people')).map((contact) => ({ contact, role: '' }));
    const itself = flag(account, 'IsPersonAccount');
    return {
      title: textOf(account, 'Name'),
      members: await membersOf(org, people, stages, tasks),
      // What a person account says of itself is said of the person.
      ...(itself && people.length === 1 ? { itself } : { about: accountSnapshot(org, ref, account) }),
      ...gapsOf([...told('people', PEOPLE), ...told('evidence', EVIDENCE)], answer.problems.has('people')),
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
  const without = lacksOf('deal').filter(({ field }) => field === '');
  const unseen = without.some(({ object }) => object === 'OpportunityContactRole' || object === 'Contact');
  return {
    title: textOf(deal, 'Name'),
    members: await membersOf(org, people, stages, tasks),
    ...gapsOf([...told('deal', PEOPLE), ...told('evidence', EVIDENCE)], unseen),
  };
}

const PEOPLE = 'The people';
const EVIDENCE = 'Earlier qualifications';

/** `unknown`: nobody knows whether there are others, or any. */
const gapsOf = (gaps: Snapshot['gaps'], unknown: boolean): Pick<People, 'gaps' | 'unknown'> => ({
  ...(gaps.length === 0 ? {} : { gaps }),
  ...(unknown ? { unknown } : {}),
});

const evidence = (account: string, reference?: string): QueryPart => ({
  id: 'evidence',
  what: EVIDENCE,
  select: decidedSelect(account),
  ...(reference === undefined ? {} : { reference }),
});

const ofAccount = (id: string, fields: string[]): (QueryPart | PlainPart)[] => [
  { id: 'group', method: 'GET', url: recordUrl('Account', id) },
  {
    id: 'people',
    what: PEOPLE,
    select: {
      from: 'Contact',
      fields,
      where: [{ soql: `AccountId = ${text(id)}`, on: ['AccountId'] }],
      order: ['Name'],
      limit: MOST,
    },
  },
  evidence(text(id)),
];

const ofDeal = (id: string, fields: string[]): QueryPart[] => [
  {
    id: 'deal',
    what: 'The opportunity',
    select: {
      from: 'Opportunity',
      fields: ['Id', 'Name', 'AccountId'],
      where: [{ soql: `Id = ${text(id)}`, on: ['Id'] }],
      children: [
        {
          from: 'OpportunityContactRole',
          as: 'OpportunityContactRoles',
          fields: ['Role', 'IsPrimary', ...fields.map((field) => `Contact.${field}`)],
          needs: ['Contact.Id'],
          order: ['IsPrimary DESC'],
          limit: MOST,
        },
      ],
      limit: 1,
    },
  },
  evidence(`'${ACCOUNT}'`, ACCOUNT),
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
