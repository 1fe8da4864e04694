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

/** YYYY-MM-DD in UTC. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
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
