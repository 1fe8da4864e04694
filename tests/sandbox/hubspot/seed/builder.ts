// Puts seeded records and links into the store, with ids that stay the same for the same seed.
import type { Change } from '../change';
import { dispositions } from '../definitions/others';
import { type CrmRecord, type End, type TypeName, typeNames } from '../model';
import { newRecord, withValues } from '../rules/record';
import type { Store } from '../store';
import { associationType } from '../types';
import { type Event, rollUp, timeAgo } from './events';

const firstIds: Record<TypeName, number> = {
  contacts: 51_000_000_100,
  companies: 8_200_000_100,
  deals: 19_400_000_100,
  leads: 39_100_000_100,
  notes: 60_100_000_100,
  tasks: 60_200_000_100,
  calls: 60_300_000_100,
  meetings: 60_400_000_100,
  emails: 60_500_000_100,
  communications: 60_600_000_100,
};

export class Builder {
  readonly #next: Record<TypeName, number>;
  #nudge = 0;

  constructor(
    readonly store: Store,
    readonly portal: string,
    readonly now: Date,
    /** Added to every id: no id of one portal means a record of another. */
    offset = 0,
  ) {
    this.#next = { ...firstIds };
    for (const type of typeNames) this.#next[type] += offset;
  }

  /** Adds a record made so many days ago; the values are of that time. */
  add(type: TypeName, values: Record<string, string>, days: number, sourceType = 'IMPORT'): CrmRecord {
    const id = String(this.#next[type]);
    this.#next[type] += 7;
    const at = this.ago(days);
    const record = withValues(newRecord(this.portal, type, id, at), values, at, { sourceType });
    return this.#keep(record);
  }

  /** Later values, with their own place in the history. */
  set(record: CrmRecord, values: Record<string, string>, at: string, sourceType: string): CrmRecord {
    const changed = withValues(record, values, at, { sourceType });
    return this.#keep(record.updatedAt > at ? { ...changed, updatedAt: record.updatedAt } : changed);
  }

  put(record: CrmRecord) {
    this.#keep(record);
  }

  link(from: End, to: End, typeId: number) {
    const inverse = associationType(from.type, to.type, typeId)?.inverse ?? typeId;
    const end = ({ type, id }: End) => ({ type, id });
    const changes: Change[] = [
      { kind: 'link', link: { portal: this.portal, from: end(from), to: end(to), typeId } },
      { kind: 'link', link: { portal: this.portal, from: end(to), to: end(from), typeId: inverse } },
    ];
    this.store.load(changes);
  }

  /** A contact's primary company, as HubSpot has it: labelled and unlabelled. */
  employ(contact: CrmRecord, company: CrmRecord): CrmRecord {
    this.link(contact, company, 279);
    this.link(contact, company, 1);
    return this.set(contact, { associatedcompanyid: company.id }, contact.createdAt, 'CALCULATED');
  }

  /** Engagements for what happened, and the contact's roll-ups. */
  live(contact: CrmRecord, events: Event[], owner: string, name: string): CrmRecord {
    const timed = events.map((event) => {
      this.#nudge += 1;
      return { event, at: timeAgo(this.now, event.days, this.#nudge) };
    });
    for (const { event, at } of timed) {
      const made = engagement(event, at, name);
      if (!made) continue;
      const values = { ...made.values, hs_timestamp: at, hubspot_owner_id: owner };
      const record = this.add(made.type, values, Math.max(event.days, 0), 'CRM_UI');
      this.link(record, contact, made.typeId);
    }
    const values = rollUp(timed);
    const latest =
      timed
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? contact.createdAt;
    const at = latest > this.now.toISOString() ? this.ago(0.1) : latest;
    return this.set(contact, values, at, 'CALCULATED');
  }

  ago(days: number): string {
    return timeAgo(this.now, days, this.#nudge);
  }

  #keep(record: CrmRecord): CrmRecord {
    this.store.load([{ kind: 'record', record }]);
    return record;
  }
}

const HOUR = 3_600_000;

function engagement(
  event: Event,
  at: string,
  name: string,
): { type: TypeName; typeId: number; values: Record<string, string> } | null {
  if (event.kind === 'note') return { type: 'notes', typeId: 202, values: { hs_note_body: event.text } };
  if (event.kind === 'task') {
    const values = { hs_task_subject: event.text, hs_task_status: 'NOT_STARTED', hs_task_type: 'TODO' };
    return { type: 'tasks', typeId: 204, values };
  }
  if (event.kind === 'email') {
    const values = {
      hs_email_subject: event.subject,
      hs_email_text: event.text,
      hs_email_direction: event.direction,
      hs_email_status: 'SENT',
    };
    return { type: 'emails', typeId: 198, values };
  }
  if (event.kind === 'message') {
    const values = {
      hs_communication_channel_type: event.channel,
      hs_communication_logged_from: 'CRM',
      hs_communication_direction: event.direction ?? '',
      hs_communication_body: event.text,
    };
    return { type: 'communications', typeId: 81, values };
  }
  if (event.kind === 'call') {
    const connected = event.outcome === 'connected';
    const values = {
      hs_call_title: `Call with ${name}`,
      hs_call_body: event.text ?? '',
      hs_call_direction: event.direction,
      hs_call_disposition: dispositions[event.outcome],
      hs_call_duration: connected ? '412000' : '0',
      hs_call_status: connected ? 'COMPLETED' : 'NO_ANSWER',
    };
    return { type: 'calls', typeId: 194, values };
  }
  if (event.kind === 'meeting') {
    const values = {
      hs_meeting_title: `Meeting with ${name}`,
      hs_meeting_body: event.text ?? '',
      hs_meeting_start_time: at,
      hs_meeting_end_time: new Date(Date.parse(at) + HOUR / 2).toISOString(),
      hs_meeting_outcome: event.outcome,
    };
    return { type: 'meetings', typeId: 200, values };
  }
  return null;
}
