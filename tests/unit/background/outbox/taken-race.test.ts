// A taking back and a send of the same decision that arrive together: whichever comes first holds, and none is lost from sight.
import { expect, it } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { lost, outboxWorld, submission } from './world';

type Both = ReturnType<ReturnType<typeof outboxWorld>['worker']>['outbox'];
const tries = {
  'a send after its taking back': (outbox: Both, of: Submission) => [
    () => outbox.withdraw(of.ref, of.id, of),
    () => outbox.send(of),
  ],
  'a taking back after its send': (outbox: Both, of: Submission) => [
    () => outbox.send(of),
    () => outbox.withdraw(of.ref, of.id, of),
  ],
};

for (const [name, both] of Object.entries(tries))
  it.each([0, 1, 2, 3, 5, 8, 13])(`${name}, by %i turns`, async (turns) => {
    const { crm, kept, worker, clock } = outboxWorld();
    const { outbox } = worker();
    await outbox.wake('start');
    crm.faults.write.push({ when: 'before', problem: lost });
    const of = submission();
    const results: Promise<unknown>[] = [];
    for (const act of both(outbox, of)) {
      results.push(act().catch((error: unknown) => error));
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    }
    const answers = await Promise.all(results);
    await expect.poll(outbox.busy).toBe(false);
    const row = await kept.store.get(of.id);
    if (row?.state === 'withdrawn') {
      expect(answers).toContainEqual(expect.objectContaining({ arrived: [] }));
      expect(outbox.unfinished()).toEqual([]);
      expect(crm.effects).toEqual([]);
      return;
    }
    // It was sent first: that is what the taking back is told, and it goes on.
    expect(answers).toContainEqual(
      expect.objectContaining({ problem: expect.objectContaining({ kind: 'in-use' }) }),
    );
    expect(outbox.unfinished()).toMatchObject([{ id: of.id, state: 'waiting' }]);
    clock.move(60_000);
    await outbox.wake('alarm');
    await expect.poll(async () => (await kept.store.get(of.id))?.state).toBe('written');
    expect(outbox.unfinished()).toEqual([]);
  });
