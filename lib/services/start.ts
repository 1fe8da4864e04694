// What the background does when it wakes, and what it asks the browser about tabs.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { locate } from '@/lib/crm/locate';
import type { SubmissionStore } from '@/lib/outbox/store';
import type { Place } from '@/lib/qualification/record';
import { sessionStartItem } from '@/lib/settings';

/** Finished submissions are kept this long for a rep who wonders what was written. */
const KEPT_DAYS = 7;
/** And no more of them than this: several times what a rep writes in a busy week. */
const KEPT_MOST = 1000;

/** What a tab shows by the browser's own account of its address; null for a closed tab or no CRM page. */
export async function placeOf(tab: number): Promise<Place | null> {
  try {
    const { url } = await browser.tabs.get(tab);
    return url === undefined ? null : locate(url);
  } catch {
    return null;
  }
}

/** When this browser session's first worker asked (ISO). */
export async function sessionStart(): Promise<string> {
  const known = v.safeParse(v.pipe(v.string(), v.isoTimestamp()), await sessionStartItem.getValue());
  if (known.success) return known.output;
  const now = new Date().toISOString();
  await sessionStartItem.setValue(now);
  return now;
}

/** The browser ends a worker after 30 s without an event or a call to it, also in the middle of a write. */
const PULSE_MS = 20_000;

/** Lets the browser see that the worker is at work, while it is. */
export function keepAwake(busy: () => boolean): void {
  setInterval(() => {
    if (busy()) void browser.runtime.getPlatformInfo();
  }, PULSE_MS);
}

/** Shuts content scripts out of our storage where the browser can, and lets old submissions go. */
export async function keepToOurselves(submissions: Pick<SubmissionStore, 'prune'>): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session];
  const shut = areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }));
  const before = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString();
  // None of these may stop the worker: a browser without one of them still works, with what it has.
  await Promise.allSettled([...shut, sessionStart(), submissions.prune(before, KEPT_MOST)]);
}
