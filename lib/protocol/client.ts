// How our pages ask the background: one call, one typed answer, and never a rejection.
import { browser } from 'wxt/browser';
import { errorRow } from '../diagnostics/error-row';
import { reported, reportUncaught, sendReportsTo } from '../diagnostics/report';
import { fail, type Problem } from '../problem/problem';
import { clearsHere, knownSince } from './known';
import type { Reply, RequestBody, RequestName } from './messages';

/** Longer than any answer takes, a CRM's silence and the tries after it included: then the browser has lost it. */
const ANSWER_MS = 120_000;
/** These wait for a person in the CRM's own window, who may take their time. */
const PERSONS: readonly RequestName[] = ['connections.begin', 'connections.again'];

/**
 * Sends one request to the background and gives its Result. A worker that dies before it answers, and an extension
 * that was updated or removed under an open page, become a Problem 'unexpected' in plain words.
 */
export async function send<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N>> {
  try {
    if (name === 'everything.clear') clearsHere();
    const since = await knownSince();
    const message = since === undefined ? { name, body } : { name, body, since };
    const reply = await inTime<Reply<N> | undefined>(name, browser.runtime.sendMessage(message));
    return typeof reply?.ok === 'boolean' ? reply : fail(lost());
  } catch (error) {
    return fail(contextAlive() ? lost(error) : outdated());
  }
}

/** undefined where nothing comes in time: a browser that stops a worker in a bad moment may never say so. */
function inTime<T>(name: RequestName, answer: Promise<T>): Promise<T | undefined> {
  if (PERSONS.includes(name)) return answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((over) => {
    timer = setTimeout(() => over(undefined), ANSWER_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/**
 * Asks the browser not to clear what we keep when its disk fills up. Only a page can ask, and the browser decides; where
 * it won't, all works as before.
 */
export function keepStored(): void {
  navigator.storage?.persist?.().catch(reported('page.storage', undefined));
}

/**
 * Leaves a trace of what goes wrong in this page, for the Diagnostics page: what is reported, and what nobody caught.
 * `page`: its name, fixed in the code.
 */
export function traceErrors(page: 'sidebar' | 'console' | 'welcome' | 'popup'): void {
  sendReportsTo((error, where, at) => void send('diagnostics.error', { row: errorRow(error, where, at) }));
  reportUncaught(window, `${page}.uncaught`);
}

/** False once the extension was updated, reloaded or removed: this page can then reach nothing of it any more. */
export function contextAlive(): boolean {
  return Boolean(browser.runtime?.id);
}

const losses = new WeakSet<Problem>();

/** What became of a request is not known: the background stopped before it answered. */
export function lost(error?: unknown): Problem {
  const why = error instanceof Error ? ` (${error.message})` : '';
  const problem: Problem = {
    kind: 'unexpected',
    message: `Stagecheck's background stopped before it answered${why}. What you had saved is kept. Try again.`,
  };
  losses.add(problem);
  return problem;
}

/** Whether that is so of this problem. */
export const isLost = (problem: Problem): boolean => losses.has(problem);

function outdated(): Problem {
  return {
    kind: 'unexpected',
    message: 'Stagecheck was updated or switched off. What you had saved is kept. Reload this page to go on.',
  };
}
