// What has happened on a record, newest first: tasks, events, emails, and changes of its stage.
import type { SfRecord } from '../model';
import { objectOf } from '../schema/objects';
import type { OrgState } from '../store';
import type { TimelineItem } from './view';

const MOST = 60;

export function timeline(org: OrgState, record: SfRecord): TimelineItem[] {
  const fields = record.type === 'Account' ? ['AccountId', 'WhatId'] : ['WhoId', 'WhatId'];
  const about = (item: SfRecord) => fields.some((field) => item.values[field] === record.id);
  const tasks = org.all('Task').filter(about);
  const messages = new Map(org.all('EmailMessage').map((message) => [message.values.ActivityId, message]));
  const items = [
    ...tasks.map((task) => email(messages.get(task.id)) ?? taskItem(task)),
    ...org.all('Event').filter(about).map(eventItem),
    ...changes(org, record),
  ];
  return items.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST);
}

const html = (text: unknown) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\n', '<br>');

function email(message: SfRecord | undefined): TimelineItem | null {
  if (!message) return null;
  const { values } = message;
  return {
    id: message.id,
    kind: 'email',
    at: String(values.MessageDate ?? values.CreatedDate),
    title: values.Incoming === true ? 'Email received' : 'Email sent',
    detail: String(values.Subject ?? ''),
    body: html(values.TextBody),
  };
}

function taskItem(task: SfRecord): TimelineItem {
  const { values } = task;
  const call = values.TaskSubtype === 'Call';
  const note = values.Type === 'Other' && values.IsClosed === true;
  const at =
    values.CompletedDateTime ??
    (values.ActivityDate ? `${values.ActivityDate}T09:00:00.000Z` : values.CreatedDate);
  return {
    id: task.id,
    kind: call ? 'call' : note ? 'note' : 'task',
    at: String(at),
    title: call
      ? `${values.CallType ?? ''} call`.trim()
      : note
        ? String(values.Subject ?? 'Note')
        : `Task: ${values.Subject ?? ''}`,
    detail: String((call ? values.CallDisposition : note ? '' : values.Status) ?? ''),
    body: html(values.Description),
  };
}

function eventItem(event: SfRecord): TimelineItem {
  const { values } = event;
  return {
    id: event.id,
    kind: 'meeting',
    at: String(values.StartDateTime ?? values.CreatedDate),
    title: String(values.Subject ?? 'Meeting'),
    detail: String(values.Meeting_Outcome__c ?? ''),
    body: html(values.Description),
  };
}

function changes(org: OrgState, record: SfRecord): TimelineItem[] {
  const { history, fields } = objectOf(record.type);
  if (!history) return [];
  const label = (name: unknown) => fields.find((field) => field.name === name)?.label ?? String(name);
  return org
    .all(history.type)
    .filter((row) => row.values[history.field] === record.id && row.values.Field !== 'created')
    .map((row) => ({
      id: row.id,
      kind: 'change',
      at: String(row.values.CreatedDate),
      title:
        row.values.Field === 'leadConverted'
          ? 'Lead converted'
          : `${label(row.values.Field)}: ${row.values.OldValue ?? '(empty)'} → ${row.values.NewValue ?? '(empty)'}`,
      detail: '',
      body: '',
    }));
}
