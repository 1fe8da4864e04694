// From a message to its reply with a worker that must start for it, beside an empty extension's worker, in one browser.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { goal, printTable, times } from '../table.ts';
import { openDevTools } from './devtools.ts';
import { emptyExtension } from './empty-extension.ts';
import { openWorkerPage, startedExtensions, type WorkerPage } from './worker-page.ts';

const ROUNDS = 40;

/**
 * hello: what the worker answers by itself, as it does a page's hello. row: the services, read for it, open the database.
 * Ours beside what an empty extension does for the same.
 */
const messages = [
  { what: 'the first reply', ours: { name: 'outbox.wake', body: {} }, empty: { name: 'hello', body: {} } },
  {
    what: 'a reply from the database',
    ours: { name: 'connections.list', body: {} },
    empty: { name: 'row', body: {} },
  },
];

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
    const sides = messages.flatMap((message) => [
      {
        name: `Empty extension: ${message.what}`,
        taken: [] as number[],
        run: () => empty.cold(message.empty),
      },
      { name: `Stagecheck: ${message.what}`, taken: [] as number[], run: () => ours.cold(message.ours) },
    ]);
    // The first rounds warm up: the browser keeps a worker's compiled code after it has run a few times.
    for (let round = -4; round < ROUNDS; round++)
      for (const side of sides) {
        const ms = await side.run();
        if (round >= 0) side.taken.push(ms);
      }
    const sizes = await Promise.all(
      ['background.js', 'background-parts.js'].map(async (name) => {
        const { length } = await readFile(join(extension, name));
        return `${name}: ${Math.round(length / 1000)} kB`;
      }),
    );
    const beside = (at0: number) =>
      at(sides[at0]?.taken ?? [], 0.5) / at(sides[at0 - (at0 % 2)]?.taken ?? [], 0.5);
    printTable(
      `Worker's cold start to a reply, ${ROUNDS} starts each, in turns in one browser (${sizes.join(', ')})`,
      ['', 'median ms', 'p95 ms', 'median beside empty'],
      sides.map(({ name, taken }, index) => [
        name,
        at(taken, 0.5).toFixed(1),
        at(taken, 0.95).toFixed(1),
        times(beside(index)),
      ]),
    );
    // The goal is about starting. What the services cost on top of that is shown, and has none.
    goal(sides[1]?.name ?? '', beside(1), { atMost: 1.5 });
  } finally {
    await devTools.close();
    await rm(folder, { recursive: true, force: true });
  }
}
