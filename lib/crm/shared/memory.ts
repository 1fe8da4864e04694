// What a session knows of how a CRM is set up: asked for once, kept for a bounded time, dropped together. For every CRM.

import * as v from 'valibot';
import { passedOn, reported } from '@/lib/diagnostics/report';
import type { Keep } from './crm';

/** Nothing is kept by more names than this; then all of it goes. */
const MOST = 400;

export type Memory = ReturnType<typeof createMemory>;

/**
 * `ms`: how long anything is held. `keep`: where it outlives the worker, for the same sign-in only; what comes back from
 * there is parsed like any other foreign data. Failures are never held.
 */
export function createMemory(ms: number, now: () => Date, keep?: Keep) {
  const entrySchema = v.object({ at: v.number(), value: v.unknown() });
  /** Moves when all is dropped, so that what was asked for before is not held after. */
  let era = 0;
  const drops = new Set<() => void>();

  const fresh = (at: number) => {
    const age = now().getTime() - at;
    return age >= 0 && age < ms;
  };

  async function kept<T>(key: string, schema: v.GenericSchema<unknown, T>) {
    const entry = v.safeParse(entrySchema, await keep?.get(key).catch(reported('crm.memory', null)));
    if (!entry.success || !fresh(entry.output.at)) return null;
    const value = v.safeParse(schema, entry.output.value);
    return value.success ? { at: entry.output.at, value: value.output } : null;
  }

  /** `load` for each key, once as long as it is held; callers at the same time share one call. */
  function by<T>(name: string, schema: v.GenericSchema<unknown, T>, load: (key: string) => Promise<T>) {
    type Held = { at: number; value: Promise<T> };
    const held = new Map<string, Held>();
    drops.add(() => held.clear());

    async function ask(key: string, entry: Held): Promise<T> {
      const asked = era;
      const known = await kept(`${name} ${key}`, schema);
      if (known && asked === era) {
        entry.at = known.at;
        return known.value;
      }
      const value = await load(key);
      // What can't be kept is asked for again in the worker's next life; no more comes of it.
      if (asked === era)
        keep?.set(`${name} ${key}`, { at: entry.at, value }).catch(reported('crm.memory', undefined));
      return value;
    }

    return (key: string): Promise<T> => {
      const known = held.get(key);
      if (known && fresh(known.at)) return known.value;
      if (held.size >= MOST) held.clear();
      const entry: Held = { at: now().getTime(), value: Promise.resolve().then(() => ask(key, entry)) };
      held.set(key, entry);
      entry.value.catch((error: unknown) => {
        if (held.get(key) === entry) held.delete(key);
        passedOn(error);
      });
      return entry.value;
    };
  }

  return {
    by,
    once<T>(name: string, schema: v.GenericSchema<unknown, T>, load: () => Promise<T>): () => Promise<T> {
      const one = by(name, schema, load);
      return () => one('');
    },
    /** Everything is asked for anew: the sign-in changed, or the CRM said that something is not as it was. */
    async forget(): Promise<void> {
      era += 1;
      for (const drop of drops) drop();
      await keep?.clear().catch(reported('crm.memory', undefined));
    },
  };
}
