// From a message to its reply with a worker that must start for it, beside an empty extension's worker, in one browser.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { goal, printTable, times } from '../table.ts';
import { openDevTools } from './devtools.ts';
import { emptyExtension } from './empty-extension.ts';
import { openWorkerPage, startedExtensions, type WorkerPage } from './worker-page.ts';

const ROUNDS = 40;

/** outbox.wake needs nothing that is kept; connections.list opens the database. */
const messages = {
  'a reply that needs nothing kept': { name: 'outbox.wake', body: {} },
  'a reply from the database': { name: 'connections.list', body: {} },
};

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** Which of the hosts is the built extension's: only it has a sidebar. */
async function pages(hosts: readonly string[], devTools: Parameters<typeof openWorkerPage>[0]) {
  const all: { page: WorkerPage; ours: boolean }[] = [];
  for (const host of hosts) {
    const page = await openWorkerPage(devTools, host);
    all.push({
      page,
      ours: await page.warm({ name: 'none', body: {} }).then(
        () => false,
        () => true,
      ),
    });
  }
  const ours = all.find((one) => one.ours)?.page;
  const empty = all.find((one) => !one.ours)?.page;
  if (!ours || !empty) throw new Error('The browser did not start both extensions.');
  return { ours, empty };
}

export async function coldBench(): Promise<void> {
  ensureBuilt();
  const folder = await emptyExtension();
  const devTools = await openDevTools([extension, folder]);
  try {
    const { ours, empty } = await pages(await startedExtensions(devTools, 2), devTools);
    const sides = [
      { name: 'Empty extension', taken: [] as number[], run: () => empty.cold({ name: 'hello', body: {} }) },
      ...Object.entries(messages).map(([name, message]) => ({
        name: `Stagecheck: ${name}`,
        taken: [] as number[],
        run: () => ours.cold(message),
      })),
    ];
    // The first rounds warm up: the browser keeps a worker's compiled code after it has run a few times.
    for (let round = -4; round < ROUNDS; round++)
      for (const side of sides) {
        const ms = await side.run();
        if (round >= 0) side.taken.push(ms);
      }
    const base = at(sides[0]?.taken ?? [], 0.5);
    const size = (await readFile(join(extension, 'background.js'))).length;
    printTable(
      `Worker's cold start to its first reply, ${ROUNDS} starts each, in turns in one browser (background.js: ${Math.round(size / 1000)} kB)`,
      ['', 'median ms', 'p95 ms', 'median beside empty'],
      sides.map(({ name, taken }) => [
        name,
        at(taken, 0.5).toFixed(1),
        at(taken, 0.95).toFixed(1),
        times(at(taken, 0.5) / base),
      ]),
    );
    for (const { name, taken } of sides.slice(1)) goal(name, at(taken, 0.5) / base, { atMost: 1.5 });
  } finally {
    await devTools.close();
    await rm(folder, { recursive: true, force: true });
  }
}
