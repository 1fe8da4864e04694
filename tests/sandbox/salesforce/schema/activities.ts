// Tasks, events and emails: what has happened with a person.
import type { FieldDef, ObjectDef, ObjectName } from '../model';
import {
  closed,
  custom,
  day,
  email,
  field,
  fixed,
  kept,
  long,
  moment,
  must,
  pick,
  ref,
  system,
  text,
  whole,
  yesNo,
} from './define';
import { dispositions, taskStatuses } from './picklists';

const who: ObjectName[] = ['Contact', 'Lead'];
const what: ObjectName[] = ['Account', 'Opportunity', 'Campaign'];
const shared = (): FieldDef[] => [
  ref('WhoId', 'Name ID', who, 'Who'),
  ref('WhatId', 'Related To ID', what, 'What'),
  kept(ref('AccountId', 'Account ID', ['Account'])),
  field('Subject', 'Subject', 'combobox', { length: 255 }),
  long('Description', 'Comments'),
  must(ref('OwnerId', 'Assigned To ID', ['User'], 'Owner')),
  kept(yesNo('IsArchived', 'Archived')),
];
const object = (
  name: ObjectName,
  label: string,
  prefix: string,
): Omit<ObjectDef, 'fields' | 'nameField'> => ({
  name,
  label,
  plural: `${label}s`,
  prefix,
  createable: true,
  updateable: true,
  deletable: true,
  history: null,
  children: [],
});

export const task: ObjectDef = {
  ...object('Task', 'Task', '00T'),
  nameField: 'Subject',
  fields: [
    ...system(),
    ...shared(),
    day('ActivityDate', 'Due Date Only'),
    must(
      closed(
        'Status',
        'Status',
        taskStatuses.map(({ name }) => name),
        {
          usual: 'Not Started',
        },
      ),
    ),
    must(closed('Priority', 'Priority', ['High', 'Normal', 'Low'], { usual: 'Normal' })),
    kept(yesNo('IsClosed', 'Closed')),
    kept(moment('CompletedDateTime', 'Completed Date/Time')),
    pick('Type', 'Type', ['Call', 'Email', 'Meeting', 'Other']),
    fixed(
      closed('TaskSubtype', 'Task Subtype', ['Task', 'Email', 'List Email', 'Call', 'LinkedIn'], {
        usual: 'Task',
      }),
    ),
    closed('CallType', 'Call Type', ['Inbound', 'Internal', 'Outbound']),
    whole('CallDurationInSeconds', 'Call Duration'),
    pick('CallDisposition', 'Call Result', dispositions),
    text('CallObject', 'Call Object Identifier'),
    // Of activities, as all fields of an org's own on tasks are. Hidden in the default settings: most orgs don't have it.
    custom(text('Stagecheck_Submission', 'Stagecheck Submission', 64, { externalId: true })),
  ],
};

export const event: ObjectDef = {
  ...object('Event', 'Event', '00U'),
  nameField: 'Subject',
  fields: [
    ...system(),
    ...shared(),
    kept(day('ActivityDate', 'Due Date Only')),
    must(moment('StartDateTime', 'Start Date Time')),
    must(moment('EndDateTime', 'End Date Time')),
    whole('DurationInMinutes', 'Duration'),
    kept(moment('ActivityDateTime', 'Due Date Time')),
    yesNo('IsAllDayEvent', 'All-Day Event'),
    kept(yesNo('IsChild', 'Is Child')),
    text('Location', 'Location'),
    pick('Type', 'Type', ['Email', 'Meeting', 'Call', 'Other']),
    fixed(closed('EventSubtype', 'Event Subtype', ['Event'], { usual: 'Event' })),
    // A team's own field: Salesforce doesn't know whether a meeting took place.
    custom(
      closed('Meeting_Outcome', 'Meeting Outcome', [
        'Scheduled',
        'Held',
        'No show',
        'Canceled',
        'Rescheduled',
      ]),
    ),
  ],
};

const emailStatus = [
  ['0', 'New'],
  ['1', 'Read'],
  ['2', 'Replied'],
  ['3', 'Sent'],
  ['4', 'Forwarded'],
  ['5', 'Draft'],
].map(([value = '', label = '']) => ({ value, label, active: true, isDefault: false }));

export const emailMessage: ObjectDef = {
  ...object('EmailMessage', 'Email Message', '02s'),
  nameField: 'Subject',
  children: [{ name: 'EmailMessageRelations', type: 'EmailMessageRelation', field: 'EmailMessageId' }],
  fields: [
    ...system(),
    text('Subject', 'Subject', 3000),
    long('TextBody', 'Text Body', 131_072),
    long('HtmlBody', 'HTML Body', 131_072),
    email('FromAddress', 'From Address'),
    text('FromName', 'From Name'),
    long('ToAddress', 'To Address', 4000),
    fixed(yesNo('Incoming', 'Is Incoming')),
    must(closed('Status', 'Status', emailStatus, { usual: '0' })),
    moment('MessageDate', 'Message Date'),
    ref('RelatedToId', 'Related To ID', what, 'RelatedTo'),
    ref('ActivityId', 'Activity ID', ['Task'], 'Activity'),
    kept(yesNo('IsTracked', 'Is Tracked')),
    kept(yesNo('IsOpened', 'Opened?')),
    kept(moment('FirstOpenedDate', 'First Opened')),
    kept(moment('LastOpenedDate', 'Last Opened')),
    kept(yesNo('IsBounced', 'Bounced?')),
    text('MessageIdentifier', 'Message ID', 765),
  ],
};

export const emailMessageRelation: ObjectDef = {
  ...object('EmailMessageRelation', 'Email Message Relation', '0BE'),
  nameField: 'Id',
  fields: [
    ...system(),
    fixed(must(ref('EmailMessageId', 'Email Message ID', ['EmailMessage']))),
    fixed(ref('RelationId', 'Relation ID', ['Contact', 'Lead', 'User'], 'Relation')),
    fixed(
      must(
        closed('RelationType', 'Relation Type', [
          'ToAddress',
          'CcAddress',
          'BccAddress',
          'FromAddress',
          'OtherAddress',
        ]),
      ),
    ),
    kept(pick('RelationObjectType', 'Relation Object Type', ['Contact', 'Lead', 'User'])),
    fixed(text('RelationAddress', 'Relation Address')),
  ],
};

/** A conversation by SMS, WhatsApp or web chat. */
export const messagingSession: ObjectDef = {
  ...object('MessagingSession', 'Messaging Session', '0Mw'),
  nameField: 'Id',
  fields: [
    ...system(),
    ref('LeadId', 'Lead ID', ['Lead']),
    ref('EndUserContactId', 'Contact ID', ['Contact'], 'EndUserContact'),
    fixed(closed('ChannelType', 'Channel Type', ['Text', 'WhatsApp', 'Facebook', 'EmbeddedMessaging'])),
    fixed(closed('Origin', 'Origin', ['InboundInitiated', 'AgentInitiated', 'TriggeredOutbound'])),
    fixed(closed('AgentType', 'Agent Type', ['Agent', 'Bot', 'BotToAgent', 'System'])),
    closed('Status', 'Status', ['New', 'Active', 'Ended'], { usual: 'Ended' }),
  ],
};
