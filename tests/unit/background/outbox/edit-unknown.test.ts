// An edit of what is written, or may be: the newer decision is what stands in the end, or the rep is told that it is not.
import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Step, Submission, Write } from '@/lib/qualification/plan/submission';
import { renamed } from './edits';
import { lost, outboxWorld, ref, refused, submission, together } from './world';

const step = (id: string, write: Write): Step => ({
  ...{ id, write, state: 'waiting', result: null, problem: null },
});
const note = step('note', { kind: 'note', body: 'What was found.' });
const stage = (from: string, to: string): Step =>
  step('fields', {
    kind: 'fields',
    changes: [
      { field: 'lifecyclestage', label: 'Stage', from, fromText: from, to, toText: to, backward: false },
    ],
    extra: {},
  });
const SQL = 'salesqualifiedlead';
const first = (): Submission => submission({ steps: [stage('lead', SQL), note] });
const edited = (of: Submission, steps: Step[]): Submission => ({ ...of, state: 'waiting', steps });

/** One whose fields are written and whose note was refused. */
async function halfWritten() {
  const world = outboxWorld();
  const { write } = world.crm.session;
  let refuse = true;
  world.crm.session.write = (of, at) => {
    if (at.write.kind === 'note' && refuse) {
      refuse = false;
      world.crm.faults.write.push({ when: 'before', problem: refused });
    }
    return write(of, at);
  };
  const { outbox } = world.worker();
  const of = await outbox.send(first());
  expect(of.steps.map(({ state }) => state)).toEqual(['done', 'failed']);
  return { ...world, outbox, of };
}

/** One whose fields were sent; the CRM takes its time, or never had them. */
async function unknown(when: 'late' | 'before') {
  const world = outboxWorld();
  const { outbox } = world.worker();
  world.crm.faults.write.push({ when, problem: lost });
  const of = await outbox.send(first());
  expect(of.steps.map(({ state }) => state)).toEqual(['trying', 'waiting']);
  return { ...world, outbox, of };
}

describe('fields that are written', () => {
  it('go back to what they were', async () => {
    const { crm, outbox, of } = await halfWritten();
    const end = await outbox.replace(ref, of.id, edited(of, [stage(SQL, 'lead'), note]));
    expect(end).toMatchObject({ state: 'written' });
    expect(end.late).toBeUndefined();
    expect(crm.stages.lifecyclestage).toBe('lead');
  });

  it('are told where the edit leaves them out', async () => {
    const { crm, outbox, of } = await halfWritten();
    const end = await outbox.replace(ref, of.id, edited(of, [note]));
    expect(end).toMatchObject({ state: 'written', late: ['fields'], steps: [{ state: 'done' }, {}] });
    expect(crm.stages.lifecyclestage).toBe(SQL);
  });

  it('are not written again where the edit says the same', async () => {
    const { crm, outbox, of } = await halfWritten();
    const end = await outbox.replace(ref, of.id, edited(of, [stage('lead', SQL), note]));
    expect(end).toMatchObject({ state: 'written', steps: [{ id: 'fields' }, { id: 'note' }] });
    expect(crm.effects).toEqual([`${of.id} fields`, `${of.id} note`]);
  });
});

describe('fields whose answer was lost', () => {
  it('go back to what they were, however late they arrive', async () => {
    const { crm, clock, outbox, of } = await unknown('late');
    const waits = await outbox.replace(ref, of.id, edited(of, [stage(SQL, 'lead'), note]));
    expect(waits).toMatchObject({ state: 'waiting' });
    expect(crm.effects).toEqual([]);
    clock.move(20_000);
    crm.catchUp(true);
    clock.move(11_000);
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects.at(-1)).toBe(`${of.id} note`);
    expect(crm.stages.lifecyclestage).toBe('lead');
  });

  it('are left alone where they never arrived and the edit wants what is there', async () => {
    const { crm, clock, outbox, of } = await unknown('before');
    await outbox.replace(ref, of.id, edited(of, [stage(SQL, 'lead'), note]));
    clock.move(31_000);
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects).toEqual([`${of.id} note`]);
    expect(crm.stages.lifecyclestage).toBe('lead');
  });

  it.each([
    ['late', SQL, ['fields']],
    ['before', 'lead', undefined],
  ] as const)('are told where the edit leaves them out and they arrive (%s)', async (when, stands, late) => {
    const { crm, clock, kept, outbox, of } = await unknown(when);
    await outbox.replace(ref, of.id, edited(of, [note]));
    crm.catchUp(true);
    clock.move(31_000);
    await outbox.wake('alarm');
    await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
    expect((await kept.store.get(of.id))?.late).toEqual(late);
    expect(crm.stages.lifecyclestage).toBe(stands);
  });

  it('are set to what the newest of several edits says', async () => {
    const { crm, clock, outbox, of } = await unknown('before');
    await outbox.replace(ref, of.id, edited(of, [stage('lead', 'customer'), note]));
    await outbox.replace(ref, of.id, edited(of, [stage('lead', 'opportunity'), note]));
    clock.move(31_000);
    await outbox.wake('alarm');
    await expect.poll(() => crm.effects.at(-1)).toBe(`${of.id} note`);
    expect(crm.stages.lifecyclestage).toBe('opportunity');
  });
});

describe('what is made in one call, and whose answer was lost', () => {
  it.each([
    ['before', 'Edited', undefined],
    ['late', 'D', ['together']],
  ] as const)(
    'is the edited one where the first did not arrive, else told (%s)',
    async (when, name, late) => {
      const { crm, clock, kept, worker } = outboxWorld();
      const { outbox } = worker();
      crm.faults.write.push({ when, problem: lost });
      const of = together(submission());
      await outbox.send(of);
      const waits = await outbox.replace(ref, of.id, renamed(of, 'Edited'));
      expect(waits).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
      crm.catchUp(true);
      clock.move(31_000);
      await outbox.wake('alarm');
      await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
      const end = await kept.store.get(of.id);
      expect(end?.late).toEqual(late);
      expect(JSON.stringify(end?.steps)).toContain(`"name":"${name}"`);
      expect(crm.effects).toHaveLength(3);
    },
  );

  it('is found after the death of the worker that took the edit', async () => {
    const { crm, clock, kept, worker } = outboxWorld();
    const life = worker();
    crm.faults.write.push({ when: 'late', problem: lost });
    const of = together(submission());
    await life.outbox.send(of);
    await life.outbox.replace(ref, of.id, renamed(of, 'Edited'));
    life.kill();
    crm.catchUp(true);
    clock.move(31_000);
    await worker().outbox.wake('alarm');
    await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
    expect((await kept.store.get(of.id))?.late).toEqual(['together']);
    expect(crm.effects).toHaveLength(3);
  });
});

it('what the CRM refused is looked up before its edit is sent, for it may have been made before it was refused', async () => {
  const { crm, worker } = outboxWorld();
  const { outbox } = worker();
  crm.faults.write.push({ when: 'after', problem: refused });
  const of = together(submission());
  expect((await outbox.send(of)).state).toBe('failed');
  expect((await outbox.replace(ref, of.id, of)).state).toBe('written');
  expect(crm.effects).toHaveLength(3);
});

describe('what got there and does not stand', () => {
  const whole = () => together(first());
  const notMoved: Problem = { kind: 'not-moved', message: 'The change was saved, but it does not stand.' };
  /** Sent, and its answer lost; the look-ups after it find the evidence, and the fields as they were. */
  async function gone() {
    const world = outboxWorld();
    const { outbox } = world.worker();
    world.crm.session.comparesItself = true;
    world.crm.faults.write.push({ when: 'after', problem: lost });
    world.crm.faults.probe.push({ when: 'before', problem: notMoved });
    const of = await outbox.send(whole());
    expect(of).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
    world.crm.faults.probe.push({ when: 'before', problem: notMoved });
    world.crm.calls.length = 0;
    return { ...world, outbox, of };
  }

  it('is told once it can arrive no more, and is then looked up as what failed is', async () => {
    const { crm, clock, outbox, of } = await gone();
    expect(await outbox.retry(ref, of.id)).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
    clock.move(31_000);
    crm.faults.probe.push({ when: 'before', problem: notMoved });
    const failed = await outbox.retry(ref, of.id);
    expect(failed).toMatchObject({ state: 'failed', steps: [{ state: 'failed', problem: notMoved }] });
    expect(crm.calls).not.toContain('write');
    expect(await outbox.retry(ref, of.id)).toMatchObject({ state: 'written' });
  });

  it('is told to a rep who has edited it, and nothing is sent before that', async () => {
    const { crm, clock, outbox, of } = await gone();
    clock.move(31_000);
    const change = together(edited(of, [stage('lead', 'opportunity'), note]));
    const told = await outbox.replace(ref, of.id, change);
    expect(told).toMatchObject({ state: 'failed', steps: [{ state: 'failed', problem: notMoved }] });
    expect(told.steps).toMatchObject([{ write: change.steps[0]?.write }]);
    expect(told.steps[0]).not.toHaveProperty('instead');
    expect(crm.calls).toEqual(['probe']);
  });
});
