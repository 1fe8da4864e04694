// A sidebar whose answers get lost, over the real services and outbox: one note for each decision, none for one that was taken back.
// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSidebar } from '@/components/sidebar/store/store';
import { createDrafts } from '@/lib/background/services/drafts';
import { createSubmissions } from '@/lib/background/services/submissions';
import { fail, ok, ProblemError, type Result } from '@/lib/problem/problem';
import { connection, contact, layout, personPlace, snapshot } from '../../components/sidebar/fixtures';
import { memoryBackend } from '../../components/sidebar/memory-backend';
import { bound } from '../services/bound';
import { fakeClock, fakeCrm, outboxWorld } from './world';

/** never: the message doesn't arrive. after: only its answer is lost. late: it arrives when all seems over. */
const losses = ['never', 'after', 'late'] as const;
type Loss = (typeof losses)[number];
const acts = [
  'takeBack',
  'again',
  'review',
  'note',
  'answer',
  'done',
  'reload',
  'busy',
  'kill',
  'pass',
] as const;
const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant('confirm' as const) },
  { weight: 4, arbitrary: fc.constantFrom(...losses) },
  { weight: 6, arbitrary: fc.constantFrom(...acts) },
);

const ref = contact('101');
const lost = fail<never>({ kind: 'unexpected', message: 'The background stopped before it answered.' });
const busy = { kind: 'busy', message: '429', status: 429, retryAfterMs: 20_000 } as const;
const ticks = async (times = 25) => {
  for (let at = 0; at < times; at += 1) await new Promise((resolve) => setImmediate(resolve));
};

function rig() {
  const clock = fakeClock();
  const crm = fakeCrm({ lifecyclestage: 'lead', hs_lead_status: 'OPEN' });
  const world = outboxWorld({ crm, clock });
  const losing: Loss[] = [];
  const late: (() => Promise<unknown>)[] = [];

  function born() {
    const worker = world.worker();
    let end = () => {};
    const died = new Promise<Result<never>>((resolve) => {
      end = () => resolve(lost);
    });
    const { outbox } = worker;
    const services = createSubmissions({
      binding: bound(),
      connections: { find: async () => null },
      sessions: { signedIn: async () => null },
      outbox,
    });
    return { worker, services, died, end };
  }
  let life = born();

  async function said<T>(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (error) {
      if (error instanceof ProblemError) return fail(error.problem);
      throw error;
    }
  }

  /** As a message to the background fares: it may be lost, its answer may be, and a worker that ends answers nobody. */
  async function asked<T>(work: (of: typeof life.services) => Promise<T>): Promise<Result<T>> {
    const how = losing.shift();
    const run = () => Promise.race([said(() => work(life.services)), life.died]);
    if (how === 'late') late.push(run);
    if (how === 'never' || how === 'late') return lost;
    const reply = await run();
    return how === 'after' ? lost : reply;
  }

  const drafts = createDrafts({
    database: world.kept.database,
    binding: bound(),
    changed: () => undefined,
    saved: () => undefined,
  });
  function page() {
    const { stages } = crm;
    const memory = memoryBackend({
      'record.read': () =>
        ok(
          snapshot(ref.id, {
            stages: [
              {
                field: 'lifecyclestage',
                label: 'Lifecycle stage',
                value: stages.lifecyclestage ?? '',
                text: '',
                since: null,
              },
              {
                field: 'hs_lead_status',
                label: 'Lead status',
                value: stages.hs_lead_status ?? '',
                text: '',
                since: null,
              },
            ],
          }),
        ),
      'draft.load': (body) => said(() => drafts.load(1, body.ref)),
      'draft.save': (body) => said(() => drafts.save(1, body.draft, body.base)),
      'draft.drop': (body) => said(() => drafts.drop(1, body.ref, body.revision)),
      'submission.send': (body) => asked((of) => of.send(1, body.submission)),
      'submission.retry': (body) => asked((of) => of.retry(1, body.ref, body.id)),
      'submission.last': (body) => asked((of) => of.last(1, body.ref)),
      'submission.get': (body) => asked((of) => of.get(1, body.ref, body.id)),
      'submission.withdraw': (body) => asked((of) => of.withdraw(1, body.ref, body.id, body.unsent)),
      'submission.replace': (body) => asked((of) => of.replace(1, body.ref, body.id, body.submission)),
    });
    const sidebar = createSidebar(memory.backend, clock.now);
    const stop = sidebar.page.start();
    memory.push({ push: 'place', place: personPlace(ref.id), connection, accounts: [connection], layout });
    const sheet = () => sidebar.store.getState().sheets[sidebar.store.getState().open ?? ''];
    return { sidebar, stop, sheet };
  }

  return {
    ...{ clock, crm, world, losing, late, page },
    worker: () => life.worker,
    /** Its end, and the next one, which looks at what is kept. */
    kill() {
      life.worker.kill();
      life.end();
      life = born();
      void life.worker.outbox.wake('start');
    },
    async pass() {
      clock.move(16 * 60_000);
      await life.worker.outbox.wake('alarm');
      await ticks();
    },
  };
}

const noted = (effects: readonly string[]) =>
  effects.filter((effect) => effect.endsWith(' note')).map((effect) => effect.split(' ')[0] ?? '');

it('each decision becomes one note, whatever answer is lost, and one that was taken back becomes none', async () => {
  let lostOnes = 0;
  let takenOnes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 18 }), async (all) => {
      const { crm, losing, late, ...world } = rig();
      let page = world.page();
      await ticks(60);
      page.sidebar.answers.answer('yes');
      await ticks();
      const [confirmed, takenBack, wanted] = [new Set<string>(), new Set<string>(), new Set<string>()];
      let notes = 0;
      const over = async (id: string) =>
        takenBack.has(id) || (await world.world.kept.store.get(id))?.state === 'written';

      async function confirm() {
        page.sidebar.decisions.reviewStage();
        await ticks();
        if (!page.sidebar.sending.confirm()) return;
        const id = page.sheet()?.submission?.id ?? '';
        for (const other of confirmed)
          if (other !== id) expect(await over(other), 'beside one that is open').toBe(true);
        confirmed.add(id);
      }
      async function takeBack() {
        const id = page.sheet()?.submission?.id;
        if (id !== undefined) wanted.add(id);
        await page.sidebar.sending.withdraw();
        if (id === undefined || page.sheet()?.submission) return;
        takenBack.add(id);
        takenOnes += 1;
      }
      async function reload() {
        for (const arrives of late.splice(0)) await arrives();
        page.stop();
        // What never got to the background goes with the page: its answers are there, and it can be confirmed again.
        for (const id of confirmed) if (!(await world.world.kept.store.get(id))) confirmed.delete(id);
        page = world.page();
        await ticks(60);
      }

      for (const one of all) {
        const { sidebar } = page;
        if (one === 'confirm') await confirm();
        else if (one === 'never' || one === 'after' || one === 'late') losing.push(one);
        else if (one === 'takeBack') void takeBack();
        else if (one === 'again') void sidebar.sending.retry();
        else if (one === 'review') void sidebar.sending.reviewAgain();
        else if (one === 'done') void sidebar.sending.done();
        else if (one === 'answer') sidebar.answers.answer('yes');
        else if (one === 'note') {
          notes += 1;
          sidebar.decisions.editNote(`Note ${notes}`);
        } else if (one === 'busy') crm.faults.write.push({ when: 'before', problem: busy });
        else if (one === 'kill') world.kill();
        else if (one === 'reload') await reload();
        else await world.pass();
        await ticks();
      }

      // The bad day is over: what is late arrives, and the rep tries again what was not handed over.
      lostOnes += all.filter((one) => losses.some((loss) => loss === one)).length - losing.length;
      losing.length = 0;
      crm.faults.write.length = 0;
      for (const arrives of late.splice(0)) void arrives();
      for (let round = 0; round < 6; round += 1) {
        await world.pass();
        if (page.sheet()?.sendProblem) await Promise.race([page.sidebar.sending.retry(), ticks(60)]);
      }
      await expect.poll(() => world.worker().outbox.unfinished(), { timeout: 5_000 }).toEqual([]);
      const made = noted(crm.effects);
      // A withdrawal that arrives late holds all the same.
      for (const { id, state } of await world.world.kept.store.all())
        if (state === 'withdrawn' && wanted.has(id)) takenBack.add(id);
      expect([...made].sort(), 'doubled, lost, or written after it was taken back').toEqual(
        [...confirmed].filter((id) => !takenBack.has(id)).sort(),
      );
      page.stop();
      world.worker().kill();
    }),
    {
      numRuns: 60,
      examples: [
        [['busy', 'confirm', 'takeBack', 'confirm']],
        [['after', 'after', 'confirm', 'takeBack', 'confirm']],
      ],
    },
  );
  expect(lostOnes).toBeGreaterThan(0);
  expect(takenOnes).toBeGreaterThan(0);
}, 120_000);
