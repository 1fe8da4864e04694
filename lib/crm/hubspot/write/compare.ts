// Whether HubSpot kept what it was given: it stores the same value in more than one form.

import { own } from '@/lib/util/object';
import type { HubSpotObject } from '../client/shapes';
import { isoTime } from '../client/times';

/** A day, or a time on it; not a text that begins with one. */
const TIME = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Equal as a value: outer and repeated spaces, number forms (5, 5.0) and forms of the same day don't count. */
export function sameValue(wanted: string, found: string): boolean {
  if (squash(wanted) === squash(found)) return true;
  if (wanted.trim() === '' || found.trim() === '') return false;
  if (/^-?\d+(\.\d+)?$/.test(wanted) && /^-?\d+(\.\d+)?(E\d+)?$/i.test(found))
    return Number(wanted) === Number(found);
  if (TIME.test(wanted)) {
    // To the second; a day on its own is the same as each time on it.
    const [one, other] = [isoTime(wanted), isoTime(found)];
    const most = [wanted, found].some((text) => DAY.test(text)) ? 10 : 19;
    return one !== null && one.slice(0, most) === other?.slice(0, most);
  }
  if (/^(true|false)$/i.test(wanted)) return wanted.toLowerCase() === found.toLowerCase();
  const sets = [wanted, found].map((text) => text.split(';').map(squash).filter(Boolean).sort().join(';'));
  return wanted.includes(';') && sets[0] === sets[1];
}

export type Difference = { field: string; wanted: string; found: string };

/** The values that a record, as read back, does not have. */
export function differences(record: HubSpotObject, wanted: Readonly<Record<string, string>>): Difference[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const found = own(record.properties, field) ?? '';
    return sameValue(value, found) ? [] : [{ field, wanted: value, found }];
  });
}
