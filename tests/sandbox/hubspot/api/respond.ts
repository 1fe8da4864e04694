// Answers in HubSpot's form: JSON with a correlation id.
import { randomUUID } from 'node:crypto';
import type { Refusal } from '../problem';

/** A JSON answer; takes any status, 477 too. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  });
}

export function refusal({ status, category, message, more }: Refusal): Response {
  const correlationId = randomUUID();
  const { errors, context, subCategory, headers, fields } = more;
  const body = {
    status: 'error',
    message,
    correlationId,
    ...fields,
    ...(context && { context }),
    ...(errors && { errors }),
    category,
    ...(subCategory && { subCategory }),
  };
  return json(body, status, { 'x-hubspot-correlation-id': correlationId, ...headers });
}
