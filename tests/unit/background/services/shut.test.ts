// Who may read our storage areas: our own pages and the background, as far as the browser lets us say so.
import { beforeEach, expect, it, vi } from 'vitest';

const asked = vi.hoisted(() => ({ names: [] as string[], storage: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: { storage: asked.storage } }));
const { keepToOurselves } = await import('@/lib/background/services/shut');

const area = (name: string, answer: () => unknown = () => undefined) => ({
  setAccessLevel: async (to: unknown) => {
    asked.names.push(`${name} ${JSON.stringify(to)}`);
    return answer();
  },
});
const all = ['local', 'managed', 'session', 'sync'];
const shut = (names: readonly string[]) => names.map((name) => `${name} {"accessLevel":"TRUSTED_CONTEXTS"}`);

beforeEach(() => {
  asked.names = [];
  for (const name of all) asked.storage[name] = area(name);
});

it('shuts content scripts out of every area, the policy’s too', () => {
  keepToOurselves();
  expect(asked.names.sort()).toEqual(shut(all));
});

it('goes on where a browser refuses it, throws at it, or lacks the call or the area', async () => {
  asked.storage.local = area('local', () => Promise.reject(new Error('not here')));
  asked.storage.session = {
    setAccessLevel: () => {
      throw new Error('never here');
    },
  };
  asked.storage.sync = {};
  asked.storage.managed = undefined;
  keepToOurselves();
  expect(asked.names).toEqual(shut(['local']));
  asked.storage.managed = area('managed');
  keepToOurselves();
  expect(asked.names).toEqual(shut(['local', 'local', 'managed']));
});
