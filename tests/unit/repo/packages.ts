// What package.json, the lock file and the installed packages say of themselves, for the tests of our supply.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { read, root } from './files.ts';

const Names = v.optional(v.record(v.string(), v.string()), {});
const Entry = v.object({
  version: v.optional(v.string()),
  integrity: v.optional(v.string()),
  resolved: v.optional(v.string()),
  dev: v.optional(v.boolean(), false),
  devOptional: v.optional(v.boolean(), false),
  hasInstallScript: v.optional(v.boolean(), false),
});
const Licence = v.object({
  license: v.optional(v.union([v.string(), v.object({ type: v.string() })])),
  licenses: v.optional(v.array(v.object({ type: v.string() }))),
});

export const manifest = v.parse(
  v.object({
    dependencies: Names,
    devDependencies: Names,
    overrides: Names,
    scripts: v.record(v.string(), v.string()),
  }),
  JSON.parse(read('package.json')),
);

/** The lock file's packages by their path, without our own. */
const { '': _ours, ...locked } = v.parse(
  v.object({ packages: v.record(v.string(), Entry) }),
  JSON.parse(read('package-lock.json')),
).packages;

export { locked };

/** A package's name, from the folder that it is installed in. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Installed packages of which something may be bundled: dependencies, with all that they depend on. */
export const bundled: readonly string[] = Object.entries(locked)
  .filter(([path, { dev, devOptional }]) => !dev && !devOptional && existsSync(resolve(root, path)))
  .map(([path]) => path);

/** The licence that an installed package gives itself, as an SPDX expression; '' where it gives none. */
export function licenceOf(path: string): string {
  const { license, licenses } = v.parse(Licence, JSON.parse(read(`${path}/package.json`)));
  if (typeof license === 'string') return license;
  return license?.type ?? (licenses ?? []).map(({ type }) => type).join(' OR ');
}
