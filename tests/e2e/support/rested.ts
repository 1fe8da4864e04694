// A sidebar whose worker the browser has ended while nobody did anything: what it does by itself then.
import type { Frame, Page } from 'playwright-core';
import { stopWorker } from './worker.ts';

/** A port of ours beside the page's own, to see them drop; and what the page means to do later. */
const WATCH = `(() => {
  const port = chrome.runtime.connect({ name: 'sidebar' });
  const told = new Promise((resolve) => port.onMessage.addListener(resolve));
  globalThis.dropped = new Promise((resolve) => port.onDisconnect.addListener(resolve));
  globalThis.planned = [];
  globalThis.later ??= setTimeout;
  globalThis.setTimeout = (run, ...rest) => {
    planned.push(run);
    return later(run, ...rest);
  };
  return told.then(() => undefined);
})()`;

/** All that the page has put off, at once, until it puts off no more: the time that it waits for need not go by. */
const GO_BY = `dropped.then(async () => {
  for (let left = 20; left > 0; left -= 1) {
    for (const run of planned.splice(0)) run();
    await chrome.tabs.getCurrent();
  }
})`;

/**
 * Ends the worker as the browser does after half an idle minute, lets all of the page's timers run out, and gives the workers
 * that run then. `own`: a page of the extension, open behind the sidebar's: closing it would bring the sidebar to the front.
 */
export async function rested(own: Page, frame: Frame): Promise<number> {
  await frame.evaluate(WATCH);
  await stopWorker(own);
  await frame.evaluate(GO_BY);
  return running(frame);
}

/** How many workers of the extension's run, by the browser's own account. Starts none. */
export function running(frame: Frame): Promise<number> {
  return frame.evaluate(
    `chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.length)`,
  );
}
