// Days at random: sends, faults, silences, deaths, presses, edits, and clocks that jump at any time. Nothing lost, doubled, or out of order.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import { partsOf } from '@/lib/qualification/plan/parts';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type Fault, fakeClock, fakeCrm, outboxWorld, ref, submission, together } from './world';

const RECORDS = ['1', '2', '3'];
/** Later than that after it went out nothing is taken to happen. */
const MOST_MS = 49_000;
const problems = {
  lost: { kind: 'timeout', message: 'No answer.' },
  down: { kind: 'crm-down', message: '500', status: 500 },
  offline: { kind: 'offline', message: 'No network.' },
  limit: { kind: 'busy', message: '429', status: 429, retryAfterMs: 20_000 },
  locked: { kind: 'in-use', message: 'A row was locked.' },
  refused: { kind: 'locked', message: 'An approval.' },
  signIn: { kind: 'key-refused', message: '401', status: 401 },
  bug: { kind: 'unexpected', message: 'A mistake of ours.' },
} as const satisfies Record<string, Problem>;

/** What the CRM refused, it did not do. */
const ANSWERED: readonly Problem[] = [problems.limit, problems.locked, problems.refused, problems.signIn];
const fault: fc.Arbitrary<Fault> = fc
  .record({
    when: fc.constantFrom('before' as const, 'after' as const, 'late' as const),
    problem: fc.constantFrom<Problem>(...Object.values(problems)),
    lateMs: fc.nat(MOST_MS),
  })
  .map((one) => (ANSWERED.includes(one.problem) ? { ...one, when: 'before' as const } : one))
  // Here nobody waits for a time-out: 20 s of it have passed when it is told.
  .map((one) => (one.problem === problems.lost ? { ...one, lateMs: one.lateMs % 30_000 } : one));

const event = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('send' as const), record: fc.nat(2), whole: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      on: fc.constantFrom('write' as const, 'probe' as const, 'stageValues' as const),
      fault,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat(12) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.oneof(fc.nat(40_000), fc.nat(120_000)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      hours: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(-240, 240)),
    }),
  },
  // The next write lies silent at the CRM and its worker is killed; then somebody presses, and the clock jumps.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('silence' as const),
      lateMs: fc.nat(MOST_MS),
      which: fc.nat(9),
      hours: fc.constantFrom(-240, -2, 0, 9, 240),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('retry' as const, 'withdraw' as const, 'replace' as const),
      which: fc.nat(9),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('online' as const, 'connections' as const, 'start' as const),
    }),
  },
);

/** Whose clock jumps: this computer's, or that of the CRM's servers. One of them may be as wrong as it likes. */
const WRONG = fc.constantFrom('here' as const, 'crm' as const);

const ticks = async (times: number) => {
  for (let at = 0; at < times; at += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** The rep's edit: the same decision with another note and another deal. */
const edited = (of: Submission): Submission => ({
  ...of,
  state: 'waiting',
  nextAt: null,
  steps: of.steps.map((step) => ({ ...step, state: 'waiting', result: null, problem: null })),
});

it('keeps every promise over days at random', async () => {
  await fc.assert(
    fc.asyncProperty(WRONG, fc.array(event, { minLength: 4, maxLength: 24 }), async (wrong, events) => {
      // Every value suits everyone: what is looked at here is who writes when.
      const clock = fakeClock();
      const crm = fakeCrm({ lifecyclestage: 'salesqualifiedlead' }, clock.elapsed);
      const world = outboxWorld({ crm, clock });
      const jump = (hours: number) => {
        if (wrong === 'here') clock.jump(hours * 3_600_000);
        else crm.clock.aheadMs += hours * 3_600_000;
      };
      const sent: string[] = [];
      const writtenOf = new Map<string, string[]>();
      const { write } = crm.session;
      let silence: number | null = null;
      let died = false;
      crm.session.write = async (of, step) => {
        writtenOf.set(of.id, [...(writtenOf.get(of.id) ?? []), step.id]);
        if (silence !== null) {
          crm.faults.write.unshift({ when: 'late', problem: problems.lost, lateMs: silence });
          silence = null;
          worker.kill();
          died = true;
        }
        return write(of, step);
      };
      let worker = world.worker();
      await worker.outbox.wake('start');
      const born = (why: 'alarm' | 'start') => {
        worker.kill();
        worker = world.worker();
        void worker.outbox.wake(why);
      };
      const passed = (ms: number) => {
        world.clock.move(ms);
        crm.catchUp();
        if (worker.alarm.at !== null && worker.alarm.at <= world.clock.now().getTime())
          void worker.outbox.wake('alarm');
      };
      for (const one of events) {
        if (died) born('alarm');
        died = false;
        const id = 'which' in one ? (sent[one.which % Math.max(1, sent.length)] ?? '') : '';
        if (one.do === 'send') {
          const record = { ...ref, id: RECORDS[one.record] ?? '1' };
          const of = one.whole ? together(submission({ ref: record })) : submission({ ref: record });
          sent.push(of.id);
          void worker.outbox.send(of).catch(() => undefined);
          // The page was told that it is kept only once it is.
          await expect.poll(() => world.kept.store.get(of.id), { interval: 1 }).not.toBeNull();
        } else if (one.do === 'fault') crm.faults[one.on].push(one.fault);
        else if (one.do === 'crash') {
          await ticks(one.after);
          born('alarm');
        } else if (one.do === 'pass') {
          passed(one.ms);
        } else if (one.do === 'silence') {
          silence = one.lateMs;
          void worker.outbox.retry(null, id).catch(() => undefined);
          await ticks(3);
          if (died) born('alarm');
          died = false;
          jump(one.hours);
          void worker.outbox.retry(null, id).catch(() => undefined);
        } else if (one.do === 'jump') {
          jump(one.hours);
        } else if (one.do === 'retry') void worker.outbox.retry(null, id).catch(() => undefined);
        else if (one.do === 'withdraw') void worker.outbox.withdraw(null, id).catch(() => undefined);
        else if (one.do === 'replace') {
          const of = await world.kept.store.get(id);
          if (of) void worker.outbox.replace(of.ref, id, edited(of)).catch(() => undefined);
        } else void worker.outbox.wake(one.do);
        await ticks(3);
      }

      // The bad days are over: no more faults, time passes, and the rep presses what wants them.
      silence = null;
      if (died) born('alarm');
      for (const list of Object.values(crm.faults)) list.length = 0;
      crm.catchUp(true);
      for (let rounds = 0; rounds < 40; rounds += 1) {
        await ticks(30);
        world.clock.move(16 * 60_000);
        await worker.outbox.wake(rounds % 5 === 0 ? 'start' : 'alarm');
        for (const of of worker.outbox.unfinished())
          if (of.state === 'failed') void worker.outbox.retry(null, of.id).catch(() => undefined);
        await ticks(30);
        if (worker.outbox.unfinished().length === 0) break;
      }

      const all = await world.kept.store.all();
      expect(all.map((of) => of.id).sort(), 'lost').toEqual([...sent].sort());
      for (const of of all) {
        expect(['written', 'withdrawn'], 'left behind').toContain(of.state);
        const made = crm.effects.filter((effect) => effect.startsWith(of.id));
        const parts = of.steps.flatMap((step) => partsOf(step.write)).map(({ kind }) => `${of.id} ${kind}`);
        const once = made.filter((effect) => !effect.endsWith('fields'));
        expect(new Set(once).size, 'doubled').toBe(once.length);
        if (of.state === 'written') expect(new Set(made), 'half written').toEqual(new Set(parts));
      }
      for (const record of RECORDS) {
        const ids = sent.filter((id) => all.find((of) => of.id === id)?.ref.id === record);
        const first = (id: string) => crm.effects.findIndex((effect) => effect.startsWith(id));
        const last = (id: string) => crm.effects.findLastIndex((effect) => effect.startsWith(id));
        const acted = ids.filter((id) => first(id) >= 0);
        for (const [at, id] of acted.entries()) {
          const next = acted[at + 1];
          if (next) expect(last(id), 'misordered').toBeLessThan(first(next));
        }
      }
      worker.kill();
    }),
    { numRuns: 150 },
  );
}, 120_000);
