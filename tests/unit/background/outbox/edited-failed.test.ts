// An edit of what the CRM has refused, and may have made all the same: what stands as it was before the edit is told.
import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import { partsOf } from '@/lib/qualification/plan/parts';
import type { Submission, Write } from '@/lib/qualification/plan/submission';
import { names, renamed, restaged } from './edits';
import { type Fault, lost, outboxWorld, ref, refused, submission, together } from './world';

const first = (): Submission => together(submission());
const only = (of: Submission): Write => {
  const write = of.steps[0]?.write;
  if (!write) throw new Error('It has one step.');
  return write;
};

async function failed(fault: Fault) {
  const world = outboxWorld();
  const { outbox } = world.worker();
  world.crm.session.comparesItself = true;
  world.crm.faults.write.push(fault);
  const of = await outbox.send(first());
  expect(of.state).toBe('failed');
  return { ...world, outbox, of };
}

describe('what was refused', () => {
  it('and is there all the same, is told as come too late', async () => {
    const { crm, outbox, of } = await failed({ when: 'after', problem: refused });
    const end = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(end).toMatchObject({ state: 'written', late: ['together'] });
    expect(crm.effects).toHaveLength(3);
    // The receipt says what stands.
    expect(names(end)).toEqual(['D']);
  });

  it('and was never made, gives way to the edit without a word', async () => {
    const { crm, outbox, of } = await failed({ when: 'before', problem: refused });
    const end = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(end.state).toBe('written');
    expect(end).not.toHaveProperty('late');
    expect(crm.effects).toHaveLength(3);
  });

  it('and is found by one that was edited to and fro, is told as well', async () => {
    const { crm, outbox, of } = await failed({ when: 'after', problem: refused });
    crm.faults.probe.push({ when: 'before', problem: refused });
    const again = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(again).toMatchObject({
      state: 'failed',
      steps: [{ edited: only(of), write: only(renamed(of, 'Edited')) }],
    });
    const end = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(end).toMatchObject({ state: 'written', late: ['together'] });
  });

  it('and was never made, is not told where the edit’s own answer is lost', async () => {
    const { crm, clock, kept, outbox, of } = await failed({ when: 'before', problem: refused });
    crm.faults.write.push({ when: 'late', problem: lost });
    const waits = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(waits).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
    crm.catchUp(true);
    clock.move(31_000);
    await outbox.wake('alarm');
    await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
    expect(await kept.store.get(of.id)).not.toHaveProperty('late');
    expect(crm.effects).toHaveLength(3);
  });

  it('is not told where the same is sent again', async () => {
    const { outbox, of } = await failed({ when: 'after', problem: refused });
    const end = await outbox.replace(ref, of.id, of);
    expect(end.state).toBe('written');
    expect(end).not.toHaveProperty('late');
  });
});

describe('what was saved and does not stand', () => {
  const notMoved: Problem = { kind: 'not-moved', message: 'Salesforce did not keep it.' };
  /** As an org that takes a stage back: a try after that sets the fields, and leaves the rest as it is. */
  async function takenBack() {
    const world = await failed({ when: 'after', problem: notMoved });
    expect(world.of.steps).toMatchObject([{ saved: true }]);
    world.crm.session.probe = async () => null;
    return world;
  }

  it('is told when it is taken back', async () => {
    const { outbox, of } = await takenBack();
    expect(await outbox.withdraw(ref, of.id)).toMatchObject({ arrived: ['together'], unknown: [] });
  });

  it('is told where what went along with it is edited', async () => {
    const { outbox, of } = await takenBack();
    const end = await outbox.replace(ref, of.id, renamed(restaged(of, 'opportunity'), 'Edited'));
    expect(end).toMatchObject({ state: 'written', late: ['together'] });
    expect(names(end)).toEqual(['D']);
    expect(JSON.stringify(end.steps)).toContain('"toText":"opportunity"');
  });

  it('is not told where the edit only adds to it', async () => {
    const { crm, outbox, of } = await takenBack();
    const task = {
      kind: 'followUp' as const,
      label: 'Call',
      subject: 'Call',
      body: '',
      dueOn: '2026-12-01',
    };
    const writes = [...partsOf(only(of)), { kind: 'task' as const, task }];
    const more = of.steps.map((step) => ({ ...step, write: { kind: 'together' as const, writes } }));
    const end = await outbox.replace(ref, of.id, { ...of, steps: more });
    expect(end.state).toBe('written');
    expect(end).not.toHaveProperty('late');
    expect(crm.effects).toContain(`${of.id} task`);
  });

  it('is told also where the edit is edited once more, and where something else stopped it between', async () => {
    const { crm, outbox, of } = await takenBack();
    crm.faults.write.push({ when: 'before', problem: refused });
    expect(await outbox.retry(ref, of.id)).toMatchObject({ state: 'failed', steps: [{ problem: refused }] });
    crm.faults.write.push({ when: 'before', problem: refused });
    const once = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(once).toMatchObject({ state: 'failed', late: ['together'] });
    const end = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
    expect(end).toMatchObject({ state: 'written', late: ['together'] });
  });

  it('is not told where the edit is of the fields, which are set', async () => {
    const { crm, outbox, of } = await takenBack();
    const end = await outbox.replace(ref, of.id, restaged(of, 'opportunity'));
    expect(end.state).toBe('written');
    expect(end).not.toHaveProperty('late');
    expect(crm.stages.lifecyclestage).toBe('opportunity');
  });

  it('is let be where the rep has dropped it meanwhile', async () => {
    const { crm, clock, worker } = outboxWorld();
    const { outbox } = worker();
    const of = submission();
    crm.faults.write.push({ when: 'after', problem: lost });
    crm.faults.probe.push({ when: 'before', problem: lost });
    expect((await outbox.send(of)).steps.map(({ state }) => state)).toEqual(['trying', 'waiting', 'waiting']);
    clock.move(31_000);
    crm.faults.probe.push({ when: 'before', problem: notMoved });
    const end = await outbox.replace(ref, of.id, { ...of, steps: of.steps.slice(1) });
    expect(end).toMatchObject({ state: 'written', steps: [{ id: 'deal' }, { id: 'note' }] });
    expect(end).not.toHaveProperty('late');
  });
});
