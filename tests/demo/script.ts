// The played demo's voice: numbered steps in the terminal, each with a screenshot, and checks that count.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const folder = resolve(import.meta.dirname, '../../demo-output');

export type Script = {
  /** Says a step, and leaves NN-name.png of the page as it is then. */
  step(words: string, page: Page, name: string): Promise<void>;
  /** Says what was expected and whether it is so; a miss makes the demo fail in the end. */
  check(words: string, holds: boolean): void;
  /** Prints a CRM's values, one a line. */
  values(title: string, rows: readonly (readonly [string, string])[]): void;
  /** How many checks missed. */
  missed(): number;
};

/** Begins anew: screenshots of an earlier run are taken away, those of the test states are kept. */
export async function openScript(say: (line: string) => void): Promise<Script> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  let missed = 0;
  for (const old of await earlier()) await rm(join(folder, old));
  return {
    async step(words, page, name) {
      count += 1;
      const file = `${String(count).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
      say(`${String(count).padStart(2)}. ${words}  [demo-output/${file}]`);
    },
    check(words, holds) {
      if (!holds) missed += 1;
      say(`    ${holds ? 'holds ' : 'MISSED'}  ${words}`);
    },
    values(title, rows) {
      const width = Math.max(...rows.map(([label]) => label.length));
      say(`    ${title}`);
      for (const [label, value] of rows)
        say(`      ${label.padEnd(width)}  ${value === '' ? '(empty)' : value}`);
    },
    missed: () => missed,
  };
}

async function earlier(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d\d-.*\.png$/.test(name));
}
