// What hangs, throws or can't be kept stops nobody else: not a lock that is never had, not a listener, not a full disk.
import { describe, expect, it, vi } from 'vitest';
import { createOutbox } from '@/lib/background/outbox/outbox';
import { createSteady } from '@/lib/background/outbox/steady';
import { patientLock } from '@/lib/background/services/patient-lock';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { fakeClock, fakeCrm, fakeStore, ref, refused, submission } from './world';

const at = (id: string): Submission => submission({ ref: { ...ref, id } });
const never = new Promise<never>(() => undefined);

function world(change: Partial<Parameters<typeof createOutbox>[0]> = {}) {
  const clock = fakeClock();
  const crm = fakeCrm({ lifecyclestage: 'salesqualifiedlead' }, clock.elapsed);
  const kept = fakeStore();
  const outbox = createOutbox({
    store: kept.store,
    openSession: async () => crm.session,
    onChange: () => undefined,
    changed: () => undefined,
    alarm: () => undefined,
    lock: (_, work) => work(),
    now: clock.now,
    elapsed: clock.elapsed,
    random: () => 0,
    ...change,
  });
  return { clock, crm, kept, outbox };
}

describe('deliveries that hang', () => {
  it('give up their places after three minutes, so that the rest of the account is written; their page is told', async () => {
    let asked = 0;
    const { clock, crm, outbox } = world({
      lock: (name, work) => {
        if (!/\/50[0-4]$/.test(name)) return work();
        asked += 1;
        return never;
      },
    });
    const stuck = ['500', '501', '502', '503', '504'].map((id) => outbox.send(at(id)));
    await expect.poll(() => asked).toBe(5);
    const free = outbox.send(at('600'));
    const told = vi.fn();
    void free.then(told);
    await outbox.wake('alarm');
    clock.move(2 * 60_000);
    await outbox.wake('alarm');
    expect(told).not.toHaveBeenCalled();
    clock.move(60_000);
    await outbox.wake('alarm');
    expect(await free).toMatchObject({ state: 'written' });
    expect(await Promise.all(stuck.slice(0, 3))).toMatchObject([{ state: 'waiting' }, {}, {}]);
    expect(crm.effects).toHaveLength(3);
  });

  it('are told why where the lock is not had in time, and try again', async () => {
    const lock = patientLock((name, signal, work) => {
      if (name === 'free') return work();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      });
    }, 20);
    expect(await lock('free', async () => 1)).toBe(1);
    await expect(lock('held', async () => 1)).rejects.toMatchObject({ problem: { kind: 'in-use' } });
    const bug = new Error('of the work itself');
    await expect(lock('free', () => Promise.reject(bug))).rejects.toBe(bug);
  });
});

it('a listener that throws keeps nobody from being written', async () => {
  const thrown = () => {
    throw new Error('a page that is gone');
  };
  const { crm, outbox } = world({ onChange: thrown, changed: thrown, stopped: thrown });
  crm.faults.write.push({ when: 'before', problem: refused });
  const [one, two] = await Promise.all([outbox.send(at('1')), outbox.send(at('2'))]);
  expect([one.state, two.state].sort()).toEqual(['failed', 'written']);
});

describe('trying again what failed', () => {
  const full: Problem = { kind: 'storage', message: 'The disk is full.' };

  it('says so where it can’t be kept, and leaves it as it is', async () => {
    const { crm, kept, outbox } = world();
    crm.faults.write.push({ when: 'before', problem: refused });
    const of = await outbox.send(at('1'));
    expect(of.state).toBe('failed');
    const put = vi.spyOn(kept.store, 'put').mockRejectedValueOnce(new ProblemError(full));
    await expect(outbox.retry(null, of.id)).rejects.toMatchObject({ problem: full });
    expect(outbox.unfinished()).toMatchObject([{ state: 'failed' }]);
    put.mockRestore();
    expect((await outbox.retry(null, of.id)).state).toBe('written');
  });

  it('takes the row as another worker has left it, under its lock', async () => {
    const names: string[] = [];
    const { crm, kept, outbox } = world({
      lock: (name, work) => {
        names.push(name);
        return work();
      },
    });
    crm.faults.write.push({ when: 'before', problem: refused });
    const of = await outbox.send(at('1'));
    names.length = 0;
    const finishedAt = '2026-11-21T10:06:00.000Z';
    await kept.store.put({ ...of, state: 'written', finishedAt });
    expect(await outbox.retry(null, of.id)).toMatchObject({ state: 'written', finishedAt });
    expect(names).toHaveLength(1);
    expect(crm.effects).toEqual([]);
  });
});

it('a wait is over in its time however the clock is set, and sooner where time has passed in sleep', () => {
  const clock = fakeClock();
  const steady = createSteady(() => clock.now().getTime(), clock.elapsed);
  const start = steady();
  for (const jump of [-9 * 3_600_000, 10 * 86_400_000, -10 * 86_400_000, -86_400_000]) {
    const before = steady();
    clock.jump(jump);
    expect(steady()).toBe(before + Math.max(0, jump));
    clock.move(60_000);
    expect(steady()).toBe(before + Math.max(0, jump) + 60_000);
  }
  expect(steady()).toBe(start + 10 * 86_400_000 + 4 * 60_000);
});
