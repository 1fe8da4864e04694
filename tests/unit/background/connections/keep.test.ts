// What outlives the worker of a CRM's set-up: for the same sign-in, bounded, and without the key itself.
import { describe, expect, it } from 'vitest';
import { createKeep, type KeepArea } from '@/lib/background/connections/keep';

/** The browser's store: what one worker put there is there for the next. */
function area(): KeepArea & { held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: async (name) => (held.has(name) ? { [name]: held.get(name) } : {}),
    set: async (items) => {
      for (const [name, value] of Object.entries(items)) held.set(name, structuredClone(value));
    },
    remove: async (name) => void held.delete(name),
  };
}
const key = crypto.randomUUID();

describe('what is kept', () => {
  it('is there for the next worker with the same key, and for no other key', async () => {
    const store = area();
    await createKeep(store, 'org', () => key).set('describe Lead', { fields: [1, 2] });
    expect(await createKeep(store, 'org', () => key).get('describe Lead')).toEqual({ fields: [1, 2] });
    expect(await createKeep(store, 'org', () => key).get('describe Task')).toBeNull();
    expect(await createKeep(store, 'org', () => 'another key').get('describe Lead')).toBeNull();
    expect(await createKeep(store, 'other org', () => key).get('describe Lead')).toBeNull();
    expect(JSON.stringify([...store.held])).not.toContain(key);
  });

  it('goes with the key that it was kept under, also when that changes in one worker', async () => {
    const store = area();
    let newest: string = key;
    const keep = createKeep(store, 'org', () => newest);
    await keep.set('a', 1);
    newest = 'renewed key';
    await keep.clear();
    await keep.set('b', 2);
    expect(await keep.get('a')).toBeNull();
    const next = createKeep(store, 'org', () => 'renewed key');
    expect([await next.get('a'), await next.get('b')]).toEqual([null, 2]);
  });

  it('is all of what was put at once', async () => {
    const store = area();
    const keep = createKeep(store, 'org', () => key);
    await Promise.all(Array.from({ length: 20 }, (_, n) => keep.set(`n${n}`, n)));
    const next = createKeep(store, 'org', () => key);
    expect(await Promise.all([next.get('n0'), next.get('n19')])).toEqual([0, 19]);
  });

  it('stays small: what is too large is left out, and the oldest go first', async () => {
    const store = area();
    const keep = createKeep(store, 'org', () => key);
    await keep.set('huge', 'x'.repeat(400_000));
    for (let n = 0; n < 12; n += 1) await keep.set(`n${n}`, 'x'.repeat(250_000));
    const next = createKeep(store, 'org', () => key);
    expect(await next.get('huge')).toBeNull();
    expect(await next.get('n0')).toBeNull();
    expect(await next.get('n11')).toHaveLength(250_000);
  });

  it('is nothing where the store holds something else', async () => {
    const store = area();
    await store.set({ 'setup org': { tag: 7 } });
    expect(await createKeep(store, 'org', () => key).get('a')).toBeNull();
  });
});
