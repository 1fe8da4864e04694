// The values that a picklist offers to records of a record type.
import type { FieldDef, ObjectDef, PickValue, Value } from '../model';
import { MASTER, recordTypes } from '../schema/picklists';
import type { OrgState } from '../store';

/** All values for the master record type and for types that narrow nothing. `recordType`: an id or null. */
export function picksFor(org: OrgState, object: ObjectDef, field: FieldDef, recordType: Value): PickValue[] {
  if (typeof recordType !== 'string' || recordType === MASTER) return field.values;
  const name = org.find('RecordType', recordType)?.values.DeveloperName;
  const row = recordTypes.find((type) => type.object === object.name && type.developerName === name);
  const only = row?.narrowed[field.name];
  return only ? field.values.filter((option) => only.includes(option.value)) : field.values;
}

/** The record type that new records of an object get; null where it has none. */
export function usualRecordType(org: OrgState, object: ObjectDef): string | null {
  const row = recordTypes.find((type) => type.object === object.name && type.isDefault);
  const found = org
    .all('RecordType')
    .find(
      (type) => type.values.SobjectType === object.name && type.values.DeveloperName === row?.developerName,
    );
  return found?.id ?? null;
}
