// The one place that talks to HubSpot: address, key, timeout, shape of the answer, limits, repeats.
import { ResponseContext } from '@hubspot/api-client/lib/codegen/crm/objects/http/http.js';
import type { CrmTime } from '@/lib/crm/shared/crm';
import { createCrmClock } from '@/lib/crm/shared/crm-clock';
import { asLost } from '@/lib/crm/shared/foreign';
import { createSentOnce, type SentOnce } from '@/lib/crm/shared/sent-once';
import { ProblemError } from '@/lib/problem/problem';
import { readAnswer } from './answer';
import { batchUrl, currentUrl } from './paths';
import { isProblem, problem } from './problems';
import type { RateLimit } from './rate-limit';
import { waitBefore } from './retry';

/** What the client's request factories make, as far as it is used. */
export type ClientRequest = {
  getUrl(): string;
  getHttpMethod(): string;
  getBody(): unknown;
};

/** What the transport stands on; tests put their own here. */
export type TransportParts = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** For what makes something; left out: like every other call. */
  sentOnce?: SentOnce;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
  /** The computer's clock, for what is told to people. */
  now: () => Date;
  /** For one try, its whole body included. */
  timeoutMs: number;
};

export type Transport = {
  /** Sends one request; the body of the answer is JSON of HubSpot's. Rejects with ProblemError only. */
  send(request: ClientRequest): Promise<ResponseContext>;
  /** What HubSpot last said about this key's allowance. */
  limit(): RateLimit;
  /** HubSpot's clock, as its last answer told it. */
  time(): CrmTime | null;
  /** The body of the one call that names the key: the question whose it is. */
  aboutKey(): { tokenKey: string };
  /** How many calls that make something went out so that the browser may have sent them twice. */
  plain(): number;
};

export const browserParts: TransportParts = {
  fetch: (url, init) => fetch(url, init),
  sentOnce: createSentOnce((url, init) => fetch(url, init)),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  random: Math.random,
  now: () => new Date(),
  timeoutMs: 20_000,
};

/** Printable ASCII without spaces: anything else can't be a key, and must not reach a header. */
const KEY = /^[\x21-\x7e]{8,1000}$/;

/** Reads a contact that there is none of: HubSpot answers 207, and that it is not there. */
const TRIAL_URL = batchUrl('contacts', 'read');
const TRIAL = JSON.stringify({ inputs: [{ id: '1' }], properties: ['email'], propertiesWithHistory: [] });

const READ_LIKE = /\/(batch\/read|search|access-token-info)$/;

export function createTransport(key: string, parts: TransportParts): Transport {
  const limit: RateLimit = { max: null, remaining: null, intervalMs: null, readAt: null };
  const clock = createCrmClock();
  let plain = 0;

  const initOf = (method: string, body: string | undefined) => ({
    method,
    redirect: 'error' as const,
    credentials: 'omit' as const,
    cache: 'no-store' as const,
    referrerPolicy: 'no-referrer' as const,
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });

  function sent(url: string, method: string, body: string | undefined, signal: AbortSignal) {
    const init = { ...initOf(method, body), signal };
    const makes = method === 'POST' && !READ_LIKE.test(new URL(url).pathname);
    return body !== undefined && makes && parts.sentOnce
      ? parts.sentOnce(
          url,
          { ...init, body },
          { url: TRIAL_URL, init: { ...initOf('POST', TRIAL), body: TRIAL } },
          () => {
            plain += 1;
          },
        )
      : parts.fetch(url, init);
  }

  async function once(url: string, method: string, body: string | undefined): Promise<ResponseContext> {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(problem('timeout', `HubSpot did not answer within ${Math.round(parts.timeoutMs / 1000)} s.`));
        stop.abort();
      }, parts.timeoutMs);
    });
    try {
      const answer = sent(url, method, body, stop.signal).then(async (response) => {
        const answer = await readAnswer(response, limit, key, parts.now);
        // Only now it is known to be HubSpot's, and not a proxy's page with the proxy's clock.
        clock.heard(response.headers);
        return answer;
      });
      const { status, headers, text } = await Promise.race([answer, late]);
      return new ResponseContext(status, headers, {
        text: () => Promise.resolve(text),
        binary: () => Promise.reject(new Error('HubSpot sends us no files')),
      });
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      // What fetch throws names neither host nor cause reliably: never pass its words on.
      throw problem('offline', 'HubSpot could not be reached.', {}, error);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    limit: () => ({ ...limit }),
    time: clock.told,
    plain: () => plain,
    aboutKey: () => ({ tokenKey: key }),
    async send(request) {
      if (!KEY.test(key))
        throw problem('key-refused', 'This is not a HubSpot key: it has spaces or odd signs.');
      const url = currentUrl(request.getUrl());
      const method = request.getHttpMethod();
      const readOnly = method === 'GET' || (method === 'POST' && READ_LIKE.test(new URL(url).pathname));
      const body = request.getBody();
      let waitedMs = 0;
      for (let number = 0; ; number++) {
        try {
          return await once(url, method, typeof body === 'string' ? body : undefined);
        } catch (thrown) {
          if (!isProblem(thrown)) throw thrown;
          const error = readOnly ? thrown : asLost(thrown, 'HubSpot');
          const attempt = { number, readOnly, waitedMs, intervalMs: limit.intervalMs ?? 10_000 };
          const wait = waitBefore(error.problem, policyOf(error), attempt, parts.random);
          if (wait === null) throw error;
          waitedMs += wait;
          await parts.sleep(wait);
        }
      }
    },
  };
}

/** The limit that a 429 ran into, as answer.ts left it in the error. */
function policyOf(error: ProblemError): string | null {
  return typeof error.cause === 'string' ? error.cause : null;
}
