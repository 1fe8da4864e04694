// Reading fields out of Salesforce's records, which hold strings, numbers, booleans, nulls and records.

import { own } from '@/lib/util/object';
import type { OrgRecord } from './shapes';

/** The record under a name: Contact in a contact role. null where there is none. */
export function inner(record: OrgRecord, name: string): OrgRecord | null {
  const value = record[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** The records of a child relationship in a query's row. */
export function children(record: OrgRecord, name: string): OrgRecord[] {
  const list = inner(record, name)?.records;
  return Array.isArray(list)
    ? list.flatMap((one) => (typeof one === 'object' && one !== null ? [{ ...one }] : []))
    : [];
}

/** A field as text; '' where it is empty, not there, or no plain value. Dots go into records: Account.Name. */
export function textOf(record: OrgRecord, path: string): string {
  const [first = '', ...rest] = path.split('.');
  if (rest.length > 0) {
    const next = inner(record, first);
    return next ? textOf(next, rest.join('.')) : '';
  }
  const value = own(record, first);
  return typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

export const flag = (record: OrgRecord, path: string): boolean => textOf(record, path) === 'true';

/** A field that may be a day without a time: that stays a day, for it has no zone. Else as isoTime. */
export const timeOrDay = (value: string): string | null =>
  isoTime(value) === null ? null : /^\d{4}-\d\d-\d\d$/.test(value) ? value : isoTime(value);

/** Salesforce's time (2026-10-03T12:00:00.000+0000) or day, as ISO 8601 in UTC; null where it is none. */
export function isoTime(value: string): string | null {
  const zoned = value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(zoned)) return null;
  const date = new Date(zoned);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
