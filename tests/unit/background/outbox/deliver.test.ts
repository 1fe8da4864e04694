// Delivery on bad days: whatever is lost, nothing happens twice and nothing is forgotten.
import { describe, expect, it, vi } from 'vitest';
import { deliver } from '@/lib/background/outbox/deliver';
import { createFences } from '@/lib/background/outbox/fence';
import { ProblemError } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { fakeCrm, fakeStore, lost, refused, submission } from './world';

const START = '2026-11-21T10:05:00.000Z';
const now = () => new Date(START);
const later = () => new Date(Date.parse(START) + 101_000);
type Crm = ReturnType<typeof fakeCrm>;

/** Each of its lives counts anew, except where one is handed on. */
async function run(
  of: Submission,
  crm: Crm,
  kept = fakeStore(),
  clock = now,
  fences = createFences(
    () => clock().getTime(),
    () => clock().getTime(),
  ),
) {
  const seen: Submission[] = [];
  await kept.store.add(of);
  const end = await deliver({
    submission: of,
    openSession: async () => crm.session,
    store: kept.store,
    onChange: (next) => seen.push(next),
    unkept: () => undefined,
    fences,
    now: clock,
    random: () => 0,
  });
  return { end, seen, kept };
}

const states = (of: Submission) => of.steps.map((step) => step.state);

describe('delivery', () => {
  it('writes fields, deal and note in this order, keeps each step before and after, and drops the draft', async () => {
    const crm = fakeCrm();
    const kept = fakeStore();
    await kept.putDraft(4);
    const of = submission({ draft: 4 });
    const shuffled = { ...of, steps: [...of.steps].reverse() };
    const { end, seen } = await run(shuffled, crm, kept);
    expect(end).toMatchObject({ state: 'written', finishedAt: now().toISOString() });
    expect(crm.effects).toEqual(['fields', 'deal', 'note'].map((id) => `${of.id} ${id}`));
    expect(seen.map((next) => states(next).reverse().join(' '))).toEqual([
      'waiting waiting waiting',
      'trying waiting waiting',
      'done waiting waiting',
      'done trying waiting',
      'done done waiting',
      'done done trying',
      'done done done',
      'done done done',
    ]);
    expect(await kept.store.get(of.id)).toEqual(end);
    expect(await kept.hasDraft()).toBe(false);
  });

  it('keeps a draft that the rep went on with meanwhile', async () => {
    const kept = fakeStore();
    const of = submission({ draft: 4 });
    await kept.store.add(of);
    // Its time says that it is older, for the clock was put back.
    await kept.putDraft(5, '2026-11-20T10:01:00.000Z');
    await run(of, fakeCrm(), kept);
    expect(await kept.hasDraft()).toBe(true);
  });

  it('writes nothing where the record says something else by now, and shows what', async () => {
    const crm = fakeCrm({ lifecyclestage: 'customer' });
    const { end } = await run(submission(), crm);
    expect(crm.effects).toEqual([]);
    expect(end.state).toBe('failed');
    expect(end.steps[0]?.problem).toMatchObject({
      kind: 'changed',
      theirs: [{ field: 'lifecyclestage', value: 'customer', text: 'Customer' }],
    });
  });

  it('goes on where someone has already set just what the rep wants', async () => {
    const { end } = await run(submission(), fakeCrm({ lifecyclestage: 'salesqualifiedlead' }));
    expect(end.state).toBe('written');
  });

  it('stops at the first step that fails, keeps the draft, and goes on from there', async () => {
    const crm = fakeCrm();
    const kept = fakeStore();
    await kept.putDraft(4);
    crm.faults.write.push({ when: 'before', problem: lost }, { when: 'before', problem: lost });
    crm.faults.write[0] = { when: 'after', problem: lost };
    let at = now;
    const time = () => at().getTime();
    const fences = createFences(time, time);
    const { end } = await run(submission(), crm, kept, now, fences);
    expect(states(end)).toEqual(['done', 'trying', 'waiting']);
    const nextAt = new Date(Date.parse(START) + 100_000).toISOString();
    expect(end).toMatchObject({ state: 'waiting', tries: 1, nextAt, finishedAt: null });
    expect(await kept.hasDraft()).toBe(true);
    at = later;
    const again = await run(end, crm, kept, later, fences);
    expect(again.end.state).toBe('written');
    expect(crm.effects).toHaveLength(3);
  });

  it('takes a lost answer for done where a look-up finds it', async () => {
    const crm = fakeCrm();
    crm.faults.write.push({ when: 'after', problem: lost });
    const { end } = await run(submission(), crm);
    expect(end.state).toBe('written');
    expect(crm.effects).toHaveLength(3);
  });

  it('leaves a step open where the look-up is lost too, and looks before it repeats', async () => {
    const crm = fakeCrm();
    const kept = fakeStore();
    crm.faults.write.push({ when: 'after', problem: lost });
    crm.faults.probe.push({ when: 'before', problem: lost });
    const { end } = await run(submission(), crm, kept);
    expect(states(end)).toEqual(['trying', 'waiting', 'waiting']);
    crm.calls.length = 0;
    expect((await run(end, crm, kept)).end.state).toBe('written');
    expect(crm.calls[0]).toBe('probe');
    expect(crm.effects).toHaveLength(3);
  });

  it('does not look up what the CRM refused, and counts it as ended', async () => {
    const crm = fakeCrm();
    crm.faults.write.push({ when: 'before', problem: refused });
    const { end } = await run(submission(), crm);
    expect(crm.calls).toEqual(['stageValues', 'write']);
    expect(end).toMatchObject({ state: 'failed', finishedAt: now().toISOString() });
  });

  it('takes an empty field for its own half-done step back, but only on a second try', async () => {
    const of = submission();
    const back: Submission = {
      ...of,
      steps: of.steps.map((step) =>
        step.write.kind === 'fields'
          ? {
              ...step,
              write: {
                ...step.write,
                changes: step.write.changes.map((one) => ({ ...one, backward: true })),
              },
            }
          : step,
      ),
    };
    const first = await run(back, fakeCrm({ lifecyclestage: '' }));
    expect(first.end.steps[0]?.problem?.kind).toBe('changed');
    const tried = {
      ...back,
      steps: back.steps.map((step) => (step.id === 'fields' ? { ...step, state: 'trying' as const } : step)),
      fence: { ms: 0, until: null },
    };
    expect((await run(tried, fakeCrm({ lifecyclestage: '' }))).end.state).toBe('written');
  });

  it('sends nothing where the submission can’t be kept first', async () => {
    const crm = fakeCrm();
    const full = new ProblemError({ kind: 'storage', message: 'The disk is full.' });
    const end = await deliver({
      submission: submission(),
      openSession: async () => crm.session,
      store: { put: () => Promise.reject(full), finish: vi.fn() },
      onChange: () => undefined,
      unkept: () => undefined,
      now,
      random: () => 0,
    });
    expect(crm.calls).not.toContain('write');
    expect(end.steps[0]?.problem?.kind).toBe('storage');
  });

  it('sends nothing where no session can be had', async () => {
    const problem = { kind: 'wrong-account' as const, message: 'Another account.' };
    const kept = fakeStore();
    const of = submission();
    await kept.store.add(of);
    const end = await deliver({
      submission: of,
      openSession: () => Promise.reject(new ProblemError(problem)),
      store: kept.store,
      onChange: () => undefined,
      unkept: () => undefined,
      now,
      random: () => 0,
    });
    // Held until the sign-in is another one.
    expect(end).toMatchObject({
      state: 'waiting',
      nextAt: null,
      steps: [{ state: 'waiting', problem }, {}, {}],
    });
  });
});
