// Since when a page knows what it knows: said with its messages, and what it does when that was erased.
// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { type Erased, NOTHING_ERASED } from '@/lib/protocol/erased';

type Changed = (changes: Record<string, { newValue?: unknown }>) => void;
const held = vi.hoisted(() => ({
  sendMessage: vi.fn(),
  kept: {} as Record<string, unknown>,
  heard: new Set<(changes: Record<string, { newValue?: unknown }>) => void>(),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'us', sendMessage: held.sendMessage },
    storage: {
      session: {
        get: async () => ({ ...held.kept }),
        onChanged: { addListener: (heard: Changed) => held.heard.add(heard) },
      },
    },
  },
}));

const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
const everything = (count: number): Erased => ({ ...NOTHING_ERASED, count, everything: count });
const erase = (erased: Erased) => {
  held.kept.erased = erased;
  for (const heard of held.heard) heard({ erased: { newValue: erased } });
};

/** A page that has just been loaded. */
async function page(forget?: (erased: Erased, since: number) => void) {
  vi.resetModules();
  held.heard.clear();
  const [{ hearErased }, { send }] = await Promise.all([
    import('@/lib/protocol/known'),
    import('@/lib/protocol/client'),
  ]);
  hearErased(forget);
  held.sendMessage.mockResolvedValue({ ok: true, value: null });
  await send('outbox.wake', {});
  return { send, said: () => held.sendMessage.mock.lastCall?.[0].since };
}

beforeEach(() => {
  held.kept = {};
  held.sendMessage.mockReset();
  reload.mockClear();
});

it('says with every message since when it is there', async () => {
  expect((await page()).said()).toBe(0);
  held.kept.erased = everything(7);
  expect((await page()).said()).toBe(7);
  held.kept.erased = 'anything';
  expect((await page()).said()).toBe(0);
});

it('starts anew once everything was cleared, and asks nobody whether it may', async () => {
  await page();
  const asks = vi.fn();
  window.addEventListener('beforeunload', asks);
  erase(everything(1));
  expect(reload).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('beforeunload'));
  window.removeEventListener('beforeunload', asks);
});

it('learns it as soon as it is seen again, where it slept through it', async () => {
  await page();
  held.kept.erased = everything(1);
  document.dispatchEvent(new Event('visibilitychange'));
  // Those of the tests before listen still, as pages that nobody has closed.
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
});

it('forgets an account’s, and says from then on that it did', async () => {
  const forget = vi.fn();
  const { send, said } = await page(forget);
  const erased: Erased = { ...NOTHING_ERASED, count: 1, answers: { 'hubspot/1': 1 } };
  erase(erased);
  erase(erased);
  expect(forget.mock.calls).toEqual([[erased, 0]]);
  expect(reload).not.toHaveBeenCalled();
  await send('outbox.wake', {});
  expect(said()).toBe(1);
});

it('stays to say how it ended where it was this page that cleared all, until its reader goes on', async () => {
  const { send } = await page();
  held.sendMessage.mockImplementation(async () => {
    erase(everything(1));
    return { ok: true, value: { notEnded: [] } };
  });
  expect(await send('everything.clear', {})).toMatchObject({ ok: true });
  expect(reload).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('hashchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});
