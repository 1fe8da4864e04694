// What is known of a CRM's set-up: asked for once, for a bounded time, dropped together, taken up by the next worker.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Keep } from '@/lib/crm/shared/crm';
import { createMemory } from '@/lib/crm/shared/memory';

const MS = 60_000;

function setting(keep?: Keep) {
  let time = Date.parse('2026-11-21T12:00:00Z');
  const memory = createMemory(MS, () => new Date(time), keep);
  const asked: string[] = [];
  const answer = { of: async (key: string) => `${key} ${asked.length}` };
  const by = memory.by('part', v.string(), (key) => {
    asked.push(key);
    return answer.of(key);
  });
  const later = (ms: number) => {
    time += ms;
  };
  return { memory, by, asked, answer, later };
}

function store(): Keep & { held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: async (key) => held.get(key),
    set: async (key, value) => void held.set(key, value),
    clear: async () => held.clear(),
  };
}

describe('a part of the set-up', () => {
  it('is asked for once for each key, however many want it at a time', async () => {
    const { by, asked } = setting();
    await Promise.all([by('a'), by('a'), by('b')]);
    await by('a');
    expect(asked).toEqual(['a', 'b']);
  });

  it('is asked for again after its time, after it was dropped, and after a failure', async () => {
    const { memory, by, asked, answer, later } = setting();
    await by('a');
    later(MS);
    await by('a');
    await memory.forget();
    await by('a');
    answer.of = () => Promise.reject(new Error('no'));
    await expect(by('b')).rejects.toThrow('no');
    await expect(by('b')).rejects.toThrow('no');
    expect(asked).toEqual(['a', 'a', 'a', 'b', 'b']);
  });

  it('that was asked for before the drop is not held after it', async () => {
    const keep = store();
    const { memory, by, asked, answer } = setting(keep);
    let release = (_: string): void => undefined;
    answer.of = () => new Promise((done) => (release = done));
    const old = by('a');
    await expect.poll(() => asked).toEqual(['a']);
    await memory.forget();
    release('old');
    expect(await old).toBe('old');
    expect(keep.held.size).toBe(0);
    answer.of = async () => 'new';
    expect(await by('a')).toBe('new');
  });
});

describe('the next worker', () => {
  it('takes up what the last one knew, and no longer than that was good', async () => {
    const keep = store();
    const first = setting(keep);
    await first.by('a');
    const next = setting(keep);
    expect([await next.by('a'), next.asked]).toEqual(['a 1', []]);
    next.later(MS);
    await next.by('a');
    expect(next.asked).toEqual(['a']);
  });

  it('asks anew for what it can’t read, or has no store to read from', async () => {
    const keep = store();
    keep.held.set('part a', { at: Date.parse('2026-11-21T12:00:00Z'), value: { not: 'text' } });
    const next = setting(keep);
    await next.by('a');
    expect(next.asked).toEqual(['a']);
    const no = () => Promise.reject(new Error('no store'));
    const without = setting({ get: no, set: no, clear: no });
    await without.by('a');
    await without.memory.forget();
    await without.by('a');
    expect(without.asked).toEqual(['a', 'a']);
  });
});
