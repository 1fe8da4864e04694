// A new session in this browser wakes what waits for it; other cookies, and those that go, do not.
import { expect, it, vi } from 'vitest';
import { type CookieEvent, createSessionWatch } from '@/lib/connections/watch';
import { createCrm, createWorld } from './fake-crm';

it('listens once, as soon as the browser allows it, to new sessions alone', () => {
  const listeners = new Set<Parameters<CookieEvent['addListener']>[0]>();
  let allowed = false;
  const seen = vi.fn();
  const watch = createSessionWatch({
    crms: [createCrm(createWorld().server)],
    changes: () =>
      allowed
        ? { hasListener: (one) => listeners.has(one), addListener: (one) => void listeners.add(one) }
        : undefined,
    seen,
  });
  watch();
  expect(listeners.size).toBe(0);
  allowed = true;
  watch();
  watch();
  expect(listeners.size).toBe(1);
  const tell = (name: string, removed: boolean) => {
    for (const listener of listeners) listener({ removed, cookie: { name } });
  };
  tell('theme', false);
  tell('sid', true);
  expect(seen).not.toHaveBeenCalled();
  tell('sid', false);
  expect(seen).toHaveBeenCalledTimes(1);
});
