// Taking a submission back, and sending an edited one in its place: what was made stays made, and is made once.
import { describe, expect, it } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { fakeCrm, lost, outboxWorld, ref, refused, submission, together } from './world';

const edit = (of: Submission, name: string): Submission => ({
  ...of,
  state: 'waiting',
  steps: of.steps.map((step) => ({
    ...step,
    state: 'waiting' as const,
    result: null,
    problem: null,
    write: step.write.kind === 'deal' ? { ...step.write, deal: { ...step.write.deal, name } } : step.write,
  })),
});

/** One that stopped at its note, with fields and deal done. */
async function stoppedAtNote(problem = refused) {
  const world = outboxWorld();
  const { outbox } = world.worker();
  const { write } = world.crm.session;
  world.crm.session.write = (of, step) => {
    if (step.write.kind === 'note' && !world.crm.effects.includes('seen')) {
      world.crm.effects.push('seen');
      world.crm.faults.write.push({ when: 'before', problem });
    }
    return write(of, step);
  };
  const of = await world.worker(async () => world.crm.session).outbox.send(submission());
  return { ...world, outbox, of };
}

describe('taken back', () => {
  it('ends what waits or failed, tells what had arrived, and lets the next one go', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'before', problem: refused });
    const one = await outbox.send(submission());
    const two = await outbox.send(submission());
    const taken = await outbox.withdraw(ref, one.id);
    expect(taken).toMatchObject({
      submission: { state: 'withdrawn', finishedAt: expect.any(String) },
      arrived: [],
      unknown: [],
    });
    await expect.poll(() => crm.effects).toHaveLength(3);
    expect(crm.effects[0]).toBe(`${two.id} fields`);
    // Taken back a second time, as where the first answer was lost, it is told the same.
    expect((await outbox.withdraw(ref, one.id)).submission.state).toBe('withdrawn');
    await expect(outbox.withdraw({ ...ref, id: '9' }, two.id)).rejects.toMatchObject({
      problem: { kind: 'gone' },
    });
  });

  it('says of a step whose answer was lost that nobody knows', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'before', problem: lost });
    const of = await outbox.send(submission());
    expect(await outbox.withdraw(null, of.id)).toMatchObject({ arrived: [], unknown: ['fields'] });
  });

  it('is refused while it is being written', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    const of = submission();
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { write } = crm.session;
    crm.session.write = async (sub, step) => {
      await held;
      return write(sub, step);
    };
    const sent = outbox.send(of);
    await expect.poll(() => crm.calls).toContain('stageValues');
    await expect(outbox.withdraw(ref, of.id)).rejects.toMatchObject({ problem: { kind: 'in-use' } });
    go();
    expect((await sent).state).toBe('written');
  });
});

describe('an edited one', () => {
  it('takes the place of one that failed, and its draft’s', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'before', problem: refused });
    const of = await outbox.send(submission());
    const end = await outbox.replace(ref, of.id, edit(of, 'Other'));
    expect(end).toMatchObject({ id: of.id, state: 'written' });
    expect(end.late).toBeUndefined();
    expect(crm.effects).toHaveLength(3);
  });

  it('comes too late for what is made, and says so', async () => {
    const { crm, outbox, of } = await stoppedAtNote();
    expect(of.steps.map(({ state }) => state)).toEqual(['done', 'done', 'failed']);
    const end = await outbox.replace(ref, of.id, edit(of, 'Other'));
    expect(end.state).toBe('written');
    expect(end.late).toEqual(['deal']);
    expect(end.steps.find(({ id }) => id === 'deal')?.write).toMatchObject({ deal: { name: 'D' } });
    expect(crm.effects.filter((effect) => effect.endsWith('deal'))).toHaveLength(1);
  });

  it('waits for nothing where a look-up finds the lost one', async () => {
    const crm = fakeCrm();
    const { worker } = outboxWorld({ crm });
    const { outbox } = worker();
    crm.faults.write.push({ when: 'after', problem: lost });
    crm.faults.probe.push({ when: 'before', problem: lost });
    const of = await outbox.send(together(submission()));
    expect(of.steps[0]?.state).toBe('trying');
    const end = await outbox.replace(ref, of.id, edit(of, 'Other'));
    expect(end.state).toBe('written');
    expect(crm.effects).toHaveLength(3);
  });
});
