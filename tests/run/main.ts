// What `npm test` runs last: every test, what failed once more by itself, and a closing line that any CI can read.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { type Run, runAll } from './again.ts';
import { RECORD_VARIABLE, recordSchema } from './record.ts';

/** The project whose tests are run: this one, but in the test of this very file. */
const root = process.cwd();
const ours = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'stagecheck-run-'));

/** A process of its own for each run, so that nothing of the one before is left: no worker, no browser, no sandbox. */
const run: Run = (files) => {
  const record = join(folder, 'record.json');
  rmSync(record, { force: true });
  const vitest = join(ours, 'node_modules', 'vitest', 'vitest.mjs');
  const own = ['record.ts', 'at-once.ts'].map((file) => `--reporter=${join(import.meta.dirname, file)}`);
  const reporters = ['--reporter=default', ...own];
  const { status, signal } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...(files ?? [])], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [RECORD_VARIABLE]: record },
  });
  try {
    const found = v.parse(recordSchema, JSON.parse(readFileSync(record, 'utf8')));
    const told = found.errors.length > 0 || found.files.some(({ failed }) => failed > 0);
    // Where vitest knows of a fault that its tests don't show, the run has not passed.
    if (status !== 0 && !told) found.errors.push(`vitest ended with ${signal ?? `code ${status}`}.`);
    return found;
  } catch (error) {
    console.error(`No record of the run could be read: ${String(error)}`);
    return null;
  }
};

const { passed, lines } = runAll(run, (line) => console.log(`\n${line}\n`));
rmSync(folder, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}`);
process.exitCode = passed ? 0 : 1;
