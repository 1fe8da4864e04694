// The outbox from outside: its rows in the database, the toolbar's badge, and the worker that is alive just now.
import { expect } from 'vitest';
import type { Launched } from '../../browser/launch.ts';
import { rowsOf } from './storage.ts';

type Row = {
  seq: number;
  submission: { id: string; state: string; nextAt?: string | null; ref: { id: string } };
};

/** Every row of the outbox, as the browser keeps it, in the order in which they were sent. */
export async function rowsIn(browser: Launched): Promise<Row[]> {
  const rows = await rowsOf<Row>(await browser.worker(), 'submissions');
  // The database has them by their ids, which are chance.
  return rows.sort((a, b) => a.seq - b.seq);
}

/** Waits until the contact's submissions stand so, oldest first. */
export async function stands(browser: Launched, contact: string, states: string[], timeout = 15_000) {
  const now = async () =>
    (await rowsIn(browser).catch(() => []))
      .filter(({ submission }) => submission.ref.id === contact)
      .map(({ submission }) => submission.state);
  await expect.poll(now, { timeout }).toEqual(states);
}

/** What the toolbar's button says: its number, and its words. */
export async function badge(browser: Launched): Promise<{ text: string; title: string }> {
  const told = `Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})])`;
  const [text = '', title = ''] = await (await browser.worker()).evaluate<string[]>(told);
  return { text, title };
}

/** How many the browser counts as waiting outside the database, by which it knows that one was lost. */
export async function tallied(browser: Launched): Promise<number> {
  const told = `chrome.storage.local.get('outbox').then(({ outbox }) => outbox?.open.length ?? 0)`;
  return (await browser.worker()).evaluate<number>(told);
}
