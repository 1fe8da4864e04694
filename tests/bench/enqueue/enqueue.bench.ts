// Submissions kept by the outbox's store, one after the other, beside plain puts of the same rows in the same browser.
import { strict as assert } from 'node:assert';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { launch } from '../../browser/launch.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { bundled } from '../bundled.ts';
import { benchSubmission } from '../submissions.ts';
import { goal, printTable, times, whole } from '../table.ts';

const COUNT = 1000;
const ROUNDS = 5;
const ADDRESS = 'https://store.example/';

/** Both ways in one page: ours is the product's own store; the other opens the same database and puts the same rows. */
const CODE = `
import { createDatabase } from '@/lib/background/storage/database';
import { createSubmissionStore } from '@/lib/background/outbox/store';
const drop = (name) => new Promise((done, fail) => {
  const asked = indexedDB.deleteDatabase(name);
  asked.onsuccess = () => done();
  asked.onerror = () => fail(asked.error);
});
async function filled(name, fill) {
  const database = createDatabase(name);
  const db = await database(async (open) => open);
  const begin = performance.now();
  await fill(db, createSubmissionStore(database));
  const ms = performance.now() - begin;
  const rows = await db.getAll('submissions');
  db.close();
  await drop(name);
  return { ms, rows };
}
let kept = [];
globalThis.ours = async (list) => {
  const { ms, rows } = await filled('ours', async (_db, store) => {
    for (const [seq, one] of list.entries()) if (!(await store.add(one, seq + 1))) throw new Error('not kept');
  });
  kept = rows;
  return { ms, rows: JSON.stringify(rows) };
};
globalThis.raw = async () => {
  const { ms, rows } = await filled('raw', async (db) => {
    for (const row of kept) await new Promise((done, fail) => {
      const work = db.transaction('submissions', 'readwrite', { durability: 'strict' });
      work.oncomplete = () => done();
      work.onerror = () => fail(work.error);
      work.objectStore('submissions').put(row, row.submission.id);
      work.commit();
    });
  });
  return { ms, rows: JSON.stringify(rows) };
};
`;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function enqueueBench(): Promise<void> {
  ensureBuilt();
  const sandbox = await startSandbox();
  const browser = await launch({ extension, port: sandbox.port });
  try {
    const page = await browser.context.newPage();
    await page.route(ADDRESS, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Store</title>' }),
    );
    await page.goto(ADDRESS);
    await page.evaluate(await bundled(CODE));
    const by = { id: '1', name: 'Ada Reyes', email: 'ada@example.com' };
    const list = Array.from({ length: COUNT }, (_, n) => {
      const ref = { crm: 'hubspot', account: '1', object: 'contacts', id: String(n + 1) };
      return benchSubmission(n + 1, ref, by, 'lead', 'salesqualifiedlead');
    });
    const taken: { ours: number[]; raw: number[] } = { ours: [], raw: [] };
    for (let round = -1; round < ROUNDS; round += 1) {
      type Filled = { ms: number; rows: string };
      const ours = await page.evaluate<Filled>(`ours(${JSON.stringify(list)})`);
      const raw = await page.evaluate<Filled>('raw()');
      assert.equal(ours.rows, raw.rows, 'both keep the same rows');
      assert.equal(JSON.parse(ours.rows).length, COUNT);
      if (round < 0) continue;
      taken.ours.push(ours.ms);
      taken.raw.push(raw.ms);
    }
    const base = median(taken.raw);
    const ratio = median(taken.ours) / base;
    const row = (name: string, ms: number) => [name, whole((COUNT * 1000) / ms), times(ms / base)];
    printTable(
      `${COUNT} submissions kept, each safely on disk before the next, ${ROUNDS} rounds in turns`,
      ['', 'a second', 'time beside raw puts'],
      [row('The outbox’s store', median(taken.ours)), row('Raw IndexedDB puts', base)],
    );
    goal('Keeping a submission', ratio, { atMost: 1.5 });
  } finally {
    await browser.close();
    await sandbox.close();
  }
}
