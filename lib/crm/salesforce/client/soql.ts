// SOQL from parts: the only place where a value gets into a query.
import * as v from 'valibot';
import { madeWhole } from '@/lib/util/whole-text';
import { BASE } from './version';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A value as a SOQL string, quotes included; whatever the CRM holds in it, a query can be sent with it. */
export const text = (value: string): string =>
  `'${madeWhole(value).replace(/[\\'\n\r\t]/g, (sign) => ESCAPES[sign] ?? '')}'`;

/** A part of a LIKE pattern that stands for itself. */
export const literally = (value: string): string => value.replace(/[%_\\]/g, '\\$&');

/** The address of a query, for a composite call. `reference`: to another call's answer, which stays readable in it. */
export const queryUrl = (soql: string, reference = ''): string => {
  const url = `${BASE}/query?q=${encodeURIComponent(soql)}`;
  return reference === '' ? url : url.replaceAll(encodeURIComponent(reference), reference);
};

/** The same, with what lies in the recycle bin. */
export const queryAllUrl = (soql: string): string => `${BASE}/queryAll?q=${encodeURIComponent(soql)}`;

/** The address of a record; `id` may be a reference to another call's answer. */
export const recordUrl = (object: string, id: string): string => `${BASE}/sobjects/${object}/${id}`;

/** The name of a field or an object: nothing else gets into a query. */
const FieldName = v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,79}(\.[A-Za-z]\w{0,79})?$/));
export const isName = (name: string): boolean => v.is(FieldName, name);
