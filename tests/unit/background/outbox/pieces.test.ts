// The outbox's small parts: how long to wait, who is asked when, what is counted, and what a lost database leaves.
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CAP_MS, delay, dueAt, QUIET_MS } from '@/lib/background/outbox/backoff';
import { createPace } from '@/lib/background/outbox/pace';
import { curedBy, holdsAccount } from '@/lib/background/outbox/problems';
import { createTally } from '@/lib/background/outbox/tally';
import { type Problem, problemKinds } from '@/lib/problem/problem';
import { ref, submission } from './world';

const START = Date.parse('2026-11-21T10:05:00.000Z');
const problem = (kind: Problem['kind'], more: Partial<Problem> = {}): Problem => ({
  kind,
  message: 'm',
  ...more,
});

describe('how long to wait', () => {
  it('is never under what must pass, never over the cap unless the CRM asks for more, and grows', () => {
    const any = fc.record({
      kind: fc.constantFrom(...problemKinds),
      tries: fc.integer({ min: 1, max: 2000 }),
      sent: fc.boolean(),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
      retryAfterMs: fc.option(fc.nat(3_600_000), { nil: undefined }),
    });
    fc.assert(
      fc.property(any, ({ kind, tries, sent, random, retryAfterMs }) => {
        const of = problem(kind, retryAfterMs === undefined ? {} : { retryAfterMs });
        const ms = delay(of, tries, sent, () => random);
        expect(ms).toBeGreaterThanOrEqual(Math.max(1_000, retryAfterMs ?? 0));
        expect(ms).toBeLessThanOrEqual(Math.max(CAP_MS, retryAfterMs ?? 0));
        if (sent && kind === 'timeout') expect(ms).toBeGreaterThanOrEqual(QUIET_MS);
      }),
    );
    expect(delay(problem('offline'), 1, false, () => 0.99)).toBeLessThan(
      delay(problem('offline'), 6, false, () => 0.99),
    );
  });

  it('is held to the cap where the clock was put back, and is over where it was put forward', () => {
    const at = new Date(START + 60_000).toISOString();
    expect(dueAt(at, null, 6, START)).toBe(START + 60_000);
    expect(dueAt(at, null, 20, START - 9 * 3_600_000)).toBe(START - 9 * 3_600_000 + CAP_MS);
    expect(dueAt(at, null, 6, START + 9 * 3_600_000)).toBeLessThan(START + 9 * 3_600_000);
    // One that was stopped once was to wait for two minutes or so at most.
    const late = new Date(START + 3_600_000).toISOString();
    expect(dueAt(late, null, 1, START - 9 * 3_600_000)).toBe(START - 9 * 3_600_000 + 124_000);
    expect(dueAt('nonsense', null, 1, START)).toBe(START);
    const hour = problem('busy', { retryAfterMs: 3_600_000 });
    expect(dueAt(new Date(START + 3_600_000).toISOString(), hour, 1, START)).toBe(START + 3_600_000);
  });
});

it('every kind of problem is cured by one thing, and what is a bug of ours ends with the rep', () => {
  const by = (kind: Problem['kind'], tries = 1) => curedBy(problem(kind), tries);
  expect(problemKinds.filter((kind) => by(kind) === 'sign-in')).toEqual([
    'not-connected',
    'key-refused',
    'sign-in',
    'no-api',
    'wrong-account',
    'other-user',
  ]);
  expect(problemKinds.filter((kind) => by(kind) === 'time')).toEqual([
    'in-use',
    'busy',
    'crm-down',
    'offline',
    'timeout',
    'odd-answer',
    'in-line',
    'storage',
    'unexpected',
  ]);
  expect([by('unexpected', 2), by('unexpected', 3), by('timeout', 3000)]).toEqual(['time', 'rep', 'time']);
  // What the CRM itself asks for holds for all of the account, whatever it calls it.
  expect(holdsAccount(problem('busy', { status: 477, retryAfterMs: 60_000 }))).toBe('busy');
  expect(holdsAccount(problem('crm-down', { status: 503, retryAfterMs: 60_000 }))).toBe('busy');
  expect(holdsAccount(problem('crm-down', { status: 503 }))).toBeNull();
  expect(holdsAccount(problem('busy', { status: 423 }))).toBeNull();
  expect(holdsAccount(problem('busy', { status: 429 }))).toBe('busy');
});

describe('an account’s pace', () => {
  const at = (now: number) => new Date(now).toISOString();

  it('leaves a part of the team’s allowance to others, except for a rep who waits', () => {
    let now = START;
    const pace = createPace(() => now);
    pace.told('a', { max: 100, remaining: 15, windowMs: 10_000, readAt: at(now) });
    expect(pace.free('a', false)).toBe(START + 10_000);
    expect(pace.free('a', true)).toBe(0);
    expect(pace.free('b', false)).toBe(0);
    now += 10_001;
    expect(pace.free('a', false)).toBeLessThanOrEqual(now);
    pace.told('a', { max: 100, remaining: 80, windowMs: 10_000, readAt: at(now) });
    expect(pace.free('a', false)).toBe(0);
    // A whole day's allowance is looked at again by trying, and a clock that was put back stalls nobody.
    pace.told('a', { max: 5000, remaining: 3, windowMs: 86_400_000, readAt: at(now) });
    expect(pace.free('a', false)).toBe(now + 300_000);
    now -= 3_600_000;
    expect(pace.free('a', false)).toBe(0);
  });

  it('obeys Retry-After whoever presses, and waits for a sign-in unless someone presses', () => {
    let now = START;
    const pace = createPace(() => now);
    pace.learnt('a', problem('busy', { status: 429, retryAfterMs: 60_000 }), now + 60_000);
    expect([pace.free('a', false), pace.free('a', true)]).toEqual([START + 60_000, START + 60_000]);
    now -= 7 * 3_600_000;
    expect(pace.held('a')?.until).toBe(now + 60_000);
    pace.learnt('b', problem('key-refused'), now);
    expect([pace.free('b', false), pace.free('b', true)]).toEqual([null, 0]);
    pace.release('sign-in');
    expect(pace.free('b', false)).toBe(0);
    pace.learnt('c', problem('changed'), now + 1);
    expect(pace.held('c')).toBeNull();
  });

  it('is not held for long by one broken connection, nor by an unlucky submission’s many tries', () => {
    const pace = createPace(() => START);
    const hour = START + 3_600_000;
    pace.learnt('a', problem('offline'), hour);
    expect(pace.free('a', false)).toBe(START + 5_000);
    pace.learnt('b', problem('busy', { status: 429 }), hour);
    expect(pace.free('b', false)).toBe(START + 30_000);
    pace.learnt('c', problem('busy', { status: 429, retryAfterMs: 3_600_000 }), hour);
    expect(pace.free('c', false)).toBe(hour);
    pace.learnt('d', problem('busy', { status: 403, usedUp: 'day' }), hour);
    expect(pace.free('d', false)).toBe(hour);
  });

  it('has room for a few, and for one more where a rep waits', () => {
    const pace = createPace(() => START);
    for (let count = 0; count < 3; count += 1) pace.began('a');
    expect([pace.hasRoom('a', false), pace.hasRoom('a', true), pace.hasRoom('b', false)]).toEqual([
      false,
      true,
      true,
    ]);
    for (let count = 0; count < 3; count += 1) pace.began('b');
    expect([pace.hasRoom('c', false), pace.hasRoom('c', true), pace.isFull()]).toEqual([false, true, false]);
    pace.ended('a');
    expect(pace.hasRoom('a', false)).toBe(true);
  });
});

describe('the tally', () => {
  function world(kept: unknown, rows: string[] = []) {
    const item = {
      value: kept,
      getValue: async () => item.value,
      setValue: async (value: unknown) => {
        item.value = value;
      },
    };
    const open = [submission({ recordName: 'Noor Haddad' })];
    const onLost = vi.fn();
    const make = () =>
      createTally({
        item,
        missing: async (ids) => ids.filter((id) => !rows.includes(id)),
        unfinished: () => open,
        onLost,
        later: (run) => queueMicrotask(run),
      });
    return { item, open, onLost, make };
  }
  const row = { id: 'gone', ref, name: 'Ada Reyes', at: '2026-11-21T09:00:00.000Z' };

  it('tells what was counted and is there no more, over every start until the rep has seen it', async () => {
    const { item, open, onLost, make } = world({ open: [row, { ...row, id: 'there' }], lost: [] }, ['there']);
    const first = make();
    await first.check();
    expect(await first.lost()).toEqual([row]);
    expect(onLost).toHaveBeenCalledOnce();
    await expect
      .poll(() => item.value)
      .toMatchObject({ open: [{ id: open[0]?.id, name: 'Noor Haddad' }], lost: [row] });
    const next = make();
    await next.check();
    expect((await next.lost()).map(({ id }) => id)).toContain('gone');
    await next.dismiss('gone');
    expect((await next.lost()).map(({ id }) => id)).not.toContain('gone');
  });

  it('is written at once where that is asked for, as before its file is begun anew', async () => {
    const { item, open, make } = world({ open: [], lost: [] });
    const tally = make();
    await tally.settle();
    expect(item.value).toEqual({ open: [], lost: [] });
    await tally.check();
    await expect.poll(() => item.value).toMatchObject({ open: [{ name: 'Noor Haddad' }] });
    open.length = 0;
    await tally.settle();
    expect(item.value).toEqual({ open: [], lost: [] });
  });

  it('writes nothing over what it has not compared yet, and takes nonsense for nothing', async () => {
    const { item, make } = world('nonsense');
    const tally = make();
    tally.changed();
    await Promise.resolve();
    expect(item.value).toBe('nonsense');
    await tally.check();
    expect(await tally.lost()).toEqual([]);
    await expect.poll(() => item.value).toMatchObject({ lost: [] });
  });
});
