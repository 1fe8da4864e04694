// The outbox: kept first, one delivery per record at a time, in order, and what a dead worker left goes on by itself.
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem/problem';
import { fakeCrm, lost, outboxWorld, ref, refused, submission } from './world';

const effectsOf = (id: string) => ['fields', 'deal', 'note'].map((kind) => `${id} ${kind}`);

describe('sending', () => {
  it('takes the same submission twice for one, at once and later, and in another worker', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    const of = submission();
    const [first, second] = await Promise.all([outbox.send(of), outbox.send(of)]);
    expect(second).toEqual(first);
    expect(await outbox.send(of)).toEqual(first);
    expect(await worker().outbox.send(of)).toEqual(first);
    expect(crm.effects).toHaveLength(3);
  });

  it('gives no other record’s submission for its id, neither one that waits nor one that is over', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    const other = { ...ref, id: '777' };
    crm.faults.stageValues.push({ when: 'before', problem: lost });
    const waits = await outbox.send(submission({ ref: other, recordName: 'Somebody Else' }));
    const asked = submission({ id: waits.id });
    await expect(outbox.send(asked)).rejects.toMatchObject({ problem: { kind: 'gone' } });
    const over = await outbox.send(submission({ ref: { ...ref, id: '778' } }));
    expect(over.state).toBe('written');
    for (const one of [outbox, worker().outbox])
      await expect(one.send(submission({ id: over.id }))).rejects.toMatchObject({
        problem: { kind: 'gone' },
      });
    expect(outbox.unfinished().map(({ id }) => id)).toEqual([waits.id]);
  });

  it('refuses a submission that pretends to have been begun', async () => {
    const { crm, worker } = outboxWorld();
    await expect(worker().outbox.send(submission({ state: 'written' }))).rejects.toBeInstanceOf(ProblemError);
    expect(crm.calls).toEqual([]);
  });

  it('fails at once where nothing can be kept, and sends nothing', async () => {
    const world = outboxWorld();
    const full = new ProblemError({ kind: 'storage', message: 'The disk is full.', store: 'full' });
    world.kept.store.add = () => Promise.reject(full);
    const { outbox } = world.worker();
    await expect(outbox.send(submission())).rejects.toBe(full);
    expect(world.crm.calls).toEqual([]);
    expect(outbox.unfinished()).toEqual([]);
  });

  it('answers with what it waits for, and when it goes on', async () => {
    const { crm, clock, worker } = outboxWorld();
    const { outbox, alarm } = worker();
    crm.faults.stageValues.push({ when: 'before', problem: lost });
    const waits = await outbox.send(submission());
    expect(waits).toMatchObject({
      state: 'waiting',
      tries: 1,
      steps: [{ state: 'waiting', problem: lost }, {}, {}],
    });
    expect(alarm.at).toBe(Date.parse(waits.nextAt ?? ''));
    clock.move(2_000);
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects).toHaveLength(3);
    await expect.poll(() => alarm.at).toBeNull();
  });
});

describe('a clock that is put back', () => {
  it('makes nobody wait for the time that it showed before', async () => {
    const { crm, clock, worker } = outboxWorld();
    const { outbox, alarm } = worker();
    const days = 10 * 86_400_000;
    clock.jump(days);
    crm.faults.stageValues.push({ when: 'before', problem: lost });
    await outbox.send(submission());
    clock.jump(-days);
    await outbox.wake('alarm');
    const soon = clock.now().getTime() + 60_000;
    expect(alarm.at).toBeLessThanOrEqual(soon);
    const [row] = outbox.unfinished();
    expect(Date.parse(row?.nextAt ?? '')).toBeLessThanOrEqual(soon);
    clock.move(60_000);
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects).toHaveLength(3);
  });
});

describe('order', () => {
  it('delivers one record’s submissions one after the other, comparing the second with what the first wrote', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    const one = submission();
    const two = submission();
    const [a, b] = await Promise.all([outbox.send(one), outbox.send(two)]);
    expect([a.state, b.state]).toEqual(['written', 'written']);
    expect(crm.effects).toEqual([...effectsOf(one.id), ...effectsOf(two.id)]);
  });

  it('lets a later one wait in line for one that wants the rep, and others go', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'before', problem: refused });
    const one = await outbox.send(submission());
    expect(one.state).toBe('failed');
    const two = await outbox.send(submission());
    expect(two).toMatchObject({
      state: 'waiting',
      nextAt: null,
      steps: [{ problem: { kind: 'in-line' } }, {}, {}],
    });
    const other = await outbox.send(submission({ ref: { ...ref, id: '502' } }));
    expect(other.state).toBe('written');
    expect((await outbox.last(ref))?.id).toBe(one.id);
    expect((await outbox.open(ref)).map(({ id }) => id)).toEqual([one.id, two.id]);
    expect((await outbox.retry(ref, one.id)).state).toBe('written');
    await expect.poll(() => crm.effects.slice(-3)).toEqual(effectsOf(two.id));
  });

  it('goes by when they came, whatever the clocks of the pages say, and over the worker’s death', async () => {
    const { crm, worker, clock } = outboxWorld();
    const first = worker();
    for (let times = 0; times < 2; times += 1) crm.faults.stageValues.push({ when: 'before', problem: lost });
    const one = await first.outbox.send(submission({ at: '2026-11-21T12:00:00.000Z' }));
    const two = await first.outbox.send(submission({ at: '2026-11-21T09:00:00.000Z' }));
    expect(two.steps[0]?.problem?.kind).toBe('in-line');
    first.kill();
    const next = worker();
    await next.outbox.wake('alarm');
    for (let times = 0; times < 3; times += 1) {
      clock.move(60_000);
      await next.outbox.wake('alarm');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await expect.poll(() => crm.effects).toEqual([...effectsOf(one.id), ...effectsOf(two.id)]);
  });

  it('never runs two at once that touch the same record', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    const about = { ...ref, id: '900' };
    let [running, most] = [0, 0];
    const { write } = crm.session;
    crm.session.write = async (sub, step) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return write(sub, step);
    };
    const sent = ['1', '2', '3'].map((id) => outbox.send(submission({ ref: { ...ref, id }, about })));
    expect((await Promise.all(sent)).map(({ state }) => state)).toEqual(['written', 'written', 'written']);
    expect(most).toBe(1);
  });
});

describe('a worker that died', () => {
  it('leaves what it sent to the next, which looks it up at once and writes only what is missing', async () => {
    const { crm, kept, worker } = outboxWorld();
    const of = submission();
    await kept.store.add(of);
    const steps = of.steps.map((step, at) => (at === 0 ? { ...step, state: 'trying' as const } : step));
    await kept.store.put({ ...of, state: 'writing', steps, nextAt: '2026-11-21T10:05:50.000Z' });
    crm.effects.push(`${of.id} fields`);
    await worker().outbox.wake('alarm');
    await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
    expect(crm.effects).toEqual(effectsOf(of.id));
    expect(crm.calls[0]).toBe('probe');
  });

  it('and whose write is not there gives the CRM time to be late, whoever presses', async () => {
    const { crm, kept, clock, worker } = outboxWorld();
    const of = submission();
    await kept.store.add(of);
    const steps = of.steps.map((step, at) => (at === 0 ? { ...step, state: 'trying' as const } : step));
    await kept.store.put({ ...of, state: 'writing', steps, nextAt: '2026-11-21T10:05:50.000Z' });
    const { outbox, alarm } = worker();
    await outbox.wake('alarm');
    expect(await outbox.retry(ref, of.id)).toMatchObject({
      state: 'waiting',
      nextAt: '2026-11-21T10:05:50.000Z',
    });
    expect(crm.effects).toEqual([]);
    clock.move(alarm.at ? alarm.at - clock.now().getTime() : 0);
    await outbox.wake('alarm');
    await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
    expect(crm.effects).toEqual(effectsOf(of.id));
  });

  it('does not let a second one write what the first is still at', async () => {
    const { crm, worker } = outboxWorld();
    const of = submission();
    const old = worker();
    const { write } = crm.session;
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    crm.session.write = async (sub, step) => {
      await held;
      return write(sub, step);
    };
    const first = old.outbox.send(of);
    await expect.poll(() => crm.calls).toContain('stageValues');
    const young = worker();
    await young.outbox.wake('alarm');
    go();
    expect((await first).state).toBe('written');
    await expect.poll(() => young.outbox.unfinished()).toEqual([]);
    expect(crm.effects).toEqual(effectsOf(of.id));
  });
});

describe('what is shown', () => {
  it('is one that wants the rep before all others, by arrival and not by a clock; else what was written last', async () => {
    const { crm, kept, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'before', problem: refused });
    const failed = await outbox.send(submission({ at: '2026-11-20T10:00:00.000Z' }));
    await outbox.send(submission({ at: '2026-11-19T10:00:00.000Z' }));
    expect((await outbox.last(ref))?.id).toBe(failed.id);
    await kept.store.prune('2026-11-30T00:00:00.000Z', 0);
    expect((await kept.store.all()).map((one) => one.state).sort()).toEqual(['failed', 'waiting']);
    const other = { ...ref, id: '999' };
    await outbox.send(submission({ ref: other, at: '2026-11-24T10:00:00.000Z' }));
    const done = await outbox.send(submission({ ref: other, at: '2026-11-22T10:00:00.000Z' }));
    expect(done.state).toBe('written');
    expect((await outbox.last(other))?.id).toBe(done.id);
    expect(await outbox.last({ ...ref, id: '1000' })).toBeNull();
  });

  it('keeps no more of what is over than it may, the newest of them, and all that is unfinished', async () => {
    const { kept, worker } = outboxWorld({ crm: fakeCrm({ lifecyclestage: 'customer' }) });
    for (const [id, at] of [
      ['old', '2026-11-20T01:00:00.000Z'],
      ['middle', '2026-11-20T02:00:00.000Z'],
      ['new', '2026-11-20T03:00:00.000Z'],
    ] as const)
      await kept.store.add(submission({ ref: { ...ref, id }, state: 'written', finishedAt: at }));
    await kept.store.add(submission({ ref: { ...ref, id: 'open' }, state: 'failed' }));
    await kept.store.prune('2026-11-01T00:00:00.000Z', 2);
    expect((await worker().outbox.all()).map((one) => one.ref.id).sort()).toEqual(['middle', 'new', 'open']);
  });
});
