// A fetch that answers from a script, for what no server does on demand: half bodies, silence, broken lines.
import type { TransportParts } from '@/lib/crm/hubspot/client/transport';

export type Scripted =
  | Response
  | Error
  | 'silence'
  | ((url: string, init: RequestInit) => Response | Promise<Response>);

export type Script = TransportParts & { calls: { url: string; init: RequestInit }[]; slept: number[] };

/** Answers call by call; the last entry answers all further ones. `silence` never answers, not even an abort. */
export function script(...answers: Scripted[]): Script {
  const calls: Script['calls'] = [];
  const slept: number[] = [];
  return {
    calls,
    slept,
    random: () => 0.5,
    now: () => new Date(),
    timeoutMs: 1_000,
    sleep: async (ms) => {
      slept.push(ms);
    },
    fetch: async (url, init) => {
      calls.push({ url, init });
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      if (answer === 'silence' || answer === undefined) return new Promise<Response>(() => undefined);
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(url, init) : answer.clone();
    },
  };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A refusal as HubSpot words it. */
export const refused = (status: number, category: string, more: object = {}, headers = {}): Response =>
  json(
    { status: 'error', message: `refused: ${category}`, category, correlationId: 'c0ffee', ...more },
    status,
    headers,
  );

/** A body that breaks off after `text`, as when the line drops. */
export const broken = (text: string, status = 200): Response => {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  const response = new Response(body, { status, headers: { 'content-type': 'application/json' } });
  // A stream that breaks can't be cloned usefully: every call gets the same one.
  Object.defineProperty(response, 'clone', { value: () => broken(text, status) });
  return response;
};

/** A key like HubSpot's, made anew for each run. */
export const someKey = (): string => `pat-na1-${crypto.randomUUID()}`;
