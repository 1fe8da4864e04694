// A new session in this browser wakes what waits for it; other cookies, and those that go, do not, and without need nothing listens.
import { expect, it, vi } from 'vitest';
import { type CookieEvent, createSessionWatch } from '@/lib/background/connections/watch';
import { createCrm, createWorld } from './fake-crm';

type Heard = Parameters<CookieEvent['addListener']>[0];

/** The browser's event, which outlives workers: one that has ended still counts as listening. */
function cookieEvent() {
  const listeners = new Set<Heard>();
  const remembered = { yes: false };
  const event: CookieEvent = {
    addListener: (one) => {
      listeners.add(one);
      remembered.yes = true;
    },
    removeListener: (one) => {
      // What a worker has not added itself it can't take away.
      if (listeners.delete(one) && listeners.size === 0) remembered.yes = false;
    },
  };
  return {
    event,
    remembered,
    ends: () => listeners.clear(),
    tell: (name: string, removed: boolean) => {
      for (const listener of listeners) listener({ removed, cookie: { name } });
    },
  };
}

it('listens as soon as the browser allows it and something waits, to new sessions alone', () => {
  const { event, tell } = cookieEvent();
  const now = { allowed: false, waits: true };
  const seen = vi.fn();
  const watch = createSessionWatch({
    crms: [createCrm(createWorld().server)],
    changes: () => (now.allowed ? event : undefined),
    waits: () => now.waits,
    seen,
  });
  watch();
  tell('sid', false);
  expect(seen).not.toHaveBeenCalled();
  now.allowed = true;
  watch();
  watch();
  tell('theme', false);
  tell('sid', true);
  expect(seen).not.toHaveBeenCalled();
  tell('sid', false);
  expect(seen).toHaveBeenCalledTimes(1);
  now.waits = false;
  watch();
  tell('sid', false);
  expect(seen).toHaveBeenCalledTimes(1);
});

it('a worker for which nothing waits takes away what the one before it left', () => {
  const { event, remembered, ends } = cookieEvent();
  const now = { waits: true };
  const worker = () =>
    createSessionWatch({
      crms: [createCrm(createWorld().server)],
      changes: () => event,
      waits: () => now.waits,
      seen: () => undefined,
    });
  worker()();
  ends();
  expect(remembered.yes).toBe(true);
  now.waits = false;
  worker()();
  expect(remembered.yes).toBe(false);
});
