// The toolbar's number and the alarm: what is counted and when, and how seldom the browser is asked.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlarm } from '@/lib/background/services/alarm';
import { countOpen, createBadge } from '@/lib/background/services/badge';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { submission } from '../outbox/world';

const START = Date.parse('2026-11-21T10:00:10.000Z');
beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

const stopped = (kind: Problem['kind'], state: Submission['state'] = 'waiting') => {
  const of = submission({ state });
  return { ...of, steps: of.steps.map((step) => ({ ...step, problem: { kind, message: 'm' } })) };
};

describe('the badge', () => {
  it('counts what is not written, and sees what wants the rep', () => {
    const young = submission({ at: new Date(START - 1_000).toISOString() });
    expect(countOpen([young], START)).toEqual({ unfinished: 0, wants: false, young: true });
    expect(countOpen([submission()], START)).toEqual({ unfinished: 1, wants: false, young: false });
    expect(countOpen([stopped('offline'), submission()], START)).toMatchObject({
      unfinished: 2,
      wants: false,
    });
    expect(countOpen([stopped('key-refused')], START)).toMatchObject({ unfinished: 1, wants: true });
    expect(countOpen([stopped('changed', 'failed')], START)).toMatchObject({ unfinished: 1, wants: true });
  });

  it('shows the newest count once for many changes, waits a moment for what is young, and clears', async () => {
    const action = { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() };
    let open = [submission({ at: new Date(START).toISOString() })];
    const word = (name: string) => async (count: string) => `${name} ${count}`;
    const changed = createBadge({
      unfinished: () => open,
      lost: async () => [],
      broken: () => false,
      action,
      titles: {
        nothing: word('nothing'),
        waits: word('waits'),
        wants: word('wants'),
        lost: word('lost'),
        storage: word('storage'),
      },
      later: (run, ms) => void setTimeout(run, ms),
    });
    changed();
    changed();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(action.setBadgeText.mock.calls).toEqual([[{ text: '' }]]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '1' });
    expect(action.setTitle).toHaveBeenLastCalledWith({ title: 'waits 1' });
    open = [];
    changed();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
    expect(action.setBadgeText).toHaveBeenCalledTimes(3);
  });
});

describe('the alarm', () => {
  function world() {
    const alarms = { create: vi.fn(), clear: vi.fn() };
    const wake = vi.fn();
    return { alarms, wake, ask: createAlarm({ alarms, wake }) };
  }

  it('wakes a living worker in time, and a dead one not before the browser can', async () => {
    const { alarms, wake, ask } = world();
    ask(START + 2_000);
    expect(alarms.create).toHaveBeenCalledWith('outbox', { delayInMinutes: 0.5 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('asks the browser again only where it matters', () => {
    const { alarms, ask } = world();
    for (let count = 0; count < 100; count += 1) ask(START + 1_000);
    expect(alarms.create).toHaveBeenCalledOnce();
    ask(START + 600_000);
    expect(alarms.create).toHaveBeenCalledTimes(2);
    ask(START + 1_000);
    expect(alarms.create).toHaveBeenCalledTimes(3);
    ask(null);
    ask(null);
    expect(alarms.clear).toHaveBeenCalledOnce();
  });

  it('is a delay, which no setting of the clock makes longer, neither by the timer nor by the browser', async () => {
    for (const jump of [10 * 86_400_000, -10 * 86_400_000]) {
      const { alarms, wake, ask } = world();
      const now = Date.now();
      ask(now + 45_000);
      expect(alarms.create).toHaveBeenLastCalledWith('outbox', { delayInMinutes: 0.75 });
      vi.setSystemTime(now + jump);
      await vi.advanceTimersByTimeAsync(45_000);
      expect(wake).toHaveBeenCalledOnce();
      ask(Date.now() + 120_000);
      expect(alarms.create).toHaveBeenLastCalledWith('outbox', { delayInMinutes: 2 });
    }
  });

  it('clears what an earlier worker had set', () => {
    const { alarms, ask } = world();
    ask(null);
    expect(alarms.clear).toHaveBeenCalledOnce();
  });
});
