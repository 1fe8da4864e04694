// Records and values in the form in which the API shows them.
import type { FieldDef, SfRecord, Value } from '../model';

export const VERSION = 'v66.0';
export type Shown = { [name: string]: unknown };

export function attributes(type: string, id: string, version = VERSION): Shown {
  return { type, url: `/services/data/${version}/sobjects/${type}/${id}` };
}

/** A time as REST gives it: 2026-11-21T12:00:00.000+0000. */
export function shownValue(field: FieldDef | null, value: Value): Value {
  return field?.type === 'datetime' && typeof value === 'string' ? value.replace('Z', '+0000') : value;
}

export const attributesOf = (record: SfRecord) => attributes(record.type, record.id);
