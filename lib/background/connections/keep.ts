// How a CRM is set up, for the next life of the worker: in the browser's memory, never on the disk, for one sign-in alone.

import * as v from 'valibot';
import type { Keep } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { digestOf } from './digest';

/** A store that ends with the browser, such as storage.session. */
export type KeepArea = {
  get(name: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(name: string): Promise<void>;
};

/** Characters of JSON: of one entry, and of all together. The browser gives 10 MB to everything of ours. */
const ENTRY_MOST = 300_000;
const ALL_MOST = 2_000_000;

const schema = v.object({ tag: v.string(), entries: v.array(v.tuple([v.string(), v.string()])) });

export const keepName = (account: string): string => `setup ${account}`;

/**
 * `key` gives the sign-in's newest key: what was kept under another one is not given out, for it may have been
 * another person's. Of the key only a digest is kept. Entries that are too large are left out, and the oldest go first.
 */
export function createKeep(area: KeepArea, account: string, key: () => string): Keep {
  const name = keepName(account);
  let loaded: Promise<Map<string, string>> | null = null;
  let saving: Promise<void> = Promise.resolve();
  let waiting = false;

  async function load(): Promise<Map<string, string>> {
    const found = v.safeParse(schema, (await area.get(name))[name]);
    const mine = found.success && found.output.tag === (await digestOf(key()));
    return new Map(mine ? found.output.entries : []);
  }

  const entries = () => {
    loaded ??= load().catch(reported('connections.keep', new Map()));
    return loaded;
  };

  /** Several changes at once become one. */
  function save(): Promise<void> {
    if (waiting) return saving;
    waiting = true;
    saving = saving.catch(reported('connections.keep', undefined)).then(async () => {
      waiting = false;
      const all = [...(await entries())];
      await area.set({ [name]: { tag: await digestOf(key()), entries: all } });
    });
    return saving;
  }

  return {
    async get(one) {
      const text = (await entries()).get(one);
      return text === undefined ? null : JSON.parse(text);
    },
    async set(one, value) {
      const text = JSON.stringify(value);
      if (text.length > ENTRY_MOST) return;
      const all = await entries();
      all.delete(one);
      all.set(one, text);
      let size = [...all.values()].reduce((sum, { length }) => sum + length, 0);
      for (const [oldest, { length }] of all) {
        if (size <= ALL_MOST) break;
        all.delete(oldest);
        size -= length;
      }
      await save();
    },
    async clear() {
      loaded = Promise.resolve(new Map());
      await save();
    },
  };
}
