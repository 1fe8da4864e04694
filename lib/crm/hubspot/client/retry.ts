// When a call is made again, and after how long. Pure.
import type { ProblemError } from '@/lib/problem/problem';

/** Longest time that one call may spend waiting between its tries: the rep is on a call, and a worker is short-lived. */
export const WAIT_BUDGET_MS = 8_000;

export type Attempt = {
  /** 0 for the first try. */
  number: number;
  /** A read, or a POST that only reads: repeating it does nothing. */
  readOnly: boolean;
  waitedMs: number;
  /** From the headers of earlier answers; 10 s where HubSpot hasn't said. */
  intervalMs: number;
};

/**
 * Milliseconds to wait before trying again; null: don't.
 * A write is repeated only where HubSpot itself said that it did nothing: 429 (refused) and 423 (locked).
 * A timeout is never repeated: a second one would outlast the worker.
 */
export function waitBefore(
  failure: ProblemError['problem'],
  policy: string | null,
  attempt: Attempt,
  random: () => number,
): number | null {
  const wait = rawWait(failure, policy, attempt, random);
  return wait !== null && attempt.waitedMs + wait <= WAIT_BUDGET_MS ? wait : null;
}

function rawWait(
  { kind, status, retryAfterMs }: ProblemError['problem'],
  policy: string | null,
  { number, readOnly, intervalMs }: Attempt,
  random: () => number,
): number | null {
  const lost = kind === 'odd-answer' && !readOnly;
  if (lost || status === 477) return null;
  if (status === 423) return number === 0 ? (retryAfterMs ?? 2_000) : null;
  if (status === 429) {
    if (number >= 4 || policy === 'DAILY') return null;
    if (retryAfterMs !== undefined) return Math.max(retryAfterMs, 100);
    const first = policy === 'SECONDLY' ? 1_000 : intervalMs / 5;
    return first * 1.5 ** number + random() * 250;
  }
  const passing = kind === 'offline' || kind === 'crm-down' || (kind === 'odd-answer' && status === 200);
  if (!readOnly || !passing || number >= 2) return null;
  // Nothing is repeated sooner than HubSpot asked for.
  return Math.max(300 * 3 ** number + random() * 200, retryAfterMs ?? 0);
}
