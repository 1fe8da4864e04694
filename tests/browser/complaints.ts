// Everything that a browser complains about in our pages, frames and worker: errors, rejections, CSP violations.
import type { BrowserContext, ConsoleMessage, Worker } from 'playwright-core';
import { watchWorkerErrors } from './worker-errors.ts';

export type Complaints = {
  /** Complaints so far, as "where: text". */
  list(): string[];
  /** Forgets them, where a test provokes some on purpose. */
  clear(): void;
};

const isOurs = (url: string) => url.startsWith('chrome-extension://');
/** What the CRM page's own scripts provoke is its own affair; what the browser says of the page as a whole may be ours. */
const mayBeOurs = (where: string, text: string) =>
  isOurs(where) ||
  /chrome-extension:/.test(text) ||
  (!where.endsWith('.js') && /security policy/i.test(text));

/** Listens from now on. A failed request's network line ("Failed to load resource") is the browser's, not ours. */
export async function watchComplaints(context: BrowserContext): Promise<Complaints> {
  let found: string[] = [];
  const note = (where: string, text: string) => found.push(`${where}: ${text}`);

  const counts = (message: ConsoleMessage) =>
    (message.type() === 'error' || message.type() === 'warning') &&
    !message.text().startsWith('Failed to load resource');
  const watchWorker = (worker: Worker) =>
    worker.on('console', (message) => {
      if (counts(message)) note('worker', message.text());
    });

  context.on('console', (message) => {
    const where = message.location().url;
    if (counts(message) && mayBeOurs(where, message.text())) note(where, message.text());
  });
  context.on('weberror', (web) => {
    const error = web.error();
    note('uncaught', error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  context.on('serviceworker', watchWorker);
  for (const worker of context.serviceWorkers()) watchWorker(worker);
  await watchWorkerErrors(context, (text) => note('worker, uncaught', text));
  return {
    list: () => [...found],
    clear: () => {
      found = [];
    },
  };
}
