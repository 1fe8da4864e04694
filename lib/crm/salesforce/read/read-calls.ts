// What is asked for in the one composite call that reads a record. Of 25 calls, 5 may be queries: not one more.
import type { RecordRef } from '@/lib/record/record';
import type { Condition, Select } from '../client/select';
import { recordUrl, text } from '../client/soql';
import type { PlainPart, QueryPart } from '../setup/ask';
import { type Chat, chatSelects } from './chats';
import { evidenceSelect, taskKey } from './marker';

/** Each part of a read, and what it is called where it is missing. */
export const PARTS = {
  record: 'The record',
  account: 'The account',
  contact: 'The contact',
  activities: 'Tasks and events',
  evidence: 'Earlier qualifications',
  personEvidence: 'Earlier qualifications of the contact',
  emails: 'Emails',
  campaigns: 'Campaign responses',
  roles: 'Opportunities and contact roles',
  history: 'When the stage changed',
} as const;
export type Part = keyof typeof PARTS;

/** The newest of each are looked at. */
const TASKS = {
  from: 'Task',
  as: 'Tasks',
  fields: [
    ...['Id', 'IsClosed', 'Status', 'CompletedDateTime', 'ActivityDate', 'CreatedDate', 'TaskSubtype'],
    ...['CallType', 'CallDisposition'],
  ],
  order: ['CreatedDate DESC'],
  limit: 100,
};
const events = (outcome: string | null) => ({
  from: 'Event',
  as: 'Events',
  fields: ['Id', 'StartDateTime', 'ActivityDate', ...(outcome === null ? [] : [outcome])],
  order: ['StartDateTime DESC'],
  limit: 50,
});
/**
 * Subject, FromAddress and IsBounced tell a program's mail from a person's (Field Reference, EmailMessage). Headers would
 * tell more, but hold up to 32,000 characters each and only for mail that Email-to-Case took in.
 */
const EMAIL = [
  ...['Id', 'Incoming', 'Status', 'MessageDate', 'CreatedDate', 'FirstOpenedDate', 'LastOpenedDate'],
  ...['ActivityId', 'Subject', 'FromAddress', 'IsBounced'],
];
const ROLE = ['Id', 'ContactId', 'Role', 'IsPrimary', 'OpportunityId', 'CreatedDate'];

/** Of an opportunity's roles the first: the primary one, where there is one. */
const FIRST_ROLE = '@{roles.records[0].ContactId}';

type Asked = (QueryPart | PlainPart) & { id: Part };

const ask = (id: Part, select: Select, after?: Part): Asked => ({
  id,
  what: PARTS[id],
  select,
  ...(after === undefined ? {} : { reference: FIRST_ROLE, after }),
});
const get = (id: Part, object: string, record: string, after?: Part): Asked => ({
  id,
  method: 'GET',
  url: recordUrl(object, record),
  ...(after === undefined ? {} : { after }),
});
const is = (field: string, value: string): Condition => ({ soql: `${field} = ${value}`, on: [field] });

const activities = (
  object: string,
  id: string,
  outcome: string | null,
  chats: readonly Chat[] = [],
  after?: Part,
) =>
  ask(
    'activities',
    {
      from: object,
      fields: ['Id'],
      where: [is('Id', id)],
      children: [TASKS, events(outcome), ...chatSelects(chats)],
      limit: 1,
    },
    after,
  );
const emailsOf = (person: string, after?: Part) =>
  ask(
    'emails',
    {
      from: 'EmailMessage',
      fields: EMAIL,
      where: [
        {
          soql: `Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId = ${person})`,
          on: ['Id', 'EmailMessageRelation:EmailMessageId', 'EmailMessageRelation:RelationId'],
        },
      ],
      order: ['MessageDate DESC'],
      limit: 100,
    },
    after,
  );
const responses = (key: string, person: string) =>
  ask('campaigns', {
    from: 'CampaignMember',
    fields: [
      ...['Id', 'HasResponded', 'FirstRespondedDate', 'CreatedDate', 'Status', 'CampaignId'],
      ...['Campaign.Name', 'Campaign.Type'],
    ],
    where: [is(key, person)],
    order: ['CreatedDate DESC'],
    limit: 100,
  });
const history = (from: string, key: string, record: string, field: string) =>
  ask('history', {
    from,
    fields: ['Field', 'NewValue', 'CreatedDate'],
    needs: ['Field', 'NewValue'],
    where: [is(key, record), { soql: `Field = '${field}'`, on: ['Field'], narrows: true }],
    order: ['CreatedDate DESC'],
    limit: 5,
  });
const roles = (key: string, record: string, fields: string[], order: string[], limit: number) =>
  ask('roles', {
    from: 'OpportunityContactRole',
    fields: [...ROLE, ...fields],
    needs: ['ContactId'],
    where: [is(key, record)],
    order,
    limit,
  });

/** `outcome`: the team's own field of events that tells whether a meeting was held. `chats`: those that the org keeps. */
export function readCalls(
  { object, id }: RecordRef,
  outcome: string | null,
  chats: readonly Chat[] = [],
): Asked[] {
  const own = text(id);
  const shared = [get('record', object, id), ask('evidence', evidenceSelect(is(taskKey(object), own)))];
  if (object === 'Lead')
    return [
      ...shared,
      activities('Lead', own, outcome, chats),
      emailsOf(own),
      responses('LeadId', own),
      history('LeadHistory', 'LeadId', own, 'Status'),
    ];
  if (object === 'Contact')
    return [
      ...shared,
      get('account', 'Account', '@{record.AccountId}'),
      activities('Contact', own, outcome, chats),
      emailsOf(own),
      responses('ContactId', own),
      roles(
        'ContactId',
        own,
        ['Opportunity.Name', 'Opportunity.StageName', 'Opportunity.IsClosed'],
        ['CreatedDate DESC'],
        100,
      ),
    ];
  // Of the person whose checklist it is: what others of the opportunity said doesn't answer for this one.
  const person = `'${FIRST_ROLE}'`;
  return [
    ...shared,
    roles('OpportunityId', own, ['Contact.Name'], ['IsPrimary DESC', 'CreatedDate ASC'], 50),
    get('contact', 'Contact', FIRST_ROLE, 'roles'),
    get('account', 'Account', '@{record.AccountId}'),
    activities('Contact', person, outcome, [], 'roles'),
    ask('personEvidence', evidenceSelect(is(taskKey('Contact'), person)), 'roles'),
    emailsOf(person, 'roles'),
  ];
}
