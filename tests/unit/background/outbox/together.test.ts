// What goes together: compared before it is sent, looked up before it is repeated, and never half done.
import { describe, expect, it } from 'vitest';
import { deliver } from '@/lib/background/outbox/deliver';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { fakeCrm, fakeStore, lost, outboxWorld, ref, submission, together } from './world';

const now = () => new Date('2026-11-21T10:05:00.000Z');
type Crm = ReturnType<typeof fakeCrm>;

async function run(of: Submission, crm: Crm) {
  const kept = fakeStore();
  await kept.store.add(of);
  return deliver({
    submission: of,
    openSession: async () => crm.session,
    store: kept.store,
    onChange: () => undefined,
    unkept: () => undefined,
    now,
    random: () => 0,
  });
}

describe('writes that go together', () => {
  it('are one call, after one comparison, in their order', async () => {
    const crm = fakeCrm();
    const of = together(submission());
    const end = await run(of, crm);
    expect(end).toMatchObject({ state: 'written', steps: [{ state: 'done' }] });
    expect(crm.calls).toEqual(['stageValues', 'write']);
    expect(crm.effects).toEqual(['fields', 'deal', 'note'].map((kind) => `${of.id} ${kind}`));
  });

  it('are not compared where no field of the record changes', async () => {
    const crm = fakeCrm({ lifecyclestage: 'customer' });
    const of = submission();
    const noFields = together({ ...of, steps: of.steps.filter((step) => step.write.kind !== 'fields') });
    expect((await run(noFields, crm)).state).toBe('written');
    expect(crm.calls).toEqual(['write']);
  });

  it('are not sent where someone changed a field meanwhile, empty included, first time or again', async () => {
    for (const value of ['customer', '']) {
      for (const state of ['waiting', 'trying', 'failed'] as const) {
        const crm = fakeCrm({ lifecyclestage: value });
        const of = together(submission());
        const backward = of.steps.map((step) => ({
          ...step,
          state,
          write:
            step.write.kind === 'together'
              ? {
                  ...step.write,
                  writes: step.write.writes.map((part) =>
                    part.kind === 'fields'
                      ? { ...part, changes: part.changes.map((one) => ({ ...one, backward: true })) }
                      : part,
                  ),
                }
              : step.write,
        }));
        const end = await run({ ...of, steps: backward, fence: { ms: 0, until: null } }, crm);
        expect(end.steps[0]?.problem).toMatchObject({ kind: 'changed', theirs: [{ value }] });
        expect(crm.effects).toEqual([]);
      }
    }
  });

  it('are looked up before they are sent again, and taken for done where they are found', async () => {
    const crm = fakeCrm();
    crm.faults.write.push({ when: 'after', problem: lost });
    crm.faults.probe.push({ when: 'before', problem: lost });
    const of = together(submission());
    const open = await run(of, crm);
    expect(open).toMatchObject({
      state: 'waiting',
      steps: [{ state: 'trying', problem: { kind: 'timeout' } }],
    });
    crm.calls.length = 0;
    expect((await run(open, crm)).state).toBe('written');
    expect(crm.calls).toEqual(['probe']);
    expect(crm.effects).toHaveLength(3);
  });
});

describe('a refusal that the rep may overrule', () => {
  const duplicate: Problem = {
    kind: 'invalid',
    message: 'Looks like one that is there.',
    duplicates: { mayAllow: true, records: [{ object: 'contacts', id: '7' }] },
  };

  it('goes out again as the same submission, with what the rep allows, kept before it is sent', async () => {
    const { crm, kept, clock, worker } = outboxWorld();
    const { outbox } = worker();
    crm.faults.write.push({ when: 'before', problem: duplicate });
    const of = together(submission());
    const failed = await outbox.send(of);
    expect(failed).toMatchObject({ state: 'failed', steps: [{ state: 'failed', problem: duplicate }] });
    crm.faults.write.push({ when: 'before', problem: lost });
    await outbox.retry(ref, of.id, ['duplicates']);
    expect(await kept.store.get(of.id)).toMatchObject({ state: 'waiting', allow: ['duplicates'] });
    clock.move(31_000);
    expect((await outbox.retry(ref, of.id)).state).toBe('written');
    expect(crm.allowed).toEqual([['duplicates']]);
    expect(crm.effects).toHaveLength(3);
  });

  it('keeps the steps that were done before it', async () => {
    const { crm, worker } = outboxWorld();
    const { outbox } = worker();
    const of = submission();
    const last = { ...crm.session };
    let refusals = 1;
    crm.session.write = (sub, step) => {
      if (step.write.kind === 'note' && refusals > 0) {
        refusals -= 1;
        crm.faults.write.push({ when: 'before', problem: duplicate });
      }
      return last.write(sub, step);
    };
    expect(await outbox.send(of)).toMatchObject({
      steps: [{ state: 'done' }, { state: 'done' }, { state: 'failed' }],
    });
    expect((await outbox.retry(ref, of.id, ['duplicates'])).state).toBe('written');
    expect(crm.effects).toEqual(['fields', 'deal', 'note'].map((kind) => `${of.id} ${kind}`));
    expect(crm.allowed).toEqual([[], [], ['duplicates']]);
  });
});
