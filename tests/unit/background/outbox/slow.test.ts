// A CRM that is slow beyond the ordinary: what nothing makes inert is waited for longer than a change that is compared.
import { expect, it } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { lost, outboxWorld, submission, together } from './world';

const only = (at: number): Submission => {
  const of = submission();
  return { ...of, steps: of.steps.slice(at, at + 1) };
};

/** Sent, and not answered; then as much time passes, and it is gone over. Gives how often it was sent by then. */
async function sentAfter(of: Submission, ms: number) {
  const { crm, clock, worker } = outboxWorld();
  const { outbox } = worker();
  crm.faults.write.push({ when: 'late', problem: lost });
  expect(await outbox.send(of)).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
  clock.move(ms);
  await outbox.wake('alarm');
  await expect.poll(outbox.busy).toBe(false);
  const before = crm.calls.filter((call) => call === 'write').length;
  crm.catchUp();
  clock.move(10 * 60_000);
  await outbox.wake('alarm');
  await expect.poll(() => outbox.unfinished()).toEqual([]);
  return { before, effects: crm.effects };
}

it('a note that comes 100 s after it was sent is there once', async () => {
  const of = only(2);
  expect(await sentAfter(of, 79_000)).toEqual({ before: 1, effects: [`${of.id} note`] });
});

it('a field is set again as soon as before: it is compared, and set twice it is the same', async () => {
  const { before } = await sentAfter(only(0), 31_000);
  expect(before).toBe(2);
});

it('a change goes as soon as before with all that goes together with it, and evidence alone does not', async () => {
  expect((await sentAfter(together(submission()), 31_000)).before).toBe(2);
  const evidence = together(only(2));
  expect((await sentAfter(evidence, 79_000)).before).toBe(1);
});
