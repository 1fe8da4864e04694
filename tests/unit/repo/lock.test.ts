// The lock file is whole: a clean install takes exactly what it names, on every platform.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, it } from 'vitest';

const Names = v.optional(v.record(v.string(), v.string()));
const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({ dependencies: Names, optionalDependencies: Names, resolved: v.optional(v.string()) }),
  ),
});
const file = resolve(import.meta.dirname, '../../../package-lock.json');
const { packages } = v.parse(Lock, JSON.parse(readFileSync(file, 'utf8')));

/** Whether a package finds a dependency the way node does: beside itself, or in a folder above. */
function finds(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
    if (!at.includes('/node_modules/')) at = '/node_modules/';
  }
}

it('holds every dependency that its packages name, those for other platforms too', () => {
  // npm leaves out a platform's package that the registry doesn't have, and then refuses to install from the lock.
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !finds(path, name))
      .map((name) => `${path || 'package.json'}: ${name}`),
  );
  expect(missing).toEqual([]);
});

it('names no address to download from', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
