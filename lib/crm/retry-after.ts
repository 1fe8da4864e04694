// When a CRM wants to be asked again, as its answers say it.

/** Retry-After in milliseconds, whether seconds or a date; undefined where there is none. */
export function retryAfter(headers: Headers, now: () => number = Date.now): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now();
  return Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : undefined;
}
