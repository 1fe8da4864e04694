// Runs the real command on a small project of its own, with a test that fails just as often as it is told to.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
// Inside the project, so that vitest is found from there; git ignores the folder.
const scratch = join(root, '.tmp');
let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two files, of which the second does `body` first. */
function project(body: string): void {
  mkdirSync(scratch, { recursive: true });
  folder = mkdtempSync(join(scratch, 'run-'));
  writeFileSync(join(folder, 'vitest.config.ts'), 'export default { test: { include: ["*.test.ts"] } };\n');
  const head = "import { expect, it } from 'vitest';\n";
  writeFileSync(join(folder, 'steady.test.ts'), `${head}it('holds', () => expect(1).toBe(1));\n`);
  writeFileSync(
    join(folder, 'other.test.ts'),
    `${head}import { appendFileSync, readFileSync } from 'node:fs';
appendFileSync('runs', '.');
const run = readFileSync('runs', 'utf8').length;
${body}
`,
  );
}

function npmTest() {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const done = spawnSync(process.execPath, [tsx, join(root, 'tests', 'run', 'main.ts')], {
    cwd: folder,
    encoding: 'utf8',
    // The outer run's own variables tell vitest that it is inside a test.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  return { code: done.status, lines: done.stdout.trimEnd().split('\n') };
}

describe('the command that runs the tests', () => {
  it('passes a file that fails once, and names it', () => {
    project("it('is unsteady', () => expect(run).toBeGreaterThan(1));");
    const { code, lines } = npmTest();
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('Unsteady: other.test.ts'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
  });

  it('fails on a file that fails each time', () => {
    project("it('is broken', () => expect(run).toBe(0));");
    const { code, lines } = npmTest();
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  it('says why a test failed before the run is over, for one that is cut off', () => {
    project("it('is broken', () => { throw new Error('for this reason'); });");
    const { lines } = npmTest();
    const at = lines.indexOf('FAILED other.test.ts > is broken');
    expect(lines[at + 1]).toBe('for this reason');
    expect(lines[at + 2]).toMatch(/^\s+at .*other\.test\.ts/);
    // Vitest sums up at the end.
    expect(at).toBeLessThan(lines.findIndex((line) => line.includes('Test Files')));
  });

  it('takes an error that no test caught as a failure of the file that it came from', () => {
    project(
      "it('leaves one behind', () => { if (run === 1) void Promise.reject(new Error('left behind')); });",
    );
    const { code, lines } = npmTest();
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('Unsteady: other.test.ts'))).toHaveLength(1);
  });

  it('takes a file that can’t be loaded as a failure', () => {
    project("if (run > 0) throw new Error('no file'); it('never runs', () => {});");
    const { code, lines } = npmTest();
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });
});
