// The repository's own files, as its rules see them: paths from the root, with forward slashes.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');

/** Every file that is tracked, or would be by "git add": what is ignored is not ours. */
export function repositoryFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed.split('\0').filter((path) => path !== '' && existsSync(resolve(root, path)));
}

export const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

export const isSource = (path: string): boolean => /\.(ts|tsx|mts|cts)$/.test(path);
