// What has happened on a record, newest first: engagements, and changes of its stage.
import { dispositions } from '../definitions/others';
import type { CrmRecord, TypeName } from '../model';
import { valueIn } from '../model';
import type { PortalState } from '../store';
import type { TimelineItem } from './view';
import { textOf, wordsFor } from './words';

const MOST = 60;

export function timeline(portal: PortalState, record: CrmRecord): TimelineItem[] {
  const kinds: TypeName[] = ['notes', 'calls', 'emails', 'meetings', 'communications', 'tasks'];
  const engagements = kinds
    .flatMap((type) => portal.linked(record, type))
    .map((item) => engagement(portal, item));
  const changes = ['lifecyclestage', 'hs_lead_status', 'dealstage', 'hs_pipeline_stage'].flatMap((name) =>
    stageChanges(portal, record, name),
  );
  return [...engagements, ...changes].sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST);
}

function engagement(portal: PortalState, record: CrmRecord): TimelineItem {
  const value = (name: string) => valueIn(record, name);
  const base = { id: record.id, at: value('hs_timestamp') || record.createdAt };
  const by = textOf(portal, record, 'hubspot_owner_id');
  switch (record.type) {
    case 'calls': {
      const direction = value('hs_call_direction') === 'INBOUND' ? 'Incoming call' : 'Outgoing call';
      const outcome = textOf(portal, record, 'hs_call_disposition');
      const known = Object.values(dispositions).includes(value('hs_call_disposition'));
      return {
        ...base,
        kind: 'call',
        title: direction,
        detail: known ? outcome : '',
        body: value('hs_call_body'),
      };
    }
    case 'emails': {
      const title = value('hs_email_direction') === 'INCOMING_EMAIL' ? 'Email received' : 'Email sent';
      return {
        ...base,
        kind: 'email',
        title,
        detail: value('hs_email_subject'),
        body: escaped(value('hs_email_text')),
      };
    }
    case 'communications': {
      const detail = textOf(portal, record, 'hs_communication_channel_type');
      return { ...base, kind: 'message', title: 'Message', detail, body: value('hs_communication_body') };
    }
    case 'meetings': {
      const detail = textOf(portal, record, 'hs_meeting_outcome');
      return { ...base, kind: 'meeting', title: 'Meeting', detail, body: value('hs_meeting_body') };
    }
    case 'tasks': {
      const detail = textOf(portal, record, 'hs_task_status');
      return {
        ...base,
        kind: 'task',
        title: `Task: ${value('hs_task_subject')}`,
        detail,
        body: value('hs_task_body'),
      };
    }
    default:
      return { ...base, kind: 'note', title: 'Note', detail: by, body: value('hs_note_body') };
  }
}

function stageChanges(portal: PortalState, record: CrmRecord, name: string): TimelineItem[] {
  const versions = record.history[name] ?? [];
  return versions.map((version, index) => {
    const words = (value: string) => wordsFor(portal, record, name, value) || '(empty)';
    const before = versions[index + 1]?.value ?? '';
    return {
      id: `${name}-${versions.length - index}`,
      kind: 'change',
      at: version.timestamp,
      title: `${portal.property(record.type, name)?.label ?? name}: ${words(before)} → ${words(version.value)}`,
      detail: version.sourceType.toLowerCase().replaceAll('_', ' '),
      body: '',
    };
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
