// What is asked for in the one composite call that reads a record. Of 25 calls, 5 may be queries: not one more.
import type { RecordRef } from '@/lib/record/record';
import type { CompositePart } from '../client/composite';
import { queryUrl, recordUrl, text } from '../client/soql';
import { CHAT_TALKER, type Chat, chatQueries } from './chats';
import { evidenceQuery, taskKey } from './marker';
import { TASK_TYPE } from './origin';

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
const TASKS =
  '(SELECT Id, IsClosed, Status, CompletedDateTime, ActivityDate, CreatedDate, TaskSubtype, CallType, CallDisposition FROM Tasks ORDER BY CreatedDate DESC LIMIT 100)';
const events = (outcome: string | null) =>
  `(SELECT Id, StartDateTime, ActivityDate${outcome === null ? '' : `, ${outcome}`} FROM Events ORDER BY StartDateTime DESC LIMIT 50)`;
const EMAIL = 'Id, Incoming, Status, MessageDate, CreatedDate, FirstOpenedDate, LastOpenedDate, ActivityId';
/**
 * What tells a program's mail from a person's (Field Reference, EmailMessage). Headers would tell more, but hold up to
 * 32,000 characters each and only for mail that Email-to-Case took in.
 */
const EMAIL_WRITER = 'Subject, FromAddress, IsBounced';
/** These among the fields that a sign-in lacks (Org.lacking): each can be hidden from a user. */
export const MAIL_WRITER = 'EmailMessage.Subject';
const NEWEST_EMAILS = 'ORDER BY MessageDate DESC LIMIT 100';
const ROLE = 'SELECT Id, ContactId, Role, IsPrimary, OpportunityId, CreatedDate';

/** Of an opportunity's roles the first: the primary one, where there is one. */
const FIRST_ROLE = '@{roles.records[0].ContactId}';

const ask = (id: Part, soql: string): CompositePart => ({
  id,
  method: 'GET',
  url: queryUrl(soql, soql.includes(FIRST_ROLE) ? FIRST_ROLE : ''),
});
const get = (id: Part, object: string, record: string): CompositePart => ({
  id,
  method: 'GET',
  url: recordUrl(object, record),
});

const activities = (object: string, where: string, outcome: string | null, chats = '') =>
  ask('activities', `SELECT Id, ${TASKS}, ${events(outcome)}${chats} FROM ${object} WHERE ${where} LIMIT 1`);
const emailsOf = (person: string, lacking: ReadonlySet<string>) =>
  ask(
    'emails',
    `SELECT ${EMAIL}${lacking.has(MAIL_WRITER) ? '' : `, ${EMAIL_WRITER}`} FROM EmailMessage WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId = ${person}) ${NEWEST_EMAILS}`,
  );
const responses = (key: string, person: string) =>
  ask(
    'campaigns',
    `SELECT Id, HasResponded, FirstRespondedDate, CreatedDate, Status, CampaignId, Campaign.Name, Campaign.Type FROM CampaignMember WHERE ${key} = ${person} ORDER BY CreatedDate DESC LIMIT 100`,
  );
const history = (from: string, key: string, record: string, field: string) =>
  ask(
    'history',
    `SELECT Field, NewValue, CreatedDate FROM ${from} WHERE ${key} = ${record} AND Field = '${field}' ORDER BY CreatedDate DESC LIMIT 5`,
  );

/**
 * `outcome`: the team's own field of events that tells whether a meeting was held. `chats`: those that the org keeps.
 * `lacking`: what this sign-in may not see (Org.lacking).
 */
export function readCalls(
  { object, id }: RecordRef,
  outcome: string | null,
  chats: readonly Chat[] = [],
  lacking: ReadonlySet<string> = new Set(),
): CompositePart[] {
  const own = text(id);
  const typed = !lacking.has(TASK_TYPE);
  const talks = chatQueries(chats, !lacking.has(CHAT_TALKER));
  const shared = [
    get('record', object, id),
    ask('evidence', evidenceQuery(`${taskKey(object)} = ${own}`, typed)),
  ];
  if (object === 'Lead')
    return [
      ...shared,
      activities('Lead', `Id = ${own}`, outcome, talks),
      emailsOf(own, lacking),
      responses('LeadId', own),
      history('LeadHistory', 'LeadId', own, 'Status'),
    ];
  if (object === 'Contact')
    return [
      ...shared,
      get('account', 'Account', '@{record.AccountId}'),
      activities('Contact', `Id = ${own}`, outcome, talks),
      emailsOf(own, lacking),
      responses('ContactId', own),
      ask(
        'roles',
        `${ROLE}, Opportunity.Name, Opportunity.StageName, Opportunity.IsClosed FROM OpportunityContactRole WHERE ContactId = ${own} ORDER BY CreatedDate DESC LIMIT 100`,
      ),
    ];
  // Of the person whose checklist it is: what others of the opportunity said doesn't answer for this one.
  const person = `'${FIRST_ROLE}'`;
  return [
    ...shared,
    ask(
      'roles',
      `${ROLE}, Contact.Name FROM OpportunityContactRole WHERE OpportunityId = ${own} ORDER BY IsPrimary DESC, CreatedDate ASC LIMIT 50`,
    ),
    get('contact', 'Contact', FIRST_ROLE),
    get('account', 'Account', '@{record.AccountId}'),
    activities('Contact', `Id = ${person}`, outcome),
    ask('personEvidence', evidenceQuery(`${taskKey('Contact')} = ${person}`, typed)),
    emailsOf(person, lacking),
  ];
}
