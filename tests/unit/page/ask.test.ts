// The content script's first question: asked again while the background starts, and not where it may not be.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hello } from '@/lib/page/ask';
import { fail, ok } from '@/lib/problem/problem';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

const layout = { open: false, side: 'right', mode: 'push', width: 360 };
const storage = fail({ kind: 'storage', message: 'The database could not be opened.' });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  sendMessage.mockReset();
});

async function answer() {
  const asked = hello();
  await vi.runAllTimersAsync();
  return asked;
}

it('is asked again where nobody answered and where something failed', async () => {
  sendMessage
    .mockRejectedValueOnce(new Error('Receiving end does not exist.'))
    .mockResolvedValueOnce(storage)
    .mockResolvedValueOnce(ok({ layout }));
  expect(await answer()).toEqual(layout);
  expect(sendMessage).toHaveBeenCalledTimes(3);
});

it('gives up where it goes on failing', async () => {
  sendMessage.mockResolvedValue(storage);
  expect(await answer()).toBeNull();
  expect(sendMessage).toHaveBeenCalledTimes(4);
});

it('takes no for an answer where we may not be', async () => {
  sendMessage.mockResolvedValue(fail({ kind: 'not-connected', message: 'Not here.', way: 'oauth' }));
  expect(await answer()).toBeNull();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
