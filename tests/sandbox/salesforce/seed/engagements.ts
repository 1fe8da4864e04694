// What has happened with a person in HubSpot, as tasks, events, email messages and campaign responses.
import { dispositions } from '../../hubspot/definitions/others';
import { type CrmRecord, valueIn } from '../../hubspot/model';
import type { PortalState } from '../../hubspot/store';
import type { SfRecord, Values } from '../model';
import type { Builder } from './builder';

const labels: Record<string, string> = {
  [dispositions.connected]: 'Connected',
  [dispositions.noAnswer]: 'No answer',
  [dispositions.voicemail]: 'Left voicemail',
  [dispositions.busy]: 'Busy',
  [dispositions.gatekeeper]: 'Reached gatekeeper',
};
const outcomes: Record<string, string> = {
  SCHEDULED: 'Scheduled',
  COMPLETED: 'Held',
  RESCHEDULED: 'Rescheduled',
  NO_SHOW: 'No show',
  CANCELED: 'Canceled',
};
const OURS = 'sales@harbourlane.example';

export function relive(
  builder: Builder,
  portal: PortalState,
  from: CrmRecord,
  person: SfRecord,
  owner: string,
) {
  const of = (type: 'calls' | 'emails' | 'meetings' | 'communications' | 'notes' | 'tasks') =>
    portal.linked(from, type).map((record) => ({
      record,
      at: valueIn(record, 'hs_timestamp') || record.createdAt,
      is: (name: string) => valueIn(record, name),
    }));
  const about: Values = { WhoId: person.id, OwnerId: owner, WhatId: null };
  const done = (at: string): Values => ({
    Status: 'Completed',
    ActivityDate: at.slice(0, 10),
    CompletedDateTime: at,
  });

  for (const { at, is } of of('calls')) {
    const inbound = is('hs_call_direction') === 'INBOUND';
    const call: Values = {
      ...{ Subject: 'Call', TaskSubtype: 'Call', Type: 'Call', CallType: inbound ? 'Inbound' : 'Outbound' },
      CallDisposition: labels[is('hs_call_disposition')] ?? null,
      CallDurationInSeconds: Math.round(Number(is('hs_call_duration') || 0) / 1000),
      Description: is('hs_call_body') || null,
    };
    builder.add('Task', { ...about, ...done(at), ...call }, at);
  }
  for (const { at, is } of of('emails')) {
    const incoming = is('hs_email_direction') === 'INCOMING_EMAIL';
    mail(
      builder,
      person,
      owner,
      at,
      incoming,
      { Subject: is('hs_email_subject'), TextBody: is('hs_email_text') },
      from,
    );
  }
  for (const { at, is, record } of of('meetings')) {
    const meeting: Values = {
      ...{ Subject: 'Meeting', Type: 'Meeting', StartDateTime: is('hs_meeting_start_time') || at },
      EndDateTime: is('hs_meeting_end_time') || null,
      DurationInMinutes: 30,
      Description: is('hs_meeting_body') || null,
      Meeting_Outcome__c: outcomes[is('hs_meeting_outcome')] ?? null,
    };
    builder.add('Event', { ...about, ...meeting }, record.createdAt);
  }
  for (const { at, is } of of('communications')) {
    const who = person.type === 'Lead' ? { LeadId: person.id } : { EndUserContactId: person.id };
    const Origin = is('hs_communication_direction') === 'INBOUND' ? 'InboundInitiated' : 'AgentInitiated';
    const ChannelType = is('hs_communication_channel_type') === 'WHATS_APP' ? 'WhatsApp' : 'Text';
    builder.add('MessagingSession', { ...who, ChannelType, Origin }, at);
  }
  for (const { at, is } of of('notes'))
    builder.add(
      'Task',
      { ...about, ...done(at), Subject: 'Note', Type: 'Other', Description: is('hs_note_body') },
      at,
    );
  for (const { at, is } of of('tasks'))
    builder.add('Task', { ...about, Subject: is('hs_task_subject'), ActivityDate: at.slice(0, 10) }, at);
  respond(builder, from, person);
}

/** An email as Enhanced Email keeps it: the message, who stands in it, and a task beside it. */
export function mail(
  builder: Builder,
  person: SfRecord,
  owner: string,
  at: string,
  incoming: boolean,
  text: Values,
  from: CrmRecord | null,
) {
  const address = String(person.values.Email ?? 'nobody@mail.example');
  const opened = from ? valueIn(from, 'hs_sales_email_last_opened') : '';
  const seen = !incoming && opened >= at;
  const task = builder.add(
    'Task',
    {
      ...{ WhoId: person.id, OwnerId: owner, TaskSubtype: 'Email', Type: 'Email', Status: 'Completed' },
      ...{
        Subject: `Email: ${text.Subject}`,
        Description: text.TextBody ?? null,
        ActivityDate: at.slice(0, 10),
        CompletedDateTime: at,
      },
    },
    at,
  );
  const message = builder.add(
    'EmailMessage',
    {
      ...text,
      ...{ Incoming: incoming, Status: incoming ? '1' : '3', MessageDate: at, ActivityId: task.id },
      ...{
        FromAddress: incoming ? address : OURS,
        ToAddress: incoming ? OURS : address,
        IsTracked: !incoming,
      },
      ...(seen && { IsOpened: true, FirstOpenedDate: opened, LastOpenedDate: opened }),
    },
    at,
  );
  const relate = (RelationId: string, RelationType: string, RelationAddress: string) =>
    builder.add(
      'EmailMessageRelation',
      { EmailMessageId: message.id, RelationId, RelationType, RelationAddress },
      at,
    );
  relate(person.id, incoming ? 'FromAddress' : 'ToAddress', address);
  relate(owner, incoming ? 'ToAddress' : 'FromAddress', OURS);
}

/** A form that was sent, a list that was bought: membership of a campaign of that name. */
function respond(builder: Builder, from: CrmRecord, person: SfRecord) {
  const who = person.type === 'Lead' ? { LeadId: person.id } : { ContactId: person.id };
  const sentForm = (form: string, at: string) => {
    if (form === '') return;
    const campaign = campaignOf(
      builder,
      form,
      form.startsWith('Newsletter') ? 'Newsletter' : form.startsWith('Webinar') ? 'Webinar' : 'Web Form',
    );
    builder.add(
      'CampaignMember',
      { ...who, CampaignId: campaign, Status: 'Responded', FirstRespondedDate: at.slice(0, 10) },
      at,
    );
  };
  const last = valueIn(from, 'recent_conversion_event_name');
  const first = valueIn(from, 'first_conversion_event_name');
  if (first !== last) sentForm(first, valueIn(from, 'first_conversion_date'));
  sentForm(last, valueIn(from, 'recent_conversion_date'));
  const list = valueIn(from, 'hs_analytics_source_data_2');
  if (/bought/i.test(list))
    builder.add(
      'CampaignMember',
      { ...who, CampaignId: campaignOf(builder, list, 'Purchased List'), Status: 'Sent' },
      from.createdAt,
    );
}

function campaignOf(builder: Builder, name: string, type: string): string {
  const known = builder.org.all('Campaign').find((campaign) => campaign.values.Name === name.slice(0, 80));
  if (known) return known.id;
  const values = {
    Name: name,
    Type: type,
    Status: 'In Progress',
    IsActive: true,
    StartDate: builder.ago(900).slice(0, 10),
    OwnerId: builder.author,
  };
  return builder.add('Campaign', values, builder.ago(900)).id;
}
