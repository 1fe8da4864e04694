// What real orgs and people wrote, where it is found; it is kept out of the project.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the lists: named by STAGECHECK_DATA, or beside the project; null where there is none. */
export function dataFolder(): string | null {
  const named = process.env.STAGECHECK_DATA;
  const root = resolve(import.meta.dirname, '../../..');
  const folders = [
    ...(named ? [named] : []),
    resolve(root, '../shared/data'),
    resolve(root, '../../shared/data'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'job-titles.txt'))) ?? null;
}

/** The lines of one of the lists; none where it isn't found. */
export function foundLines(name: string): readonly string[] {
  const folder = dataFolder();
  if (folder === null) return [];
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
