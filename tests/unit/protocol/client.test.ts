// How a page asks the background: an answer, or a problem in plain words, and never waiting for ever.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { send } from '@/lib/protocol/client';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({ browser: { runtime: { id: 'us', sendMessage } } }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);
const lost = { ok: false, problem: { kind: 'unexpected', message: expect.stringContaining('Try again') } };

it('gives a problem where the browser never says that the background is gone', async () => {
  sendMessage.mockImplementation(never);
  const asked = send('outbox.read', {});
  await vi.advanceTimersByTimeAsync(119_000);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toMatchObject(lost);
});

it('waits for a person who signs in', () => {
  sendMessage.mockImplementation(never);
  void send('connections.again', { crm: 'salesforce', account: 'acme.my.salesforce.com' });
  expect(vi.getTimerCount()).toBe(0);
});

it('gives a problem where the background died, and lets the clock go where it answered', async () => {
  sendMessage.mockRejectedValueOnce(new Error('The message port closed.'));
  expect(await send('outbox.read', {})).toMatchObject(lost);
  sendMessage.mockResolvedValueOnce({ ok: true, value: {} });
  expect(await send('outbox.wake', {})).toEqual({ ok: true, value: {} });
  expect(vi.getTimerCount()).toBe(0);
});
