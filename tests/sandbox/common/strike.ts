// Carries out an armed fault on one request.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Bindings, breakConnection, cutCall } from './bindings';
import type { FaultAction } from './faults';
import type { LoggedRequest } from './log';

/** No host of a CRM's: whoever follows takes the key to a stranger. */
const ELSEWHERE = 'https://elsewhere.example/';

/** `act` lets the request through and gives its answer; `closing` ends a silence when the sandbox closes. */
export async function strike(
  { env, entry }: { env: Bindings; entry: LoggedRequest },
  fault: FaultAction,
  act: () => Promise<Response>,
  closing: AbortSignal,
): Promise<Response> {
  entry.fault = typeof fault === 'string' ? fault : JSON.stringify(fault);
  if (fault === 'drop') return cut(env);
  if (fault === 'dropAfter') {
    await act();
    return cut(env);
  }
  if (fault === 'breakAfter') {
    await act();
    return broken(env);
  }
  if (fault === 'html') return page('<h1>Please sign in to the network</h1>', 200);
  if (fault === 'redirect') return new Response(null, { status: 302, headers: { location: ELSEWHERE } });
  if (fault === 'halfBody') return half(env, await act());
  if ('meanwhile' in fault) {
    entry.fault = 'meanwhile';
    if (fault.when !== 'after') fault.meanwhile();
    const answer = await act();
    if (fault.when === 'after') fault.meanwhile();
    return answer;
  }
  if ('silentMs' in fault) {
    const acts = fault.acts ?? 'before';
    const early = acts === 'before' ? await act() : null;
    await wait(fault.silentMs, undefined, { signal: closing }).catch(() => undefined);
    if (early) return early;
    return acts === 'after' ? act() : cut(env);
  }
  if ('page' in fault) return page(fault.page, fault.status);
  if ('instead' in fault) {
    await act();
    return answered(fault.instead, fault.instead.body ?? {});
  }
  return answered(fault, fault.status < 400 ? fault.body : signed(fault.body ?? {}));
}

function answered(
  { status, headers = {} }: { status: number; headers?: Record<string, string> },
  body: unknown,
) {
  return new Response(JSON.stringify(body ?? {}), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  });
}

/** A refusal of HubSpot's, with what all of its own have; other forms stay as they are. */
function signed(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || 'error' in body) return body;
  return { status: 'error', message: 'internal error', correlationId: randomUUID(), ...body };
}

function page(html: string, status: number): Response {
  const headers = { 'content-type': 'text/html;charset=utf-8' };
  return new Response(`<!doctype html><title>Sign in</title>${html}`, { status, headers });
}

function cut(env: Bindings): Response {
  cutCall(env);
  return RESPONSE_ALREADY_SENT;
}

function broken(env: Bindings): Response {
  breakConnection(env);
  return RESPONSE_ALREADY_SENT;
}

async function half(env: Bindings, answer: Response): Promise<Response> {
  const whole = Buffer.from(await answer.arrayBuffer());
  const { outgoing } = env;
  outgoing.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': whole.length });
  const part = whole.subarray(0, whole.length >> 1);
  await new Promise<void>((sent) =>
    'stream' in outgoing ? outgoing.stream.write(part, () => sent()) : outgoing.write(part, () => sent()),
  );
  cutCall(env);
  return RESPONSE_ALREADY_SENT;
}
