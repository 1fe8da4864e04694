// Key press to painted verdict in the built sidebar, beside an empty React page's key press to paint, in one browser.
import { resolve } from 'node:path';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { launch } from '../../browser/launch.ts';
import { CrmPage } from '../../e2e/support/crm-page.ts';
import { rep } from '../../e2e/support/rep.ts';
import { Welcome } from '../../e2e/support/welcome.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { printTable, times } from '../table.ts';
import { openEmptyPage } from './empty-page.ts';
import { type Probe, probe } from './probe.ts';

const ROUNDS = 6;
const PRESSES = 40;

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** Presses the keys in turn. Throws when a press has not changed what is shown in its own frame. */
async function press(one: Probe, keys: readonly string[], count: number, name: string): Promise<number[]> {
  const taken: number[] = [];
  let before: string | null = null;
  for (let n = 0; n < count; n++) {
    const { ms, text } = await one.press(keys[n % keys.length] ?? '');
    if (text === before) throw new Error(`${name}: the frame after a key press showed nothing new.`);
    before = text;
    taken.push(ms);
  }
  return taken;
}

export async function paintBench(): Promise<void> {
  ensureBuilt();
  const sandbox = await startSandbox();
  const browser = await launch({ extension, port: sandbox.port });
  try {
    const welcome = await Welcome.open(browser);
    await welcome.connect(sandbox.hubspot.keys.full, rep);
    const { ann } = sandbox.hubspot.people;
    const crm = await CrmPage.open(browser, ann.url);
    const sidebar = await crm.sidebar();
    await sidebar.shows(ann.name);
    const empty = await openEmptyPage(browser.context, resolve(import.meta.dirname, '../../..'));
    const sides = [
      {
        name: 'Stagecheck: answer to painted verdict',
        page: crm.page,
        keys: ['y', 'z'],
        probe: await probe(crm.page, sidebar.frame, '[aria-label=Ladder]'),
      },
      {
        name: 'Empty React page: key to painted word',
        page: empty,
        keys: ['a'],
        probe: await probe(empty, empty.mainFrame(), '#word'),
      },
    ];
    const rows: string[][] = [];
    for (const rate of [1, 4]) {
      const taken = sides.map((): number[] => []);
      for (const side of sides) await side.probe.slow(rate);
      for (let round = -1; round < ROUNDS; round++)
        for (const [index, side] of sides.entries()) {
          await side.page.bringToFront();
          const ms = await press(side.probe, side.keys, PRESSES, side.name);
          // The first round warms up.
          if (round >= 0) taken[index]?.push(...ms);
        }
      const base = at(taken[1] ?? [], 0.95);
      for (const [index, side] of sides.entries()) {
        const all = taken[index] ?? [];
        const figures = [0.5, 0.95].map((share) => at(all, share).toFixed(1));
        rows.push([
          side.name,
          rate === 1 ? 'as it is' : `slowed ${rate}x`,
          ...figures,
          times(at(all, 0.95) / base),
        ]);
      }
    }
    printTable(
      `Key press to paint, ${ROUNDS * PRESSES} presses each, in turns in one browser`,
      ['', 'CPU', 'median ms', 'p95 ms', 'p95 beside empty'],
      rows,
    );
  } finally {
    await browser.close();
    await sandbox.close();
  }
}
