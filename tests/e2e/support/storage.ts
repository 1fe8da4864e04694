// Everything that the extension keeps in this browser, as text to search in.
import type { Page, Worker } from 'playwright-core';
import { expect } from 'vitest';

/** All databases of the extension's origin, and all its storage areas, as JSON. `page` is one of its own pages. */
export async function storedText(page: Page): Promise<{ database: string; settings: string }> {
  const database = await page.evaluate(async () => {
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames) {
        rows.push(
          await new Promise((resolve, reject) => {
            const all = db.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(all.result);
            all.onerror = () => reject(all.error);
          }),
        );
      }
      db.close();
    }
    return JSON.stringify(rows);
  });
  const settings = await page.evaluate<string>(
    `Promise.all(['local', 'session', 'sync'].map((area) => chrome.storage[area].get())).then(JSON.stringify)`,
  );
  return { database, settings };
}

/** Every row of one of the background's stores; their shape is the caller's to know. */
export const rowsOf = <Row>(from: Pick<Worker, 'evaluate'>, store: string): Promise<Row[]> =>
  from.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('stagecheck');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<Row[]>((resolve, reject) => {
      const all = db.transaction(name).objectStore(name).getAll();
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    db.close();
    return rows;
  }, store);

/** Waits until the answers that the background has stored for a contact hold one for this criterion. */
export async function answerStored(worker: Worker, contact: string, criterion: string): Promise<void> {
  await expect
    .poll(() => rowsOf(worker, 'drafts'), { timeout: 10_000 })
    .toContainEqual(
      expect.objectContaining({
        ref: expect.objectContaining({ id: contact }),
        answers: expect.objectContaining({ [criterion]: expect.anything() }),
      }),
    );
}

/** Waits until the background has kept what a review of this CRM offers, for when it can't be asked. */
export async function reviewStored(worker: Worker, crm: string): Promise<void> {
  await expect
    .poll(() => rowsOf(worker, 'snapshots'), { timeout: 10_000 })
    .toContainEqual(
      expect.objectContaining({ account: expect.stringContaining(crm), review: expect.any(Object) }),
    );
}
