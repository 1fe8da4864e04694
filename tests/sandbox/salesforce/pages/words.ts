// Names of records and shown forms of values, for the pages.
import type { ObjectName, SfRecord, Value } from '../model';
import { fieldOf, objectOf } from '../schema/objects';
import type { OrgState } from '../store';

export function nameOf(record: SfRecord): string {
  const { Name = null, Subject = null } = record.values;
  return String(Name ?? Subject ?? '') || '(no name)';
}

export function detailOf(record: SfRecord): string {
  const parts: Partial<Record<ObjectName, (Value | undefined)[]>> = {
    Lead: [record.values.Title, record.values.Company],
    Contact: [record.values.Title],
    Account: [record.values.Industry, record.values.BillingCountry],
    Opportunity: [record.values.StageName, record.values.Amount],
  };
  return (parts[record.type] ?? []).filter(Boolean).join(' · ');
}

/** A value as a person reads it: an owner's or another record's name, a number with separators. */
export function textOf(org: OrgState, record: SfRecord, name: string): string {
  const field = fieldOf(objectOf(record.type), name);
  const value = record.values[name] ?? null;
  if (value === null) return '';
  if (field?.type === 'reference') {
    const target = org.findAny(field.referenceTo, String(value));
    return target ? nameOf(target) : String(value);
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
}

export const pathOf = (record: SfRecord) => `/lightning/r/${record.type}/${record.id}/view`;
