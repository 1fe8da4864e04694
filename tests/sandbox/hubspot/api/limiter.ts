// HubSpot's allowances: so many calls of a key in a rolling ten seconds, so many searches of a portal in one.
import { randomUUID } from 'node:crypto';
import type { Key } from '../keys';
import { Refusal } from '../problem';
import type { Settings } from '../settings';

export class Limiter {
  readonly #calls = new Map<string, number[]>();

  constructor(
    readonly settings: Settings,
    readonly now: () => number,
  ) {}

  /** Counts a call. The headers belong on its answer; refuses with 429 when the allowance is used up. */
  count(key: Key, search: boolean): Record<string, string> {
    const { rateLimit, searchesPerSecond } = this.settings;
    if (search) {
      const left = this.#take(`search ${key.portal}`, searchesPerSecond, 1000);
      if (left < 0) throw tooMany('SECONDLY', 'secondly', {});
    }
    const left = this.#take(key.name, rateLimit.max, rateLimit.intervalMs);
    const headers = {
      'x-hubspot-ratelimit-max': String(rateLimit.max),
      'x-hubspot-ratelimit-remaining': String(Math.max(0, left)),
      'x-hubspot-ratelimit-interval-milliseconds': String(rateLimit.intervalMs),
    };
    if (left < 0) throw tooMany('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling', headers);
    return search ? {} : headers;
  }

  /** What is left of an allowance after one more; negative when it was used up before. */
  #take(name: string, max: number, intervalMs: number): number {
    const now = this.now();
    const recent = (this.#calls.get(name) ?? []).filter((at) => at > now - intervalMs);
    if (recent.length >= max) return -1;
    this.#calls.set(name, [...recent, now]);
    return max - recent.length - 1;
  }
}

/** HubSpot's 429; also what a test arms to have one. */
export function tooMany(policyName: string, words: string, headers: Record<string, string>): Refusal {
  return new Refusal(429, 'RATE_LIMITS', `You have reached your ${words} limit.`, {
    headers,
    fields: { errorType: 'RATE_LIMIT', policyName, requestId: randomUUID() },
  });
}
