// What HubSpot's answers tell of this key's allowance of calls.

export type RateLimit = {
  max: number | null;
  remaining: number | null;
  intervalMs: number | null;
  /** When `remaining` was told (ISO). */
  readAt: string | null;
};

/** Notes what an answer tells, at `now`. Search answers carry no such headers: what is not said stays as it was. */
export function noteLimit(headers: Headers, limit: RateLimit, now: () => Date): void {
  const read = (name: string) => {
    const value = headers.get(name);
    return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
  };
  limit.max = read('x-hubspot-ratelimit-max') ?? limit.max;
  const remaining = read('x-hubspot-ratelimit-remaining');
  if (remaining !== null) {
    limit.remaining = remaining;
    limit.readAt = now().toISOString();
  }
  limit.intervalMs = read('x-hubspot-ratelimit-interval-milliseconds') ?? limit.intervalMs;
}
