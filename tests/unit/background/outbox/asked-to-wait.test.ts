// A CRM asks for a pause: nobody of the account asks sooner, but for a person who presses, whom one call costs.
import { describe, expect, it } from 'vitest';
import { askedFor, longest } from '@/lib/background/outbox/backoff';
import { createPace } from '@/lib/background/outbox/pace';
import { holdsAccount } from '@/lib/background/outbox/problems';
import type { Problem } from '@/lib/problem/problem';
import { outboxWorld, ref, submission } from './world';

const MINUTE = 60_000;
const busy = (retryAfterMs: number): Problem => ({ kind: 'busy', message: '429', status: 429, retryAfterMs });
const of = (id: string) => submission({ ref: { ...ref, id } });
const ticks = async () => {
  for (let count = 0; count < 60; count += 1) await new Promise((done) => setImmediate(done));
};

/** One that waits because its CRM asked for so long a pause. */
async function asked(retryAfterMs: number) {
  const world = outboxWorld();
  const { outbox } = world.worker();
  world.crm.faults.stageValues.push({ when: 'before', problem: busy(retryAfterMs) });
  const first = of('501');
  expect((await outbox.send(first)).state).toBe('waiting');
  return { ...world, outbox, first };
}

describe('a long pause', () => {
  it('is kept by all that nobody presses for, a new decision too', async () => {
    const { outbox, crm, clock } = await asked(30 * MINUTE);
    const before = crm.calls.length;
    const second = await outbox.send(of('502'));
    expect(second).toMatchObject({ state: 'waiting', steps: [{ problem: { kind: 'busy' } }, {}, {}] });
    clock.move(20 * MINUTE);
    await outbox.wake('alarm');
    await ticks();
    expect(crm.calls).toHaveLength(before);
  });

  it('is tried at once by a press; where that gets through, all else goes on', async () => {
    const { outbox, crm, first } = await asked(30 * MINUTE);
    const second = of('502');
    await outbox.send(second);
    expect((await outbox.retry(first.ref, first.id)).state).toBe('written');
    await expect.poll(async () => (await outbox.get(second.ref, second.id))?.state).toBe('written');
    expect(crm.effects.filter((effect) => effect.endsWith('note'))).toHaveLength(2);
  });

  it('is tried once by a press, and then waited for again', async () => {
    const { outbox, crm, first } = await asked(30 * MINUTE);
    crm.faults.stageValues.push({ when: 'before', problem: busy(30 * MINUTE) });
    const before = crm.calls.length;
    expect((await outbox.retry(first.ref, first.id)).state).toBe('waiting');
    expect(crm.calls).toHaveLength(before + 1);
    await outbox.wake('alarm');
    await ticks();
    expect(crm.calls).toHaveLength(before + 1);
  });
});

it('a pause of seconds is waited for whoever presses: it is over before a second press', async () => {
  const { outbox, crm, first, clock } = await asked(8_000);
  const before = crm.calls.length;
  expect((await outbox.retry(first.ref, first.id)).state).toBe('waiting');
  expect(crm.calls).toHaveLength(before);
  clock.move(8_001);
  await outbox.wake('alarm');
  await expect.poll(async () => (await outbox.get(first.ref, first.id))?.state).toBe('written');
});

it('a pause of a year that an older version has kept is one of an hour', () => {
  expect(askedFor(busy(365 * 24 * 60 * MINUTE))).toBe(60 * MINUTE);
  expect(longest(busy(365 * 24 * 60 * MINUTE), 1)).toBe(60 * MINUTE);
});

it('a lost answer that came with a pause holds the account for that pause, and not for as long as its call may act', () => {
  const odd: Problem = { kind: 'odd-answer', message: 'm', status: 429, retryAfterMs: 1_000 };
  expect(holdsAccount(odd)).toBe('busy');
  expect(holdsAccount({ kind: 'odd-answer', message: 'm', status: 429 })).toBe('busy');
  expect(holdsAccount({ kind: 'odd-answer', message: 'm', status: 403 })).toBeNull();
  const pace = createPace(() => 0);
  pace.learnt('a', odd, 120_000);
  expect(pace.free('a', false)).toBe(30_000);
});
