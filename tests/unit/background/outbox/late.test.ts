// A write whose answer was lost may arrive late: whatever the rep does meanwhile, nothing gets before it or twice there.
import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { lost, outboxWorld, ref, refused, submission } from './world';

const bug: Problem = { kind: 'unexpected', message: 'A mistake of ours.' };
const fieldsOnly = (): Submission => {
  const of = submission();
  return { ...of, steps: of.steps.slice(0, 1) };
};

/** One whose write the CRM has taken in and not done yet, taken back by the rep. */
async function takenBack() {
  const world = outboxWorld();
  const life = world.worker();
  world.crm.faults.write.push({ when: 'late', problem: lost });
  const one = await life.outbox.send(fieldsOnly());
  expect(one).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
  await life.outbox.withdraw(ref, one.id);
  return { ...world, ...life, one };
}

describe('one that was taken back and may arrive yet', () => {
  it('is waited for by the next of its record, and by no other', async () => {
    const { crm, clock, outbox, alarm, one } = await takenBack();
    const two = await outbox.send(fieldsOnly());
    expect(two).toMatchObject({
      state: 'waiting',
      nextAt: '2026-11-21T10:05:30.000Z',
      steps: [{ problem: { kind: 'in-line' } }],
    });
    const other = await outbox.send({ ...fieldsOnly(), ref: { ...ref, id: '502' } });
    expect(other.state).toBe('written');
    expect((await outbox.retry(ref, two.id)).state).toBe('waiting');
    expect(crm.effects).toEqual([`${other.id} fields`]);
    expect(alarm.at).toBe(clock.now().getTime() + 30_000);

    crm.catchUp();
    clock.move(30_000);
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects.slice(1)).toEqual([`${one.id} fields`, `${two.id} fields`]);
  });

  it('is kept no more once its row was deleted, however long it is waited for', async () => {
    const { clock, kept, outbox, one } = await takenBack();
    await kept.database((db) => db.delete('submissions', one.id));
    clock.move(600_000);
    await outbox.send(fieldsOnly());
    expect(outbox.counting()).toBe(false);
    // What is kept comes in order: after the next one, what was kept before it is there.
    await outbox.send({ ...fieldsOnly(), ref: { ...ref, id: '502' } });
    expect(await kept.store.get(one.id)).toBeNull();
  });

  it('is waited for after the death of the worker too', async () => {
    const { crm, clock, worker, kill, one } = await takenBack();
    kill();
    const { outbox, alarm } = worker();
    const two = await outbox.send(fieldsOnly());
    expect(two).toMatchObject({ state: 'waiting', nextAt: '2026-11-21T10:05:30.000Z' });
    crm.catchUp();
    clock.move((alarm.at ?? 0) - clock.now().getTime());
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects).toEqual([`${one.id} fields`, `${two.id} fields`]);
  });

  it('is not waited for longer where the clock is put back, here or in the next worker', async () => {
    for (const dies of [false, true]) {
      const { crm, clock, worker, kill, outbox: old } = await takenBack();
      clock.jump(-5 * 3_600_000);
      if (dies) kill();
      const { outbox, alarm } = dies ? worker() : { outbox: old, alarm: { at: null } };
      const two = await outbox.send(fieldsOnly());
      expect(two.state).toBe('waiting');
      if (dies) expect((alarm.at ?? 0) - clock.now().getTime()).toBeLessThanOrEqual(50_000);
      clock.move(50_000);
      await outbox.wake('alarm');
      await expect.poll(() => crm.effects).toEqual([`${two.id} fields`]);
    }
  });

  it('stands in nobody’s way where nothing of it was ever sent', async () => {
    const { crm, outbox } = (() => {
      const world = outboxWorld();
      return { ...world, ...world.worker() };
    })();
    crm.faults.write.push({ when: 'before', problem: { kind: 'busy', message: '', status: 503 } });
    const one = await outbox.send(fieldsOnly());
    await outbox.withdraw(ref, one.id);
    expect((await outbox.send(fieldsOnly())).state).toBe('written');
  });
});

describe('a lost write that then wants the rep', () => {
  it('keeps its quiet, whoever presses: for what we did not foresee', async () => {
    const { crm, clock, worker } = outboxWorld();
    const { outbox } = worker();
    const [early, late] = [
      { when: 'before', problem: bug } as const,
      { when: 'late', problem: bug } as const,
    ];
    crm.faults.write.push(early, early, late);
    const of = await outbox.send(fieldsOnly());
    for (let tries = 1; tries < 3; tries += 1) {
      clock.move(60_000);
      await outbox.wake('alarm');
      await expect.poll(outbox.busy).toBe(false);
    }
    expect(outbox.unfinished()).toMatchObject([{ state: 'failed' }]);
    const writes = () => crm.calls.filter((call) => call === 'write');
    expect(writes()).toHaveLength(3);
    expect((await outbox.retry(ref, of.id)).state).toBe('waiting');
    expect(writes()).toHaveLength(3);
    crm.catchUp();
    expect((await outbox.retry(ref, of.id)).state).toBe('written');
    expect(crm.effects).toEqual([`${of.id} fields`]);
  });

  it('keeps its quiet where the look-up is refused', async () => {
    const { crm, clock, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'late', problem: lost });
    const of = await outbox.send(fieldsOnly());
    clock.move(5_000);
    crm.faults.probe.push({ when: 'before', problem: refused });
    expect((await outbox.retry(ref, of.id)).state).toBe('failed');
    expect((await outbox.retry(ref, of.id)).state).toBe('waiting');
    expect(crm.calls.filter((call) => call === 'write')).toHaveLength(1);
    crm.catchUp();
    expect((await outbox.retry(ref, of.id)).state).toBe('written');
    expect(crm.effects).toEqual([`${of.id} fields`]);
  });
});
