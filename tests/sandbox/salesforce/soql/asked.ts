// What the queries of a sandbox have named so far: each object, and each field with what it was named for.
import type { ObjectName } from '../model';
import type { World } from '../world';

export type Use = 'select' | 'filter' | 'sort';
export type Asked = { object: ObjectName; field: string; use: Use };

const used = new WeakMap<World, Map<string, Asked>>();

/** Notes it, whether or not the caller may see it. */
export function usedField(world: World, one: Asked): void {
  const all = used.get(world) ?? new Map<string, Asked>();
  used.set(world, all);
  all.set(`${one.object}.${one.field} ${one.use}`, one);
}

/** Each once. */
export const askedOf = (world: World): Asked[] => [...(used.get(world)?.values() ?? [])];

export const forgetAsked = (world: World): void => void used.delete(world);
