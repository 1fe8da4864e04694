// The threat model of docs/security.md: every threat names the tests that show what stops it, and those tests are there.
import { describe, expect, it } from 'vitest';
import { read, repositoryFiles } from './files.ts';

const HEAD = ['Who', 'Wants', 'What stops them', 'Shown by'];
/** What an attacker of ours is, and what goes wrong without one: each has at least one row. */
const KINDS = [
  ...['CRM page', 'any other host', 'clickjacking', 'extension', 'field of the CRM', 'playbook', 'policy'],
  ...[
    'redirects',
    'key or token',
    'mix-up',
    'Another user',
    'CSRF',
    'second deal',
    'package',
    'newer version',
  ],
  ...['without end'],
];

const section = /\n## Threats\n([\s\S]*?)\n## /.exec(read('docs/security.md'))?.[1] ?? '';
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );
const [head, , ...threats] = rows;
const files = new Set(repositoryFiles());

/** The tests that a row names: a file, and the test's own name. */
const named = (cell: string) =>
  [...cell.matchAll(/`(tests\/[^`]+)`: “([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name }));

/** Whether a file has a test of this name: the words alone, as the first thing that a test is given. */
function has(file: string, name: string): boolean {
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return files.has(file) && new RegExp(`\\(\\s*(['"\`])${words}\\1\\s*,\\s*(async )?\\(`).test(read(file));
}

describe('the threat model', () => {
  it('is a table with a row for each kind of threat', () => {
    expect(head).toEqual(HEAD);
    expect(threats.length).toBeGreaterThan(20);
    expect(threats.filter((cells) => cells.length !== HEAD.length || cells.includes(''))).toEqual([]);
    const said = threats.map((cells) => cells.slice(0, 2).join(' '));
    expect(KINDS.filter((kind) => !said.some((one) => one.includes(kind)))).toEqual([]);
  });

  it('names for each threat a test that is there', () => {
    const missing = threats.flatMap(([who = '', wants = '', , shown = '']) => {
      const tests = named(shown);
      if (tests.length === 0) return [`${who}, ${wants}: no test`];
      return tests.filter(({ file, name }) => !has(file, name)).map(({ file, name }) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('says nothing in its last column that is no test', () => {
    const rest = threats.map(([, , , shown = '']) =>
      shown.replace(/`tests\/[^`]+`: “[^”]+”/g, '').replace(/[;\s]/g, ''),
    );
    expect(rest.filter((text) => text !== '')).toEqual([]);
  });

  it('would miss a test that is not there', () => {
    expect(has('tests/unit/repo/threats.test.ts', 'would miss a test that is not there')).toBe(true);
    expect(has('tests/unit/repo/threats.test.ts', 'would miss')).toBe(false);
    expect(has('tests/unit/repo/none.test.ts', 'would miss a test that is not there')).toBe(false);
  });
});
