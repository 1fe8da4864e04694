// A worker that dies long after its step began: the quiet counts from where it was found dead, for nobody knows when it sent.
import { expect, it } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { lost, outboxWorld, ref, submission } from './world';

const noteOnly = (): Submission => {
  const of = submission();
  return { ...of, steps: of.steps.slice(2) };
};

/** Its step begins, a minute goes by in it, the note is sent, and the browser is killed; HubSpot takes 10 s over it. */
async function killedLate() {
  const world = outboxWorld();
  const { crm, clock } = world;
  const { write } = crm.session;
  const first = world.worker();
  const of = noteOnly();
  const sent = new Promise<void>((resolve) => {
    crm.session.write = (submission, step) => {
      crm.session.write = write;
      clock.move(60_000);
      crm.faults.write.push({ when: 'late', problem: lost, lateMs: 10_000 });
      first.kill();
      const answer = write(submission, step);
      resolve();
      return answer;
    };
  });
  void first.outbox.send(of);
  await sent;
  clock.move(1_000);
  return { ...world, of };
}

it('is looked up until it can act no more before it is sent again', async () => {
  const { crm, clock, of, worker } = await killedLate();
  const next = worker();
  await next.outbox.wake('alarm');
  await expect.poll(next.outbox.busy).toBe(false);
  expect(next.outbox.unfinished()).toMatchObject([{ state: 'waiting', steps: [{ state: 'trying' }] }]);
  expect(crm.effects).toEqual([]);
  clock.move(120_000);
  crm.catchUp();
  await next.outbox.wake('alarm');
  await expect.poll(() => next.outbox.unfinished()).toEqual([]);
  expect(crm.effects).toEqual([`${of.id} note`]);
});

it('keeps the next of its record waiting as long, where the rep takes it back', async () => {
  const { crm, clock, of, worker } = await killedLate();
  const life = worker(() => Promise.reject(new Error('nobody to ask')));
  const { submission: back } = await life.outbox.withdraw(ref, of.id);
  const until = new Date(clock.now().getTime() + 120_000).toISOString();
  expect(back).toMatchObject({ state: 'withdrawn', nextAt: until });
  life.kill();
  const next = worker();
  const two = await next.outbox.send(noteOnly());
  expect(two).toMatchObject({ state: 'waiting', nextAt: until });
  expect(crm.effects).toEqual([]);
});

it('keeps its quiet where the rep edits it', async () => {
  const { crm, clock, of, worker } = await killedLate();
  const { outbox } = worker();
  const edited = await outbox.replace(ref, of.id, { ...noteOnly(), id: of.id });
  expect(edited.state).toBe('waiting');
  clock.move(119_000);
  await outbox.retry(ref, of.id);
  await expect.poll(outbox.busy).toBe(false);
  expect(crm.effects).toEqual([]);
});
