// HubSpot's refusals as problems that can be shown. Every field of its error body is optional.
import type { Problem, ProblemKind } from '@/lib/problem/problem';
import { ProblemError } from '@/lib/problem/problem';
import { contextStrings, type ErrorBody, parseErrorBody } from './error-body';
import { fieldsTold } from './problem-fields';

const SCOPE = /\b(?:crm\.(?:objects|schemas|lists|pipelines)\.[\w.]+|oauth|tickets|files|automation)\b/g;

function scopesTold(body: ErrorBody): string[] {
  const contexts = [body.context, ...body.errors.map((one) => one.context)];
  const named = contexts.flatMap((context) => contextStrings(context, /scope/i));
  const texts = [body.message ?? '', ...body.errors.map((one) => one.message ?? '')];
  const found = named.length > 0 ? named : texts.flatMap((text) => text.match(SCOPE) ?? []);
  return [...new Set(found)].slice(0, 20);
}

function kindOf(status: number, body: ErrorBody): ProblemKind {
  const codes = body.errors.map((one) => one.code ?? '');
  if (status === 401) return 'key-refused';
  if (status === 403) return body.category === 'MISSING_SCOPES' ? 'missing-scope' : 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (codes.some((code) => /^MISSING_(CONDITIONAL_)?REQUIRED_PROPERTY$/.test(code))) return 'required';
  if (status === 423 || status === 429 || status === 477) return 'busy';
  if (status === 408) return 'timeout';
  if (status >= 500) return 'crm-down';
  if (status === 400 || status === 409 || status === 415 || status === 422) return 'invalid';
  return 'unexpected';
}

/** https://developers.hubspot.com/apisbytier: the day is that of the account's own time zone. */
const USED_UP =
  'Your portal has used up the API calls that it may make in a day. They are there again at midnight, in the portal’s time zone. An admin can raise the limit, or see what else makes calls.';

const short = (text: string) => (text.length > 500 ? `${text.slice(0, 499)}…` : text);

/**
 * What a refused call means. `data` is the parsed body, or undefined where there was none that could be read.
 * Fields carry HubSpot's property names as ids and as labels: session.ts puts the portal's labels in.
 */
export function refusal(status: number, data: unknown, retryAfterMs?: number): ProblemError {
  const body = parseErrorBody(data);
  const kind = kindOf(status, body);
  const fields = kind === 'required' || kind === 'invalid' ? fieldsTold(body) : [];
  const scopes = kind === 'missing-scope' ? scopesTold(body) : [];
  const problem: Problem = {
    kind,
    message: short(body.message ?? `HubSpot answered with status ${status}.`),
    status,
    ...(scopes.length > 0 ? { scopes } : {}),
    ...(fields.length > 0 ? { fields } : {}),
    ...(retryAfterMs !== undefined ? { retryAfterMs } : {}),
    ...(body.policyName === 'DAILY' && kind === 'busy' ? { usedUp: USED_UP } : {}),
    ...(body.correlationId ? { supportId: body.correlationId } : {}),
  };
  return new ProblemError(problem);
}

/** A problem of our own making, in our own words. `cause`: the error that it was made from, for the trace. */
export function problem(
  kind: ProblemKind,
  message: string,
  more: Omit<Problem, 'kind' | 'message'> = {},
  cause?: unknown,
): ProblemError {
  return new ProblemError({ kind, message, ...more }, cause === undefined ? undefined : { cause });
}

export const isProblem = (error: unknown, ...kinds: ProblemKind[]): error is ProblemError =>
  error instanceof ProblemError && (kinds.length === 0 || kinds.includes(error.problem.kind));
