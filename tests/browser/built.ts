// Sees to it that the production build in .output is that of the present sources, and says where it is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Folder of the built extension. */
export const extension = join(root, '.output', 'chrome-mv3');

/** The folders of the product. */
const folders = ['lib', 'components', 'entrypoints', 'public'];

/** Where the build comes from: those folders, and every file at the top, for a part of the configuration may be a new one. */
function sources(): string[] {
  const files = readdirSync(root, { withFileTypes: true }).filter((one) => one.isFile());
  return [...folders, ...files.map(({ name }) => name).filter((name) => /\.(ts|json|js|mjs)$/.test(name))];
}

/** When any of it was changed last, in ms. */
export const changedAt = (): number => Math.max(...sources().map((path) => newest(join(root, path))));

/** The newest change of anything that the build is made of, in ms. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds when there is no build, or an older one than the sources. Throws with the builder's words when it fails. */
export function ensureBuilt(): void {
  const built = join(extension, 'manifest.json');
  if (existsSync(built) && statSync(built).mtimeMs >= changedAt()) return;
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // A test runner sets NODE_ENV to test, and React's development build would come of it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = spawnSync(process.execPath, [wxt, 'build'], { cwd: root, env, encoding: 'utf8' });
  if (build.status !== 0)
    throw new Error(`The extension could not be built:\n${build.stdout}${build.stderr}`);
}
