// Whether Salesforce kept what it was given: it stores the same value in more than one form.

import { severalOf } from '@/lib/record/field';
import type { OrgRecord } from '../client/shapes';
import { isoTime, textOf } from '../client/values';

/** A day, or a time on it; not a text that begins with one. */
const TIME = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/;
const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

/** To the second, which is all that Salesforce keeps; a day on its own is the same as each time on it. */
function sameTime(wanted: string, found: string): boolean {
  const [one, other] = [wanted, found].map((text) => (text.includes('T') ? isoTime(text) : null));
  if (!one || !other) return wanted.slice(0, 10) === found.slice(0, 10);
  return one.slice(0, 19) === other.slice(0, 19);
}

/** Values of a field of several come back in the org's own order. */
const setOf = (text: string) => severalOf(text).map(squash).sort().join(';');

/** Equal as a value: outer and repeated spaces, number forms (5, 5.0) and a time on the same day as a day don't count. */
export function sameValue(wanted: string, found: string): boolean {
  if (squash(wanted) === squash(found)) return true;
  if (squash(wanted) === '' || squash(found) === '') return false;
  if (/^-?\d+(\.\d+)?$/.test(wanted) && /^-?\d+(\.\d+)?(E\d+)?$/i.test(found))
    return Number(wanted) === Number(found);
  if (TIME.test(wanted)) return TIME.test(found) && sameTime(wanted, found);
  if (/^(true|false)$/i.test(wanted)) return wanted.toLowerCase() === found.toLowerCase();
  if (wanted.includes(';')) return setOf(wanted) === setOf(found);
  // 15 and 18 characters of the same id.
  return /^[a-z\d]{15}$/i.test(wanted) && found.length === 18 && found.startsWith(wanted);
}

export type Difference = { field: string; wanted: string; found: string };

/** The values that a record, as read back, does not have. */
export function differences(record: OrgRecord, wanted: Readonly<Record<string, string>>): Difference[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const found = textOf(record, field);
    return sameValue(value, found) ? [] : [{ field, wanted: value, found }];
  });
}
