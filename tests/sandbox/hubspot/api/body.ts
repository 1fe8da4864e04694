// Reading a request's body and query by a schema; what doesn't fit is refused with 400 as HubSpot does.
import type { Context } from 'hono';
import * as v from 'valibot';
import { badRequest, Refusal } from '../problem';
import type { ApiEnv } from './env';

/** The body by a schema. 415 for another content type, 400 for no JSON or the wrong shape. */
export async function body<T extends v.GenericSchema>(
  c: Context<ApiEnv>,
  schema: T,
): Promise<v.InferOutput<T>> {
  if (!(c.req.header('content-type') ?? '').includes('application/json')) {
    throw new Refusal(415, 'VALIDATION_ERROR', 'Only application/json is taken here.');
  }
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('Invalid input JSON on line 1, column 1');
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw badRequest(`Invalid input JSON: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

/** A query parameter that holds several names, parted by commas or repeated. */
export function list(c: Context<ApiEnv>, name: string): string[] {
  return (c.req.queries(name) ?? [])
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter(Boolean);
}

export function wholeNumber(text: string | undefined, usual: number, max: number, name: string): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw badRequest(`${name} must be from 1 to ${max}.`);
  return value;
}

export const Properties = v.record(v.string(), v.nullable(v.string()));
/** HubSpot takes null for empty. */
export const filled = (input: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value ?? '']));
