// Where our code's other half comes from: exact versions, each held to its hash, no script of theirs run, known licences.
import { describe, expect, it } from 'vitest';
import { read, repositoryFiles } from './files.ts';
import { bundled, licenceOf, locked, manifest, nameOf } from './packages.ts';

/** Whose install scripts would run if .npmrc let them, and why nobody misses them: docs/contributing.md says it in words. */
const WITH_INSTALL_SCRIPT = ['core-js', 'core-js-pure', 'esbuild', 'spawn-sync'];

/** Licences that allow our use and ask for no more than to be named. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
];

describe('package.json', () => {
  it('names one exact version of everything, the one in the lock file', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
    const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
    const loose = [...asked, ...Object.entries(manifest.overrides)].filter(([, text]) => !exact.test(text));
    expect(loose).toEqual([]);
  });

  it('relies on no script that npm runs by itself: .npmrc switches those off', () => {
    const byItself = /^(pre|post)|^(prepare|install|prepublish|prepack|dependencies)$/;
    const others = Object.keys(manifest.scripts);
    expect(
      others.filter((name) => byItself.test(name) && (name === 'prepare' || !name.startsWith('prepare:'))),
    ).toEqual([]);
    const settings = read('.npmrc').split('\n');
    expect(settings).toEqual(expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']));
  });
});

describe('the lock file', () => {
  it('holds every package to a hash', () => {
    const entries = Object.entries(locked);
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  it('and no other file name a host to download packages from', () => {
    expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    const settings = repositoryFiles().filter((path) =>
      /(^|\/)(\.npmrc|\.yarnrc.*|package(-lock)?\.json)$/.test(path),
    );
    expect(settings.length).toBeGreaterThan(2);
    const sources =
      /^\s*"?(@[\w-]+:)?registry"?\s*[=:]|"(resolved|tarball|publishConfig)"\s*:|git\+(https|ssh):/m;
    expect(settings.filter((path) => sources.test(read(path)))).toEqual([]);
  });

  it('has just these packages with a script that would run at their installation', () => {
    const found = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect([...new Set(found.map(([path]) => nameOf(path)))].sort()).toEqual(WITH_INSTALL_SCRIPT);
    const told = read('docs/contributing.md');
    expect(WITH_INSTALL_SCRIPT.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('what can be bundled', () => {
  it('is under a licence of the list, in each of the choices that it may give', () => {
    const strange = bundled
      .map((path) => ({ path, licence: licenceOf(path) }))
      .filter(({ licence }) => {
        const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
        return !choices.some((choice) => ALLOWED.includes(choice));
      });
    expect(bundled.length).toBeGreaterThan(50);
    expect(strange).toEqual([]);
  });
});
