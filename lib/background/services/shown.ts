// Which records each tab has shown in this browser session, whichever worker saw it: what was decided on one may arrive after the tab has moved.
import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import { type RecordRef, refKey } from '@/lib/record/record';

/** The records that are remembered of a tab, and the tabs: the longest unseen go first. */
const RECORDS_MOST = 100;
const TABS_MOST = 50;

/** Where it is kept: gone with the browser session, as the numbers of its tabs are. */
export type ShownItem = { getValue(): Promise<unknown>; setValue(value: unknown): Promise<void> };

export type Shown = {
  /** Remembers it. Never rejects: what can't be kept holds for this worker's life. */
  add(tab: number, ref: RecordRef): Promise<void>;
  has(tab: number, ref: RecordRef): Promise<boolean>;
  /** All was cleared: no tab has shown anything. */
  forget(): Promise<void>;
};

const ShownSchema = v.array(v.tuple([v.number(), v.array(v.string())]));

export function createShown(item: ShownItem): Shown {
  const tabs = new Map<number, Set<string>>();
  let reading: Promise<void> | null = null;
  let keeping: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    const kept = v.safeParse(ShownSchema, await item.getValue());
    for (const [tab, keys] of kept.success ? kept.output : []) tabs.set(tab, new Set(keys));
  }

  const ready = (): Promise<void> => {
    reading ??= read().catch(reported('services.shown', undefined));
    return reading;
  };

  return {
    async add(tab, ref) {
      await ready();
      const key = refKey(ref);
      const before = tabs.get(tab) ?? new Set();
      const known = before.has(key);
      before.delete(key);
      tabs.delete(tab);
      tabs.set(tab, new Set([...before, key].slice(-RECORDS_MOST)));
      for (const old of [...tabs.keys()].slice(0, -TABS_MOST)) tabs.delete(old);
      if (known) return;
      const value = [...tabs].map(([id, keys]) => [id, [...keys]]);
      keeping = keeping.then(() => item.setValue(value)).catch(reported('services.shown', undefined));
      await keeping;
    },
    async forget() {
      await ready();
      tabs.clear();
      await keeping;
    },
    async has(tab, ref) {
      await ready();
      return tabs.get(tab)?.has(refKey(ref)) ?? false;
    },
  };
}
