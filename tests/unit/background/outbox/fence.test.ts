// A call whose answer was lost acts 40 s after it went out. Whoever dies, presses or sets the clock: it is not repeated before.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createFences } from '@/lib/background/outbox/fence';
import { FenceSchema, type Submission } from '@/lib/qualification/plan/submission';
import { lost, outboxWorld, ref, submission, together, tried } from './world';

const DAYS = 10 * 86_400_000;
const offline = { kind: 'offline', message: 'The connection broke.' } as const;

/** Its call lies silent at the CRM for 40 s and then acts; its worker is killed as soon as it is out. */
async function silent() {
  const world = outboxWorld();
  const { crm } = world;
  const { write } = crm.session;
  const of = together(submission());
  const first = world.worker();
  const sent = new Promise<void>((resolve) => {
    crm.session.write = (submission, step) => {
      crm.session.write = write;
      crm.faults.write.push({ when: 'late', problem: lost, lateMs: 40_000 });
      first.kill();
      const answer = write(submission, step);
      resolve();
      return answer;
    };
  });
  void first.outbox.send(of);
  await sent;
  /** Seconds go by, and whoever is alive looks after what waits. */
  const pass = async (life: ReturnType<typeof world.worker>, seconds: number) => {
    for (let at = 0; at < seconds; at += 1) {
      world.clock.move(1_000);
      crm.catchUp();
      await life.outbox.wake('alarm');
      await expect.poll(life.outbox.busy, { interval: 1 }).toBe(false);
    }
  };
  return { ...world, of, pass };
}

/** Each part once. */
const once = (of: Submission) => ['fields', 'deal', 'note'].map((kind) => `${of.id} ${kind}`);

describe('a call that lay silent for 40 s while its worker was killed', () => {
  it.each([
    ['on by ten days', [DAYS]],
    ['back by two hours', [-2 * 3_600_000]],
    ['on and back', [DAYS, -DAYS]],
  ])('is not repeated before it acts, where the rep presses and the clock jumps %s', async (_, jumps) => {
    const { clock, worker, of, pass, crm } = await silent();
    const life = worker();
    await pass(life, 2);
    for (const jump of jumps) {
      clock.jump(jump);
      await life.outbox.retry(ref, of.id);
      await pass(life, 15);
    }
    await life.outbox.retry(ref, of.id);
    await pass(life, 40);
    expect(crm.effects).toEqual(once(of));
    expect(life.outbox.unfinished()).toEqual([]);
  });

  it.each([
    ['is an hour ahead', [3_600_000]],
    ['is an hour behind, and then right', [-3_600_000, 0]],
    ['is now ahead and now behind', [3_600_000, -3_600_000, 7_200_000]],
  ])(
    'is not repeated before it acts, where the rep presses and a server of the CRM’s %s',
    async (_, ahead) => {
      const { worker, of, pass, crm } = await silent();
      const life = worker();
      await pass(life, 2);
      for (const ms of ahead) {
        crm.clock.aheadMs = ms;
        await crm.session.ping?.();
        await life.outbox.retry(ref, of.id);
        await pass(life, 10);
      }
      await life.outbox.retry(ref, of.id);
      await pass(life, 60);
      expect(crm.effects).toEqual(once(of));
      expect(life.outbox.unfinished()).toEqual([]);
    },
  );

  it('is waited for by the next of its record where the rep takes it back, and a server of the CRM’s is an hour ahead', async () => {
    const { worker, of, pass, crm } = await silent();
    const life = worker();
    await pass(life, 2);
    await life.outbox.withdraw(ref, of.id);
    crm.clock.aheadMs = 3_600_000;
    await crm.session.ping?.();
    const two = together(submission({ steps: of.steps }));
    expect(await life.outbox.send(two)).toMatchObject({ state: 'waiting' });
    await pass(life, 60);
    expect(crm.effects).toEqual([...once(of), ...once(two)]);
  });

  it('is not repeated before it acts by workers that die every few seconds, and goes on in spite of that', async () => {
    for (const acts of [true, false]) {
      const { clock, worker, of, pass, crm } = await silent();
      if (!acts) crm.drop();
      for (let lives = 0; lives < 16 && (await finished()) !== 'written'; lives += 1) {
        const life = worker();
        await life.outbox.wake('alarm');
        void life.outbox.retry(ref, of.id).catch(() => undefined);
        await pass(life, 4);
        life.kill();
        clock.jump(lives % 2 === 0 ? DAYS : -DAYS);
      }
      async function finished() {
        return (await outboxState()).state;
      }
      async function outboxState() {
        const [row] = await worker(() => Promise.reject(new Error('only looks'))).outbox.all();
        return row ?? of;
      }
      expect(await finished()).toBe('written');
      expect(crm.effects).toEqual(once(of));
    }
  });

  it('is waited for by the next of its record where the rep takes it back, and is found by a clock ten days on', async () => {
    const { clock, worker, of, pass, crm } = await silent();
    const life = worker(() => Promise.reject(new Error('nobody to ask')));
    await life.outbox.withdraw(ref, of.id);
    life.kill();
    clock.jump(DAYS);
    const next = worker();
    const two = together(submission({ steps: of.steps }));
    expect(await next.outbox.send(two)).toMatchObject({ state: 'waiting' });
    expect(await next.outbox.retry(ref, two.id)).toMatchObject({ state: 'waiting' });
    await pass(next, 60);
    expect(crm.effects).toEqual([...once(of), ...once(two)]);
  });
});

it('waits as long where the connection broke at once, for nobody waited for the answer', async () => {
  const { crm, clock, worker } = outboxWorld();
  const { outbox } = worker();
  crm.faults.write.push({ when: 'late', problem: offline, lateMs: 40_000 });
  const of = await outbox.send(together(submission()));
  clock.move(39_000);
  crm.catchUp();
  expect((await outbox.retry(ref, of.id)).state).toBe('waiting');
  expect(crm.effects).toEqual([]);
  clock.move(1_000);
  crm.catchUp();
  expect((await outbox.retry(ref, of.id)).state).toBe('written');
  expect(crm.effects).toEqual(once(of));
});

describe('where the CRM tells no time', () => {
  it('it is counted anew in each worker’s life, and not by the clock', async () => {
    const { clock, worker, of, pass, crm } = await silent();
    crm.clock.tells = false;
    crm.clock.told = null;
    const life = worker();
    await pass(life, 30);
    life.kill();
    clock.jump(DAYS);
    const next = worker();
    await pass(next, 60);
    expect(next.outbox.unfinished()).toEqual([]);
    expect(crm.effects).toEqual(once(of));
  });
});

describe('a fence', () => {
  const account = 'hubspot/24680135';
  const wallAt = Date.parse('2026-11-21T10:00:00.000Z');

  it('ends by the two clocks only where the CRM’s was told after the call was lost, with room for clocks beside it', () => {
    let at = 0;
    const fences = createFences(
      () => at,
      () => wallAt + at,
    );
    const of = tried();
    const time = (ago: number) => ({ time: () => ({ at: 1_000_000, agoMs: ago }) });
    at = 10_000;
    fences.begin(of.id);
    fences.told(account, time(1_000));
    expect(fences.learnt(of)?.until).toBeNull();
    at = 12_000;
    fences.told(account, time(1_000));
    expect(fences.learnt(of)).toEqual({
      ms: 50_000,
      until: new Date(1_056_000).toISOString(),
      wall: new Date(wallAt + 62_000).toISOString(),
    });
  });

  it('is over in the next life as soon as both clocks say so, and is counted there where one doesn’t', () => {
    const until = new Date(1_056_000).toISOString();
    const of: Submission = {
      ...tried(),
      fence: { ms: 50_000, until, wall: new Date(wallAt + 50_000).toISOString() },
    };
    let wall = wallAt + 50_000;
    const fences = createFences(
      () => 0,
      () => wall,
    );
    const tells = (at: number) => fences.told(account, { time: () => ({ at, agoMs: 0 }) });
    expect(fences.left(of)).toBe(50_000);
    tells(1_050_000);
    expect(fences.left(of)).toBe(6_000);
    tells(1_056_000);
    expect(fences.left(of)).toBe(0);
    wall = wallAt + 47_000;
    expect(fences.left(of)).toBe(3_000);
    wall = wallAt - 3_600_000;
    expect(fences.left(of)).toBe(50_000);
    wall = wallAt + 50_000;
    fences.told(account, {});
    expect(fences.left(of)).toBe(50_000);
  });

  it('of a version that kept the CRM’s clock alone is counted', () => {
    const of: Submission = { ...tried(), fence: { ms: 50_000, until: new Date(1_056_000).toISOString() } };
    const fences = createFences(
      () => 0,
      () => wallAt,
    );
    fences.told(account, { time: () => ({ at: 2_000_000, agoMs: 0 }) });
    expect(fences.left(of)).toBe(50_000);
  });

  it('takes no date that a row could not keep', () => {
    const fences = createFences(
      () => 0,
      () => wallAt,
    );
    fences.told(account, { time: () => ({ at: Date.parse('9999-12-31T23:59:59Z'), agoMs: 0 }) });
    expect(v.safeParse(FenceSchema, fences.learnt(tried())).success).toBe(true);
  });
});
