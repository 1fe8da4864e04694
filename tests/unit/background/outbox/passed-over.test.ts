// Nothing is passed over for good: what another stands in the way of goes on when that is out of the way, and is told.
import { expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { lost, outboxWorld, ref, submission } from './world';

const full = new ProblemError({ kind: 'storage', message: 'The disk is full.', store: 'full' });

/** A call that is held until it is told to fail. */
function held() {
  let ask = () => {};
  let fail = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const run = (): Promise<never> => {
    ask();
    return new Promise((_, reject) => {
      fail = () => reject(full);
    });
  };
  return { run, asked, fail: () => fail() };
}

it('an alarm that rings while the rep takes it back, which then fails, is made up for', async () => {
  const { crm, clock, kept, worker } = outboxWorld();
  const storage = held();
  const { put } = kept.store;
  kept.store.put = (of) => (of.state === 'withdrawn' ? storage.run() : put(of));
  const { outbox } = worker();
  crm.faults.stageValues.push({ when: 'before', problem: lost });
  const of = await outbox.send(submission());
  const back = outbox.withdraw(ref, of.id);
  await storage.asked;
  clock.move(60_000);
  await outbox.wake('alarm');
  storage.fail();
  await expect(back).rejects.toBe(full);
  await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
});

it('one that another worker has kept meanwhile, and that is sent here again, is gone on with', async () => {
  const { crm, clock, kept, worker } = outboxWorld();
  const young = worker();
  await young.outbox.wake('alarm');
  const old = worker();
  crm.faults.stageValues.push({ when: 'before', problem: lost });
  const of = submission();
  await old.outbox.send(of);
  // The page never heard of it.
  old.kill();
  expect((await young.outbox.send(of)).state).toBe('waiting');
  expect(young.alarm.at).not.toBeNull();
  clock.move(60_000);
  await young.outbox.wake('alarm');
  await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
});

it('one behind another that could not be kept is delivered', async () => {
  const { kept, worker } = outboxWorld();
  const storage = held();
  const { add } = kept.store;
  const large = submission();
  kept.store.add = (of, seq) => (of.id === large.id ? storage.run() : add(of, seq));
  const { outbox } = worker();
  const first = outbox.send(large);
  await storage.asked;
  const small = submission();
  const second = outbox.send(small);
  await expect.poll(async () => (await kept.store.get(small.id))?.state).toBe('waiting');
  storage.fail();
  await expect(first).rejects.toBe(full);
  expect((await second).state).toBe('written');
});

it('one whose end alone could not be kept is shown as it ended, and kept when the storage lets it', async () => {
  const { kept, worker } = outboxWorld();
  const { finish } = kept.store;
  let fails = 2;
  kept.store.finish = (of: Submission) => {
    fails -= 1;
    return fails >= 0 ? Promise.reject(full) : finish(of);
  };
  const { outbox } = worker();
  const of = submission();
  expect((await outbox.send(of)).state).toBe('written');
  await outbox.wake('alarm');
  expect((await kept.store.get(of.id))?.state).toBe('writing');
  expect((await outbox.last(ref))?.state).toBe('written');
  expect((await outbox.all()).map(({ state }) => state)).toEqual(['written']);
  expect((await outbox.retry(ref, of.id)).state).toBe('written');
  await outbox.wake('alarm');
  expect((await kept.store.get(of.id))?.state).toBe('written');
});
