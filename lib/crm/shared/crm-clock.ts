// The CRM's own clock, as its answers tell it: nobody sets it at this machine.
import type { CrmTime } from './crm';

/** A date as HTTP writes it (RFC 9110, 5.6.7). Anything else is no clock to go by. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Epoch ms, in whole seconds; null for what is no date of HTTP's. */
export function httpDate(value: string | null): number | null {
  const at = value !== null && HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

export type CrmClock = {
  /** Takes in the headers of an answer of the CRM's. One without a date changes nothing. */
  heard(headers: Headers): void;
  told(): CrmTime | null;
};

/**
 * `elapsed`: ms since some moment, by what no change of the computer's clock moves. A server that has a clock dates each
 * of its answers (RFC 9110, 6.6.1: all but 5xx). A worker with the permission for a host may read all headers of its
 * answers (developer.chrome.com, "Cross-origin network requests"); the limits that HubSpot tells come that way too.
 */
export function createCrmClock(elapsed: () => number = () => performance.now()): CrmClock {
  let last: { at: number; heard: number } | null = null;
  return {
    heard(headers) {
      const at = httpDate(headers.get('date'));
      if (at !== null) last = { at, heard: elapsed() };
    },
    told: () => last && { at: last.at, agoMs: elapsed() - last.heard },
  };
}
