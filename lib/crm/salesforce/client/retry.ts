// When a call is made again, and after how long. Pure.
import * as v from 'valibot';
import type { ProblemError } from '@/lib/problem/problem';
import { parseJson } from './answer';
import { codeOf } from './problems';

/** Longest time that one call may spend waiting between its tries: the rep is on a call, and a worker is short-lived. */
export const WAIT_BUDGET_MS = 8_000;

const compositeSchema = v.object({ compositeRequest: v.array(v.object({ method: v.literal('GET') })) });

/** A GET, or a composite of nothing but GETs: repeating it does nothing. */
export function isReadOnly(method: string, url: string, body: string | undefined): boolean {
  if (method === 'GET') return true;
  const composite = method === 'POST' && new URL(url).pathname.endsWith('/composite');
  return composite && v.is(compositeSchema, parseJson(body ?? ''));
}

export type Attempt = { number: number; readOnly: boolean; waited: number };

/**
 * Milliseconds to wait before trying again; null: don't. A write is repeated only where Salesforce said that it did
 * nothing because a row was locked, and once. A timeout is never repeated: a second one would outlast the worker.
 * Nothing is repeated sooner than Salesforce asked for.
 */
export function waitBefore(error: ProblemError, attempt: Attempt, random: () => number): number | null {
  const { number, readOnly, waited } = attempt;
  const { kind, status, retryAfterMs = 0 } = error.problem;
  const wait = Math.max(300 * 3 ** number + random() * 200, retryAfterMs);
  if (waited + wait > WAIT_BUDGET_MS) return null;
  if (codeOf(error) === 'UNABLE_TO_LOCK_ROW') return number === 0 ? wait + 400 : null;
  const passing = kind === 'offline' || kind === 'crm-down' || (kind === 'odd-answer' && status === 200);
  return readOnly && passing && number < 2 ? wait : null;
}
