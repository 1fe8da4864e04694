// How a sign-in talks to a CRM: with a time limit over the whole answer, without cookies, and in our own words when it fails.
import type { Fetch } from '@/lib/crm/shared/crm';
import { wholeText } from '@/lib/crm/shared/whole-text';
import { ProblemError, type ProblemKind } from '@/lib/problem/problem';

const TIMEOUT_MS = 20_000;

/** A fetch whose answer is there in full when it resolves. Rejects with ProblemError: offline or timeout. */
export function boundedFetch(crmName: string, fetcher: Fetch, timeoutMs = TIMEOUT_MS): Fetch {
  return async (url, init) => {
    if (new URL(url).protocol !== 'https:') throw problem('unexpected', 'Only https addresses are called.');
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const seconds = Math.round(timeoutMs / 1000);
        reject(problem('timeout', `${crmName} did not answer within ${seconds} s.`));
        stop.abort();
      }, timeoutMs);
    });
    try {
      return await Promise.race([whole(fetcher, url, { ...init, signal: stop.signal }), late]);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      // What fetch throws may name the address, which may hold a secret: its words go no further.
      throw problem('offline', `${crmName} could not be reached.`, error);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function whole(fetcher: Fetch, url: string, init: RequestInit): Promise<Response> {
  const answer = await fetcher(url, {
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    ...init,
  });
  const body = await wholeText(answer);
  if (body === null) throw new Error('The answer was not whole.');
  // A Response may not be made with a body where the status forbids one.
  const empty = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return new Response(empty ? null : body, { status: answer.status, headers: answer.headers });
}

const problem = (kind: ProblemKind, message: string, cause?: unknown) =>
  new ProblemError({ kind, message }, cause === undefined ? undefined : { cause });
