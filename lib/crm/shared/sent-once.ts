// Calls that make something, sent so that the browser can't send them a second time by itself.
//
// Chromium sends a call again where a connection that had been used before breaks before an answer came, POST as well
// (HttpNetworkTransaction::ShouldResendRequest; RFC 9110, 9.2.2 forbids it for what is not idempotent), over HTTP/1.1 and
// HTTP/2 alike: one fetch, two notes. A body that is a stream can be read once, and such a call is never sent again. It
// needs HTTP/2 (developer.chrome.com, "Streaming requests with the fetch API"), and a host that takes a body without
// Content-Length; no document of either CRM says whether theirs do. So that is tried first, with a call that only reads.

import { report } from '@/lib/diagnostics/report';

/** What fetch takes. Half duplex, which is all there is: TypeScript's own types lack it. */
export type SentInit = RequestInit & { duplex?: 'half' };
export type Fetch = (url: string, init: SentInit) => Promise<Response>;

/** A call that changes nothing and has a body; answered with a success where its body was understood. */
export type Trial = { url: string; init: RequestInit & { body: string } };

/** Longer than an answer takes; what swallows such a body is not waited for any longer. */
const TRIAL_MS = 5_000;

/** Statuses by which a server refuses a body whose length it isn't told, or this way of sending. */
const REFUSES = [411, 501, 505];

/**
 * As fetch, for a call that is not to be carried out twice. `plainly`: called where it goes out like every other, so that
 * the browser may send it twice and nothing in its answer tells. Rejects as fetch does.
 */
export type SentOnce = (
  url: string,
  init: RequestInit & { body: string },
  trial: Trial,
  plainly: () => void,
) => Promise<Response>;

/**
 * `tried` for each host once, and anew after a call has failed: the way to it may be another. A host that takes the trial
 * and refuses the call itself gets no more streams. That answer is passed on: a proxy may say so after the CRM has acted,
 * and whoever gets it looks before the call goes out again.
 */
export function createSentOnce(fetch: Fetch): SentOnce {
  const takes = new Map<string, Promise<boolean>>();
  const refuse = new Set<string>();

  return async (url, init, trial, plainly) => {
    const host = new URL(url).origin;
    if (!refuse.has(host)) {
      const taken = takes.get(host) ?? tried(fetch, trial);
      takes.set(host, taken);
      if (await taken) {
        try {
          const answer = await fetch(url, streamed(init));
          if (REFUSES.includes(answer.status)) refuse.add(host);
          return answer;
        } catch (error) {
          takes.delete(host);
          throw error;
        }
      }
      takes.delete(host);
    }
    plainly();
    return fetch(url, init);
  };
}

/** The same with its body as a stream, of which the browser keeps nothing. */
function streamed(init: RequestInit & { body: string }): SentInit {
  const bytes = new TextEncoder().encode(init.body);
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return { ...init, body, duplex: 'half' };
}

async function tried(fetch: Fetch, { url, init }: Trial): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TRIAL_MS);
  try {
    const answer = await fetch(url, { ...streamed(init), signal: stop.signal });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    report(error, 'crm.sent-once');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
