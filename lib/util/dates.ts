// Times and days in words: short, with the year, and the same for every reader.

export const DAY_MS = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds of an ISO time or day; null for null and for what isn't one (a bare number isn't). */
export function timeOf(iso: string | null): number | null {
  if (iso === null || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(iso)) return null;
  // 30 February parses in some engines and not in others: the day must come out as it went in.
  if (new Date(`${iso.slice(0, 10)}T00:00:00Z`).toString() === 'Invalid Date') return null;
  if (isoDay(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) !== iso.slice(0, 10)) return null;
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

/** YYYY-MM-DD where this runs: the day that the rep has. */
export function localDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

/** YYYY-MM-DDTHH:MM where this runs, as a field for a time takes it; '' for what is no time. */
export function localMinute(iso: string): string {
  const ms = timeOf(iso);
  if (ms === null) return '';
  const date = new Date(ms);
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${localDay(date)}T${hours}:${minutes}`;
}

/** The time, in ISO 8601 and UTC, of what localMinute gives; '' for what is none. */
export function fromLocalMinute(text: string): string {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? timeOf(text) : null;
  return ms === null ? '' : new Date(ms).toISOString();
}

const zones = new Map<string, Intl.DateTimeFormat | null>();

/** null for what is no time zone here: a CRM may name one that this browser doesn't have. */
function zoneOf(name: string): Intl.DateTimeFormat | null {
  const before = zones.get(name);
  if (before !== undefined) return before;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-GB', {
      ...parts,
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
  } catch (error) {
    // The only thing that it throws for; anything else is no matter of time zones.
    if (!(error instanceof RangeError)) throw error;
  }
  zones.set(name, made);
  return made;
}

/**
 * The ISO day that a time is in a time zone (Europe/Berlin); in UTC where the zone isn't told or isn't known. A day
 * without a time is that day everywhere, and text that is no ISO time comes back as it is.
 */
export function dayIn(iso: string, zone: string | undefined): string {
  const ms = timeOf(iso);
  if (ms === null || !iso.includes('T')) return iso;
  const format = zone === undefined ? null : zoneOf(zone);
  if (format === null) return isoDay(new Date(ms));
  const found = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${(found.get('year') ?? '').padStart(4, '0')}-${found.get('month')}-${found.get('day')}`;
}

/** YYYY-MM-DD in UTC. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The same of a time where this runs; a day without a time is that day. */
export const localDayWords = (iso: string): string =>
  dayWords(timeOf(iso) === null || !iso.includes('T') ? iso : localDay(new Date(iso)));

/** "3 Oct 2026, 14:05" where this runs; what has no time of day as dayWords. */
export function localTimeWords(iso: string): string {
  const minute = iso.includes('T') ? localMinute(iso) : '';
  return minute === '' ? dayWords(iso) : `${dayWords(minute.slice(0, 10))}, ${minute.slice(11)}`;
}

/** "3 Oct 2026", in UTC; text that is no ISO time comes back as it is. */
export function dayWords(iso: string): string {
  const ms = timeOf(iso);
  if (ms === null) return iso;
  const date = new Date(ms);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The ISO day itself, or the Monday after it where it falls on a weekend; what is no day comes back as it is. */
export function workingDay(iso: string): string {
  const ms = timeOf(iso);
  if (ms === null) return iso;
  const weekday = new Date(ms).getUTCDay();
  return isoDay(new Date(ms + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * DAY_MS));
}
