// Carries out an armed fault on one request.
import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { FaultAction } from '../faults';
import type { ApiEnv } from './env';
import { json } from './respond';

/** `act` lets the request through and gives its answer; `closing` ends a silence when the sandbox closes. */
export async function strike(
  c: Context<ApiEnv>,
  fault: FaultAction,
  act: () => Promise<Response>,
  closing: AbortSignal,
): Promise<Response> {
  const entry = c.get('entry');
  entry.fault = typeof fault === 'string' ? fault : JSON.stringify(fault);
  if (fault === 'drop') return cut(c);
  if (fault === 'dropAfter') {
    await act();
    return cut(c);
  }
  if (fault === 'html') {
    const page = '<!doctype html><title>Sign in</title><h1>Please sign in to the network</h1>';
    return new Response(page, { headers: { 'content-type': 'text/html;charset=utf-8' } });
  }
  if (fault === 'halfBody') return half(c, await act());
  if ('silentMs' in fault) {
    const acts = fault.acts ?? 'before';
    const early = acts === 'before' ? await act() : null;
    await wait(fault.silentMs, undefined, { signal: closing }).catch(() => undefined);
    if (early) return early;
    return acts === 'after' ? act() : cut(c);
  }
  return json(fault.body ?? { status: 'error', message: 'internal error' }, fault.status, fault.headers);
}

function cut(c: Context<ApiEnv>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function half(c: Context<ApiEnv>, answer: Response): Promise<Response> {
  const whole = Buffer.from(await answer.arrayBuffer());
  const { outgoing, incoming } = c.env;
  outgoing.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': whole.length });
  await new Promise<void>((sent) => outgoing.write(whole.subarray(0, whole.length >> 1), () => sent()));
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
