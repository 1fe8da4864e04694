// One value in the extension's own storage, with what it is until it is set. Small: the background's worker loads it.
import { browser } from 'wxt/browser';

/** What is read may be of another version of ours, or damaged: whoever reads it parses it. */
export type StoredItem<T> = {
  readonly fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
};

/** local: on the disk, until the extension is removed. session: in memory, until the browser is closed. */
type Key = `${'local' | 'session'}:${string}`;

export const storage = {
  /** Reads and writes nothing yet. `fallback` stands for what was never set, and for null. */
  defineItem<T>(key: Key, { fallback }: { fallback: T }): StoredItem<T> {
    const name = key.slice(key.indexOf(':') + 1);
    const area = () => (key.startsWith('local:') ? browser.storage.local : browser.storage.session);
    return {
      fallback,
      getValue: async () => (await area().get<Record<string, T>>(name))[name] ?? fallback,
      setValue: (value) => area().set({ [name]: value }),
    };
  },
};
