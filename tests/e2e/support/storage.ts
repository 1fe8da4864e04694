// Everything that the extension keeps in this browser, as text to search in.
import type { Page } from 'playwright-core';

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
