// A sidebar whose worker the browser has ended while nobody did anything: what it does by itself then.
import type { Frame, Page } from 'playwright-core';
import { stopWorker } from './worker.ts';

/** A port of ours beside the page's own, to see them drop; what the page means to do later; and how much it waits for. */
const WATCH = `(() => {
  globalThis.inHand = 0;
  if (!globalThis.asks) {
    globalThis.asks = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (...message) => {
      inHand += 1;
      return asks(...message).finally(() => { inHand -= 1; });
    };
  }
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

/** Resolves when the page has waited for no answer over some turns of the browser's own. */
const NOTHING_IN_HAND = `(async () => {
  for (let turns = 0; turns < 20; turns = inHand === 0 ? turns + 1 : 0) await chrome.tabs.getCurrent();
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
  // A worker that dies with a question in hand is started again for it, and rightly.
  await frame.evaluate(NOTHING_IN_HAND);
  await stopWorker(own);
  await frame.evaluate(GO_BY);
  return running(own);
}

/** How many workers of the extension's run, by what the browser tells a page of ours at the top of a tab. Starts none. */
export function running(own: Page): Promise<number> {
  return own.evaluate(
    `chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.length)`,
  );
}
