// What the background does when it wakes, and what it asks the browser about tabs.

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { SubmissionStore } from '@/lib/background/outbox/store';
import { sessionStartItem } from '@/lib/background/storage/settings';
import { locate } from '@/lib/crm/locate';
import { report } from '@/lib/diagnostics/report';
import type { Place } from '@/lib/record/record';

/** Finished submissions are kept this long for a rep who wonders what was written. */
const KEPT_DAYS = 7;
/** And no more of them than this: several times what a rep writes in a busy week. */
const KEPT_MOST = 1000;

/** What a tab shows by the browser's own account of its address; null for a closed tab or no CRM page. */
export async function placeOf(tab: number): Promise<Place | null> {
  try {
    const { url } = await browser.tabs.get(tab);
    return url === undefined ? null : locate(url);
  } catch (error) {
    report(error, 'services.tab');
    return null;
  }
}

/** When this browser session began (ISO), and whether this worker is its first. Asked anew at each call. */
export async function session(): Promise<{ began: string; first: boolean }> {
  const known = v.safeParse(v.pipe(v.string(), v.isoTimestamp()), await sessionStartItem.getValue());
  if (known.success) return { began: known.output, first: false };
  const now = new Date().toISOString();
  await sessionStartItem.setValue(now);
  return { began: now, first: true };
}

/** Lets old submissions go. `now`: epoch ms. */
export async function tidyUp(
  submissions: Pick<SubmissionStore, 'prune'>,
  now: number = Date.now(),
): Promise<void> {
  const before = new Date(now - KEPT_DAYS * 86_400_000).toISOString();
  await submissions.prune(before, KEPT_MOST);
}
