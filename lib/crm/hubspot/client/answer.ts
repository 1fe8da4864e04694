// Reads an answer of HubSpot's to its end and makes sure that it is one: whole, and JSON.
import * as v from 'valibot';
import { ForeignRefusal } from '@/lib/crm/shared/foreign';
import { retryAfter } from '@/lib/crm/shared/retry-after';
import { wholeText } from '@/lib/crm/shared/whole-text';
import type { ProblemError } from '@/lib/problem/problem';
import { withoutSecrets } from '@/lib/util/redact';
import { problem, refusal } from './problems';
import { noteLimit, type RateLimit } from './rate-limit';

export type Answer = { status: number; headers: Record<string, string>; text: string };

/**
 * The answer's status, headers (lower case) and body. Rejects with a ProblemError for refusals, for bodies that are
 * not JSON (a proxy's page, half an answer) and for those that break off. Notes the rate limit in `limit`, told at `now`. The key is
 * taken out of all of it: nobody expects HubSpot to repeat it; if it does, it goes no further.
 */
export async function readAnswer(
  response: Response,
  limit: RateLimit,
  key: string,
  now: () => Date,
): Promise<Answer> {
  const { status } = response;
  noteLimit(response.headers, limit, now);
  const whole = await wholeText(response);
  const text = whole === null ? null : withoutSecrets(whole, [key]);
  const data = text === null ? undefined : parseJson(text);
  if (status >= 200 && status < 300) {
    if (status === 204) return { status, headers: {}, text: '' };
    if (text === null || data === undefined || data === null || typeof data !== 'object') throw odd(status);
    return { status, headers: { 'content-type': 'application/json' }, text };
  }
  const isRefusal = typeof data === 'object' && data !== null;
  if (!isRefusal && status < 500 && status !== 429 && status !== 401) throw odd(status);
  const refused = withPolicy(refusal(status, data, retryAfter(response.headers)), data);
  throw isOwn(data) ? refused : new ForeignRefusal(refused.problem, { cause: refused.cause });
}

const ownSchema = v.object({
  message: v.string(),
  correlationId: v.string(),
  status: v.optional(v.string()),
  category: v.optional(v.string()),
  errorType: v.optional(v.string()),
});

/**
 * What HubSpot's own refusals have, by its specification and by those that people show: always a message and the number of
 * the call, and something beside them. A 429 has no category but a type and the limit that it ran into.
 */
function isOwn(data: unknown): boolean {
  const told = v.safeParse(ownSchema, data);
  if (!told.success || told.output.correlationId === '') return false;
  const { status, category, errorType } = told.output;
  return status === 'error' || category !== undefined || errorType !== undefined;
}

function odd(status: number): ProblemError {
  return problem(
    'odd-answer',
    status >= 200 && status < 300
      ? 'HubSpot answered, but the answer was not whole or not data.'
      : `Something that is not HubSpot's API answered with status ${status}.`,
    { status },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The limit that a 429 ran into, for retry.ts. */
function withPolicy(error: ProblemError, data: unknown): ProblemError {
  const policy = v.safeParse(v.object({ policyName: v.string() }), data);
  if (policy.success) error.cause = policy.output.policyName;
  return error;
}
