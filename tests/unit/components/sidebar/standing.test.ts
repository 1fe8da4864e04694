// What the frame sees itself, joined with what the script that put it there says of how it stands.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PAUSE_MS } from '@/components/sidebar/gate/gate';
import type { Sight } from '@/components/sidebar/gate/on-screen';
import { withStanding } from '@/components/sidebar/gate/standing';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function world(first: boolean | null) {
  const told: Sight[] = [];
  const stands = vi.fn(async (): Promise<boolean | null> => first);
  let see: (sight: Sight) => void = () => undefined;
  const ended = vi.fn();
  const watch = withStanding((_, tell) => {
    see = tell;
    tell('soon');
    return ended;
  }, stands);
  const stop = watch(document.body, (sight) => told.push(sight));
  const now = () => told.at(-1);
  return { told, stands, stop, ended, now, see: (sight: Sight) => see(sight) };
}

it('is ready where both are, and the element has stood as it should for as long as it has to be on screen', async () => {
  const { see, now } = world(true);
  see('ready');
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 50);
  expect(now()).toBe('soon');
  await vi.advanceTimersByTimeAsync(100);
  expect(now()).toBe('ready');
});

it.each([
  [false, 'hidden'],
  [null, 'unanswered'],
] as const)('is unsaid by %s, and has to last anew after it', async (answer, sight) => {
  const { see, now, stands } = world(true);
  see('ready');
  await vi.advanceTimersByTimeAsync(2 * PAUSE_MS);
  expect(now()).toBe('ready');
  stands.mockResolvedValueOnce(answer);
  while (now() === 'ready') await vi.advanceTimersByTimeAsync(10);
  expect(now()).toBe(sight);
  while (now() === sight) await vi.advanceTimersByTimeAsync(10);
  expect(now()).toBe('soon');
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 50);
  expect(now()).toBe('soon');
  await vi.advanceTimersByTimeAsync(100);
  expect(now()).toBe('ready');
});

it('is never ready before an answer, and says first what the frame sees itself', async () => {
  const { see, now, told, stop } = world(false);
  see('ready');
  expect(now()).toBe('soon');
  await vi.advanceTimersByTimeAsync(1);
  expect(now()).toBe('hidden');
  see('covered');
  expect(now()).toBe('covered');
  expect(told).not.toContain('ready');
  stop();
});

it('asks again and again, and no more once it is stopped', async () => {
  const { stands, stop, ended } = world(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(stands.mock.calls.length).toBeGreaterThan(4);
  stop();
  expect(ended).toHaveBeenCalledTimes(1);
  const asked = stands.mock.calls.length;
  await vi.advanceTimersByTimeAsync(2000);
  expect(stands).toHaveBeenCalledTimes(asked);
});
