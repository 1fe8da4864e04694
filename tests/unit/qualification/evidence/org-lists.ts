// What real orgs have in their picklists, where that file is present; nothing of it is kept here.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';

const Orgs = v.record(
  v.string(),
  v.record(v.string(), v.array(v.object({ value: v.string(), label: v.optional(v.string()) }))),
);

function file(): string | null {
  const root = resolve(import.meta.dirname, '../../../..');
  const named = process.env.STAGECHECK_SPECS;
  const folders = [...(named ? [join(named, '../data')] : []), resolve(root, '../shared/data')];
  return folders.map((one) => join(one, 'salesforce-picklists.json')).find(existsSync) ?? null;
}

/** Every value and label of one standard value set in all orgs, each once; null where the file is not there. */
export function orgLists(set: string): string[] | null {
  const path = file();
  if (path === null) return null;
  const orgs = v.parse(Orgs, JSON.parse(readFileSync(path, 'utf8')));
  const options = Object.values(orgs).flatMap((sets) => sets[set] ?? []);
  return [
    ...new Set(options.flatMap(({ value, label }) => (label === undefined ? [value] : [value, label]))),
  ];
}
