// Since when a page of ours knows what it knows: said with all that it asks, and how it hears that what it knows was erased.

import { browser } from 'wxt/browser';
import { reported } from '../diagnostics/report';
import { ERASED, type Erased, isErased, readErased } from './erased';

/** The count of erasures that this page came after; undefined: it is not known yet, and nothing was answered before that. */
let since: number | undefined;
/** What was told before that. */
let told = 0;
let reading: Promise<void> | null = null;
/** This page has all cleared, and says how that ended. */
let clearing = false;

const read = async (): Promise<Erased> =>
  readErased((await browser.storage.session.get<Record<string, unknown>>(ERASED))[ERASED]);

async function begin(): Promise<void> {
  since = Math.max((await read()).count, told);
}

/** Asked for with every message, before it is sent. undefined where the browser does not tell. */
export async function knownSince(): Promise<number | undefined> {
  reading ??= begin().catch(reported('page.since', undefined));
  await reading;
  return since;
}

/** This page is about to have all cleared: it stays until its reader goes on, to say how that ended. */
export function clearsHere(): void {
  clearing = true;
}

/**
 * Has the page start anew once everything was cleared. Else `forget` is told what was erased, and since when the page
 * knows what it does; what it keeps then counts as known now.
 */
export function hearErased(forget: (erased: Erased, since: number) => void = () => undefined): void {
  function hear(erased: Erased): void {
    told = Math.max(told, erased.count);
    if (since === undefined || erased.count <= since) return;
    if (!isErased(erased.everything, since)) forget(erased, since);
    else if (clearing) window.addEventListener('hashchange', startAnew);
    else startAnew();
    since = erased.count;
  }
  const look = () => void read().then(hear).catch(reported('page.since', undefined));

  void knownSince();
  browser.storage.session.onChanged.addListener((changes) => {
    const change = changes[ERASED];
    if (change) hear(readErased(change.newValue));
  });
  // A page that was frozen, or set aside to be gone back to, may have missed it.
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
}

/** No page asks whether it may go: what it would ask about is deleted. */
function startAnew(): void {
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  location.reload();
}
