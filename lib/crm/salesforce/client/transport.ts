// The one place that talks to an org: address, timeout, shape of the answer, repeats. jsforce calls it for everything.
import { Transport } from 'jsforce/lib/transport.js';
import type { HttpRequest, HttpResponse } from 'jsforce/lib/types/index.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import { createLazyStream } from 'jsforce/lib/util/stream.js';
import { type CrmClock, createCrmClock } from '@/lib/crm/shared/crm-clock';
import { asLost } from '@/lib/crm/shared/foreign';
import { createSentOnce, type SentOnce } from '@/lib/crm/shared/sent-once';
import { ProblemError } from '@/lib/problem/problem';
import { isApiHost } from '../page/hosts';
import { type Answer, type Expected, readAnswer } from './answer';
import { problem } from './problems';
import { isReadOnly, waitBefore } from './retry';
import { BASE, VERSION } from './version';

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

export const browserParts: TransportParts = {
  fetch: (url, init) => fetch(url, init),
  sentOnce: createSentOnce((url, init) => fetch(url, init)),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  random: Math.random,
  now: () => new Date(),
  timeoutMs: 20_000,
};

/** Headers that jsforce makes and that a browser sets by itself. */
const NOT_OURS = /^(content-length|transfer-encoding)$/i;

const HOW = {
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

/** Reads what every user may read of an org. */
const TRIAL = JSON.stringify({
  batchRequests: [{ method: 'GET', url: `v${VERSION}/query?q=SELECT+Id+FROM+Organization+LIMIT+1` }],
});

/** The address, where it is on the API host of this org; anything else gets no token and no call. */
function checked(url: string, host: string): string {
  const at = URL.canParse(url) ? new URL(url) : null;
  if (!at || at.origin !== `https://${host}` || !isApiHost(host))
    throw problem('unexpected', 'Only the API of the connected org is called.');
  return at.href;
}

/** One call, and every way in which it can end: an answer, or a ProblemError, after at most timeoutMs. */
export async function callOnce(
  parts: TransportParts,
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
  expected: Expected,
  clock?: CrmClock,
  send: TransportParts['fetch'] = parts.fetch,
): Promise<Answer> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(problem('timeout', `Salesforce did not answer within ${Math.round(parts.timeoutMs / 1000)} s.`));
      stop.abort();
    }, parts.timeoutMs);
  });
  try {
    const answer = send(url, { ...init, ...HOW, signal: stop.signal }).then(async (response) => {
      const answer = await readAnswer(response, expected);
      // Only now it is known to be Salesforce's, and not a proxy's page with the proxy's clock.
      clock?.heard(response.headers);
      return answer;
    });
    return await Promise.race([answer, late]);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // What fetch throws names neither host nor cause reliably: never pass its words on.
    throw problem('offline', 'Salesforce could not be reached.', {}, error);
  } finally {
    clearTimeout(timer);
  }
}

/** jsforce's transport, which can't hang and repeats nothing but reads. Rejects with ProblemError only. */
export class OrgTransport extends Transport {
  /** What the org last said of its calls in 24 hours: used, out of how many. */
  usage: { used: number; max: number; readAt: string } | null = null;
  /** The org's clock, as its last answer told it. */
  readonly clock = createCrmClock();
  /** How many calls that make something went out so that the browser may have sent them twice. */
  plain = 0;

  constructor(
    private readonly host: string,
    private readonly parts: TransportParts,
    /** The tokens that a call under way may have gone out with. */
    private readonly tokens: () => readonly string[],
  ) {
    super();
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    // jsforce pipes a stream along; ours carries nothing.
    return StreamPromise.create<HttpResponse>(() => ({
      stream: createLazyStream().stream,
      promise: this.send(request),
    }));
  }

  private async send({ url, method, headers = {}, body }: HttpRequest): Promise<Answer> {
    const address = checked(url, this.host);
    const text = typeof body === 'string' ? body : undefined;
    const init = {
      method,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_OURS.test(name))),
      ...(text === undefined ? {} : { body: text }),
    };
    const soap = new URL(address).pathname.startsWith('/services/Soap/');
    const readOnly = isReadOnly(method, address, text);
    let waited = 0;
    for (let number = 0; ; number++) {
      try {
        const answer = await callOnce(
          this.parts,
          address,
          init,
          { soap, secrets: this.tokens() },
          this.clock,
          readOnly || text === undefined || method !== 'POST' ? undefined : this.once,
        );
        this.noteUsage(answer.headers['sforce-limit-info']);
        return answer;
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown;
        const error = readOnly ? thrown : asLost(thrown, 'Salesforce');
        const wait = waitBefore(error, { number, readOnly, waited }, this.parts.random);
        if (wait === null) throw error;
        waited += wait;
        await this.parts.sleep(wait);
      }
    }
  }

  /** For what makes something, or may. */
  private readonly once: TransportParts['fetch'] = (url, init) => {
    const headers = { authorization: `Bearer ${this.tokens()[0]}`, 'content-type': 'application/json' };
    const trial = {
      url: `https://${this.host}${BASE}/composite/batch`,
      init: { method: 'POST', headers, body: TRIAL, ...HOW },
    };
    const { body } = init;
    const { sentOnce, fetch } = this.parts;
    if (typeof body !== 'string' || !sentOnce) return fetch(url, init);
    return sentOnce(url, { ...init, body }, trial, () => {
      this.plain += 1;
    });
  };

  private noteUsage(told: string | undefined): void {
    const [, used, max] = /\bapi-usage=(\d{1,12})\/(\d{1,12})/.exec(told ?? '') ?? [];
    if (used !== undefined && max !== undefined)
      this.usage = { used: Number(used), max: Number(max), readAt: this.parts.now().toISOString() };
  }
}
