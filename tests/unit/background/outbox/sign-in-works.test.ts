// What waits for a sign-in goes on when the key works after all, and when someone has signed in anew, whenever that is heard.
import { expect, it } from 'vitest';
import { ProblemError } from '@/lib/problem/problem';
import { lost, outboxWorld, ref, submission } from './world';

const unauthorized = { kind: 'key-refused' as const, message: '401', status: 401 };
const on = (id: string) => submission({ ref: { ...ref, id } });

it('goes on once another write of its account has arrived', async () => {
  const { crm, kept, worker } = outboxWorld();
  const { outbox } = worker();
  crm.faults.write.push({ when: 'before', problem: unauthorized });
  const one = await outbox.send(on('1'));
  expect(one).toMatchObject({ state: 'waiting', nextAt: null, steps: [{ problem: unauthorized }, {}, {}] });
  const behind = await outbox.send(on('1'));
  expect(behind.state).toBe('waiting');
  expect((await outbox.send(on('2'))).state).toBe('written');
  await expect.poll(async () => (await kept.store.get(one.id))?.state).toBe('written');
  await expect.poll(() => outbox.unfinished()[0]?.steps[0]?.problem?.kind ?? 'none').not.toBe('key-refused');
});

it('stays where it is while each is refused, and where what arrived was another account’s', async () => {
  const { crm, worker } = outboxWorld();
  const { outbox } = worker();
  crm.faults.write.push({ when: 'before', problem: unauthorized }, { when: 'before', problem: unauthorized });
  await outbox.send(on('1'));
  await outbox.send(on('2'));
  expect((await outbox.send(submission({ ref: { ...ref, account: '999' } }))).state).toBe('written');
  await expect.poll(outbox.busy).toBe(false);
  expect(outbox.unfinished()).toMatchObject([
    { state: 'waiting', nextAt: null, steps: [{ problem: unauthorized }, {}, {}] },
    { state: 'waiting', nextAt: null, steps: [{ problem: unauthorized }, {}, {}] },
  ]);
});

it('says nothing of who is signed in: one that waits for its own person waits on', async () => {
  const { crm, worker } = outboxWorld();
  const { outbox } = worker();
  crm.faults.write.push({ when: 'before', problem: { kind: 'other-user', message: '' } });
  await outbox.send(on('1'));
  expect((await outbox.send(on('2'))).state).toBe('written');
  await expect.poll(outbox.busy).toBe(false);
  expect(outbox.unfinished()).toMatchObject([
    { state: 'waiting', steps: [{ problem: { kind: 'other-user' } }, {}, {}] },
  ]);
});

it('goes on where someone signed in anew while the old key’s answer was on its way', async () => {
  const { crm, kept, worker } = outboxWorld();
  const { outbox } = worker();
  const { write } = crm.session;
  const of = on('1');
  let refuse = () => {};
  const sent = new Promise<void>((resolve) => {
    crm.session.write = () => {
      crm.session.write = write;
      resolve();
      return new Promise((_, reject) => {
        refuse = () => reject(new ProblemError(unauthorized));
      });
    };
  });
  void outbox.send(of);
  await sent;
  await outbox.wake('connections');
  refuse();
  await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
  expect((await outbox.send(on('2'))).state).toBe('written');
});

it('goes on in the next worker, where this one died with the word of the new sign-in', async () => {
  const { crm, kept, worker } = outboxWorld();
  const first = worker();
  crm.faults.write.push({ when: 'before', problem: unauthorized });
  const one = await first.outbox.send(on('1'));
  expect(one).toMatchObject({ state: 'waiting', steps: [{ problem: unauthorized }, {}, {}] });
  first.kill();
  await worker().outbox.wake('alarm');
  await expect.poll(async () => (await kept.store.get(one.id))?.state).toBe('written');
});

/** One whose answer was lost a moment ago, and whose look-up was refused when the rep pressed. */
async function refusedWhileQuiet() {
  const world = outboxWorld();
  const life = world.worker();
  world.crm.faults.write.push({ when: 'before', problem: lost });
  const one = await life.outbox.send(on('1'));
  world.crm.faults.probe.push({ when: 'before', problem: unauthorized });
  await life.outbox.retry(one.ref, one.id);
  expect(life.outbox.unfinished()).toMatchObject([
    { state: 'waiting', steps: [{ state: 'trying', problem: unauthorized }, {}, {}] },
  ]);
  return { ...world, ...life, one };
}

it('says no more to sign in again where the sign-in holds and only the quiet is waited for, and goes on after it', async () => {
  const { outbox, kept, clock, alarm, one } = await refusedWhileQuiet();
  await outbox.wake('connections');
  await expect.poll(outbox.busy).toBe(false);
  expect(outbox.unfinished()[0]?.steps[0]).toMatchObject({ state: 'trying', problem: null });
  expect(alarm.at).not.toBeNull();
  clock.move(60_000);
  await outbox.wake('alarm');
  await expect.poll(async () => (await kept.store.get(one.id))?.state).toBe('written');
});

it('nor where one that was taken back before it may still arrive', async () => {
  const { outbox, kill, worker, crm, kept, clock, one } = await refusedWhileQuiet();
  await outbox.withdraw(one.ref, one.id);
  kill();
  const signedIn = { yes: false };
  const next = worker(async () => {
    if (!signedIn.yes) throw new ProblemError(unauthorized);
    return crm.session;
  });
  const two = await next.outbox.send(on('1'));
  expect(two).toMatchObject({ state: 'waiting', steps: [{ problem: unauthorized }, {}, {}] });
  signedIn.yes = true;
  await next.outbox.wake('connections');
  await expect.poll(next.outbox.busy).toBe(false);
  expect((await kept.store.get(two.id))?.steps[0]?.problem).toBeNull();
  clock.move(60_000);
  await next.outbox.wake('alarm');
  await expect.poll(async () => (await kept.store.get(two.id))?.state).toBe('written');
});
