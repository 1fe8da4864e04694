// The search index: every record as it was a while ago.
import type { CrmRecord } from '../model';
import { valueAt } from '../model';
import type { PortalState } from '../store';
import type { ObjectType } from '../types';

/** `record` holds the values of that time only; `text` is what a free query looks through. */
export type IndexEntry = { record: CrmRecord; text: string; value(property: string): string };

const searchable: Record<string, string[]> = {
  contacts: ['firstname', 'lastname', 'email', 'phone', 'company'],
  companies: ['name', 'domain', 'website', 'phone'],
  deals: ['dealname', 'description'],
  notes: ['hs_note_body'],
  leads: ['hs_lead_name'],
};

/** The records of a type as they were at a time (ISO), without those that weren't there yet or are gone. */
export function indexed(portal: PortalState, type: ObjectType, at: string): IndexEntry[] {
  return portal
    .all(type.name)
    .filter((record) => record.createdAt <= at && !record.archivedAt && !record.mergedInto)
    .map((record) => {
      const past = record.updatedAt <= at ? record : asOf(record, at);
      const value = (property: string) => past.history[property]?.[0]?.value ?? '';
      const names = searchable[type.name] ?? [
        'hs_task_subject',
        'hs_call_title',
        'hs_meeting_title',
        'hs_email_subject',
      ];
      const text = names.map(value).join(' ').toLowerCase();
      return { record: past, text, value };
    })
    .sort((a, b) => a.record.id.length - b.record.id.length || a.record.id.localeCompare(b.record.id));
}

function asOf(record: CrmRecord, at: string): CrmRecord {
  const history = Object.fromEntries(
    Object.entries(record.history).map(([name, versions]) => [
      name,
      versions.filter((version) => version.timestamp <= at),
    ]),
  );
  // Upkeep has one version only; an index that runs behind shows the time of making.
  const updatedAt = valueAt(record, 'lastmodifieddate', at) || record.createdAt;
  return { ...record, updatedAt, history };
}
