// The outbox: one delivery per submission and per record at a time, and what a dead worker left is offered again.
import { describe, expect, it } from 'vitest';
import { createOutbox } from '@/lib/outbox/outbox';
import { ProblemError } from '@/lib/problem';
import { fakeCrm, fakeStore, lost, ref, submission } from './world';

const now = () => new Date('2026-11-21T10:05:00.000Z');
const session = '2026-11-21T08:00:00.000Z';

function world(crm = fakeCrm()) {
  const kept = fakeStore();
  const make = () =>
    createOutbox({ store: kept.store, openSession: async () => crm.session, onChange: () => undefined, now });
  return { crm, kept, outbox: make(), restart: make };
}

describe('outbox', () => {
  it('takes the same submission twice for one, at once and later, and in another worker', async () => {
    const { crm, outbox, restart } = world();
    const of = submission();
    const [first, second] = await Promise.all([outbox.send(of), outbox.send(of)]);
    expect(second).toEqual(first);
    expect(await outbox.send(of)).toEqual(first);
    expect(await restart().send(of)).toEqual(first);
    expect(crm.effects).toHaveLength(3);
  });

  it('refuses a submission that pretends to have been begun', async () => {
    const { crm, outbox } = world();
    await expect(outbox.send(submission({ state: 'written' }))).rejects.toBeInstanceOf(ProblemError);
    expect(crm.calls).toEqual([]);
  });

  it('delivers one record’s submissions one after the other, comparing the second with what the first wrote', async () => {
    const { crm, outbox } = world();
    const one = submission();
    const two = submission();
    const [a, b] = await Promise.all([outbox.send(one), outbox.send(two)]);
    expect([a.state, b.state]).toEqual(['written', 'written']);
    expect(crm.effects.map((effect) => effect.split(' ')[0])).toEqual([
      one.id,
      one.id,
      one.id,
      two.id,
      two.id,
      two.id,
    ]);
  });

  it('tries again what failed, and only for the record that it belongs to', async () => {
    const { crm, outbox } = world();
    crm.faults.write.push({ when: 'before', problem: lost });
    const failed = await outbox.send(submission());
    expect(failed.state).toBe('failed');
    await expect(outbox.retry({ ...ref, id: '999' }, failed.id)).rejects.toMatchObject({
      problem: { kind: 'gone' },
    });
    expect((await outbox.retry(ref, failed.id)).state).toBe('written');
    expect((await outbox.retry(ref, failed.id)).state).toBe('written');
    expect(crm.effects).toHaveLength(3);
  });

  it('offers what a dead worker left as failed, without losing that a step may have happened', async () => {
    const { crm, kept, outbox } = world();
    const of = submission();
    const dead = {
      ...of,
      state: 'writing' as const,
      steps: of.steps.map((step, at) => (at === 0 ? { ...step, state: 'trying' as const } : step)),
    };
    crm.effects.push(`${of.id} fields`);
    await kept.store.add(of);
    await kept.store.put(dead);
    const offered = await outbox.last(ref, session);
    expect(offered).toMatchObject({ id: of.id, state: 'failed', steps: [{ state: 'trying' }, {}, {}] });
    expect(offered?.steps[0]?.problem?.message).toMatch(/Try again/);
    expect((await outbox.retry(ref, of.id)).state).toBe('written');
    expect(crm.effects).toEqual(['fields', 'deal', 'note'].map((id) => `${of.id} ${id}`));
  });

  it('offers a finished one only in the browser session that finished it, and nothing older behind it', async () => {
    const { crm, kept, outbox } = world();
    crm.faults.write.push({ when: 'before', problem: lost });
    await outbox.send(submission({ at: '2026-11-20T10:00:00.000Z' }));
    const done = await outbox.send(submission({ at: '2026-11-21T10:00:00.000Z' }));
    expect(await outbox.last(ref, session)).toEqual(done);
    expect(await outbox.last(ref, '2026-11-22T08:00:00.000Z')).toBeNull();
    expect(await outbox.last({ ...ref, id: '999' }, session)).toBeNull();
    await kept.store.prune('2026-11-30T00:00:00.000Z');
    expect((await kept.store.all()).map((one) => one.state)).toEqual(['failed']);
  });
});
