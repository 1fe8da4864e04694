// When a CRM wants to be asked again, as its answers say it.
import { httpDate } from './crm-clock';

/**
 * Retry-After in milliseconds, whether seconds or a date; undefined where there is none. A date counts from the answer's
 * own, for this computer's clock may be wrong.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const from = httpDate(headers.get('date'));
  const ms = Number.isFinite(seconds)
    ? seconds * 1000
    : from === null
      ? Number.NaN
      : Date.parse(value) - from;
  return Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : undefined;
}
