// Random faults and deaths, for writes one by one and for writes together: never two effects, never a lost one.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { deliver } from '@/lib/background/outbox/deliver';
import { createFences } from '@/lib/background/outbox/fence';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type Fault, fakeClock, fakeCrm, fakeStore, lost, submission, together, turning } from './world';

const fault: fc.Arbitrary<Fault> = fc.record({
  when: fc.constantFrom('before' as const, 'after' as const),
  problem: fc.constantFrom(
    lost,
    { kind: 'crm-down' as const, message: '500' },
    { kind: 'busy' as const, message: '429' },
  ),
});
// A 429 is always answered before the CRM acts.
const faults = fc.array(
  fault.filter((one) => one.problem.kind !== 'busy' || one.when === 'before'),
  { maxLength: 6 },
);

type Kept = ReturnType<typeof fakeStore>;
type Crm = ReturnType<typeof fakeCrm>;

/** One worker's life, as far as it gets: after `death` writes to the store it keeps and does nothing more. */
async function live(
  of: Submission,
  crm: Crm,
  kept: Kept,
  death: number | undefined,
  { now, elapsed }: Pick<ReturnType<typeof fakeClock>, 'now' | 'elapsed'>,
  fences = createFences(elapsed, () => now().getTime()),
): Promise<Submission> {
  let puts = 0;
  const dead = () => death !== undefined && puts > death;
  const store = {
    ...kept.store,
    put: (next: Submission) => {
      puts += 1;
      return dead() ? new Promise<never>(() => undefined) : kept.store.put(next);
    },
    finish: (next: Submission) => {
      puts += 1;
      return dead() ? new Promise<never>(() => undefined) : kept.store.finish(next);
    },
  };
  const job = deliver({
    submission: of,
    openSession: async () => crm.session,
    store,
    onChange: () => undefined,
    unkept: () => undefined,
    fences,
    now,
    random: () => 0,
  });
  let over = false;
  const ended = job.finally(() => {
    over = true;
  });
  await Promise.race([ended, settled(() => over || dead())]);
  return (await kept.store.get(of.id)) ?? of;
}

it.each([
  ['one by one', (of: Submission) => of, ['fields', 'deal', 'note']],
  ['together', together, ['fields', 'deal', 'note']],
  ['after a form', turning, ['form', 'deal', 'note']],
])(
  'never acts twice and never loses a step written %s, whatever is lost and wherever the worker dies',
  async (_, as, parts) => {
    const deaths = fc.array(fc.nat(6), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(faults, faults, faults, deaths, async (write, probe, stageValues, dies) => {
        const clock = fakeClock();
        const crm = fakeCrm(undefined, clock.elapsed);
        crm.faults.write.push(...write);
        crm.faults.probe.push(...probe);
        crm.faults.stageValues.push(...stageValues);
        const kept = fakeStore();
        const of = as(submission());
        await kept.store.add(of);
        let end = of;
        for (let tries = 0; tries < 30 && end.state !== 'written'; tries += 1) {
          end = await live(end, crm, kept, dies[tries], clock);
          clock.move(16 * 60_000);
        }
        expect(end.state).toBe('written');
        expect(crm.effects).toEqual(parts.map((kind) => `${of.id} ${kind}`));
      }),
      { numRuns: 60 },
    );
  },
);

/** Waits until something is so. */
async function settled(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setImmediate(resolve));
}
