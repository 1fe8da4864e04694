// What one person confirmed waits while another is signed in, sends nothing, and goes on by itself when they are back.
import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import { outboxWorld, ref, submission } from './world';

const problem: Problem = {
  kind: 'other-user',
  message: 'Ada Reyes answered, and Ben Okafor is signed in. Nothing was sent.',
  users: { answered: 'Ada Reyes', now: 'Ben Okafor' },
};

function signedIn(who: { is: 'ada' | 'ben' }) {
  const world = outboxWorld();
  const opened: string[] = [];
  const worker = () =>
    world.worker(async (of) => {
      opened.push(of.id);
      if (who.is !== 'ada' && of.as?.id === 'ada') throw new ProblemError(problem);
      return world.crm.session;
    });
  return { ...world, worker, opened };
}
const ada = { id: 'ada', name: 'Ada Reyes', email: '' };

describe('another user is signed in', () => {
  it('holds it, and lets it go when the sign-in changes back, over the death of the worker', async () => {
    const who: { is: 'ada' | 'ben' } = { is: 'ben' };
    const { crm, worker } = signedIn(who);
    const of = submission({ as: ada });
    const first = worker();
    expect(await first.outbox.send(of)).toMatchObject({
      state: 'waiting',
      nextAt: null,
      steps: [{ state: 'waiting', problem }, {}, {}],
    });
    expect(crm.calls).toEqual([]);
    first.kill();
    const { outbox } = worker();
    await outbox.wake('connections');
    await expect.poll(async () => (await outbox.open(ref))[0]?.state).toBe('waiting');
    expect(crm.calls).toEqual([]);
    who.is = 'ada';
    await outbox.wake('connections');
    await expect.poll(() => crm.effects).toHaveLength(3);
  });

  it('stands in nobody else’s way: another record’s decision of theirs goes', async () => {
    const { crm, worker } = signedIn({ is: 'ben' });
    const { outbox } = worker();
    await outbox.send(submission({ as: ada }));
    const theirs = submission({ ref: { ...ref, id: '502' }, as: { id: 'ben', name: 'Ben', email: '' } });
    expect(await outbox.send(theirs)).toMatchObject({ state: 'written' });
    expect(crm.effects).toHaveLength(3);
  });

  it('is looked at by every worker that starts, for nobody may have told it that they are back', async () => {
    const who: { is: 'ada' | 'ben' } = { is: 'ben' };
    const { crm, worker } = signedIn(who);
    const first = worker();
    await first.outbox.send(submission({ as: ada }));
    first.kill();
    who.is = 'ada';
    await worker().outbox.wake('alarm');
    await expect.poll(() => crm.effects).toHaveLength(3);
  });

  it('is what is said of it, also while a passing trouble of the account is not over', async () => {
    const who: { is: 'ada' | 'ben' } = { is: 'ada' };
    const { crm, worker } = signedIn(who);
    const { outbox } = worker();
    crm.faults.stageValues.push({ when: 'before', problem: { kind: 'offline', message: 'no network' } });
    const of = submission({ as: ada });
    expect(await outbox.send(of)).toMatchObject({ steps: [{ problem: { kind: 'offline' } }, {}, {}] });
    who.is = 'ben';
    expect(await outbox.retry(ref, of.id)).toMatchObject({ state: 'waiting', steps: [{ problem }, {}, {}] });
  });
});
