// When a CRM wants to be asked again, as its answers say it.
import { httpDate } from './crm-clock';

/**
 * What is heeded at most. Whoever waits for longer is helped by asking once an hour, and so is whoever has to wait for an
 * odd answer of something in between, which may name a year.
 */
const MOST_MS = 60 * 60_000;

/**
 * Retry-After in milliseconds, whether seconds or a date, an hour at most; undefined where there is none, and for what is
 * no time to come. A date counts from the answer's own, for this computer's clock may be wrong.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const ms = /^\d+(\.\d+)?$/.test(value)
    ? Number(value) * 1000
    : (httpDate(value) ?? Number.NaN) - (httpDate(headers.get('date')) ?? Number.NaN);
  return ms >= 0 ? Math.min(Math.round(ms), MOST_MS) : undefined;
}
