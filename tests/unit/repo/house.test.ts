// The house rules that a program can hold: a first line that says what a file is for, short files, no strangers in them.
import { describe, expect, it } from 'vitest';
import { isSource, read, repositoryFiles } from './files.ts';

const files = repositoryFiles();
const sources = files.filter((path) => isSource(path) || path.endsWith('.css'));
const isText = (path: string) => !/\.(png|jpg|ico|woff2|zip|gz|db)$/.test(path);
const mine = 'tests/unit/repo/house.test.ts';

/** Lines of the repository's text files that match, as "path:line: text". */
function lines(pattern: RegExp, where: (path: string) => boolean = () => true): string[] {
  return files
    .filter((path) => isText(path) && path !== mine && where(path))
    .flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.slice(0, 160)}`] : [],
        ),
    );
}

describe('every source file', () => {
  it('says in its first line what it is for', () => {
    const silent = sources.filter((path) => {
      const [first = '', second = ''] = read(path).split('\n');
      const line = first.startsWith('#!') ? second : first;
      return !/^(\/\/|\/\*)\s*\S+(\s+\S+){2,}/.test(line);
    });
    expect(silent).toEqual([]);
  });

  it('can be read in one look: 300 lines at the very most', () => {
    const long = sources
      .map((path) => ({ path, length: read(path).split('\n').length - 1 }))
      .filter(({ length }) => length > 300);
    expect(long).toEqual([]);
  });

  it('is short as a rule: a median under 100 lines', () => {
    const lengths = sources.map((path) => read(path).split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100);
  });
});

describe('no file holds', () => {
  it('a path of the machine that it was written on', () => {
    expect(lines(/(^|[^\w.@-])\/(work|farm|root|tmp)\//)).toEqual([]);
  });

  it('the address of a package registry', () => {
    expect(
      lines(
        /\b(registry\.(npmjs|yarnpkg|npmmirror)|npmjs\.(org|com)|deb\.debian\.org|proxy\.golang)|"resolved": "https?:/,
      ),
    ).toEqual([]);
  });

  it('a key or a token', () => {
    expect(lines(/pat-(na|eu|ap)\d-[0-9a-f]{4}/i)).toEqual([]);
    expect(lines(/-----BEGIN [A-Z ]*PRIVATE KEY/)).toEqual([]);
    expect(
      lines(/\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{30}|xox[abp]-\w{10}|eyJ[\w-]{20,}\.[\w-]{20,}\.)/),
    ).toEqual([]);
  });

  it('a loose end, or a way around the compiler', () => {
    const code = (path: string) => isSource(path);
    const product = (path: string) => /^(lib|components|entrypoints)\//.test(path);
    expect(lines(/(\/\/|\*).*\b(TODO|FIXME|HACK)\b/, code)).toEqual([]);
    expect(lines(/@ts-(ignore|nocheck|expect-error)/, code)).toEqual([]);
    expect(lines(/\bas any\b|\bas unknown as\b/, code)).toEqual([]);
    expect(
      lines(/dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write/, product),
    ).toEqual([]);
  });

  it('a record that leaves out names: recordOf keeps them, and a rule’s keys are looked at by themselves', () => {
    const product = (path: string) => /^(lib|components|entrypoints)\//.test(path);
    expect(lines(/\bv\.record\(/, (path) => product(path) && !path.endsWith('/rule-problem.ts'))).toEqual([]);
  });

  it('a line of the product’s that goes to a log, where a key or a name may end up', () => {
    expect(lines(/\bconsole\.\w+\(/, (path) => /^(lib|components|entrypoints)\//.test(path))).toEqual([]);
  });

  it('a test that is switched off or singled out', () => {
    expect(lines(/\b(it|test|describe)\.(only|skip|todo)\b/)).toEqual([]);
  });
});
