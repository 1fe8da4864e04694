// HubSpot's times: ISO strings, epoch milliseconds as text or number, or the client's dates. Ours: ISO 8601 in UTC.

/** The ISO form of a time however HubSpot wrote it; null where it is none. A bare day is that day at 00:00 UTC. */
export function isoTime(value: unknown): string | null {
  const date = toDate(value);
  if (!date || Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date.toISOString() : null;
}

function toDate(value: unknown): Date | null {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{9,15}$/.test(text)) return new Date(Number(text));
  // A time without a zone is UTC: HubSpot's servers speak no other.
  if (/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text)) return new Date(`${text}Z`);
  return /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : null;
}

/** The ISO day (UTC) of a time; null where it is none. */
export function isoDay(value: unknown): string | null {
  return isoTime(value)?.slice(0, 10) ?? null;
}
