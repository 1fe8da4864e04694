// The criteria of a playbook by their ids, and the order in which they are asked.
import type { Criterion, Playbook } from './schema';

export type CriteriaIndex = {
  byId: ReadonlyMap<string, Criterion>;
  /** Criterion id to its place when sorted by level and then as listed: the order in which to ask. */
  order: ReadonlyMap<string, number>;
};

/** The places of the criteria: by their level's place, then by their own. */
export function orderOf(playbook: Playbook): ReadonlyMap<string, number> {
  const levels = new Map(playbook.levels.map((level, index) => [level.id, index]));
  const place = (id: string): number => levels.get(id) ?? levels.size;
  const sorted = playbook.criteria.toSorted((a, b) => place(a.level) - place(b.level));
  return new Map(sorted.map((criterion, index) => [criterion.id, index]));
}
