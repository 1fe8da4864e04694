// The outbox's rows: found again by being unfinished, in their order, also those of older versions; none ever dropped.
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '@/lib/background/outbox/outbox';
import { createSubmissionStore } from '@/lib/background/outbox/store';
import { createDatabase } from '@/lib/background/storage/database';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { fakeCrm, fakeStore, outboxWorld, ref, submission } from './world';

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** A database as the version before left it: rows without an order or a mark. */
async function oldDatabase(name: string, submissions: Submission[]) {
  const db = await openDB(name, 2, {
    upgrade(fresh) {
      for (const store of ['connections', 'drafts', 'mappings', 'pending']) fresh.createObjectStore(store);
      fresh.createObjectStore('submissions').createIndex('record', 'record');
      fresh.createObjectStore('cache').createIndex('account', 'account');
    },
  });
  for (const one of submissions)
    await db.put('submissions', { record: 'r', draftAt: null, submission: one }, one.id);
  db.close();
}

/** The fifth version, which told by its time which draft was sent. */
async function timedDatabase(name: string, one: Submission, draftAt: string, updatedAt: string) {
  const db = await openDB(name, 5, {
    upgrade(fresh) {
      for (const store of ['connections', 'drafts', 'mappings', 'pending']) fresh.createObjectStore(store);
      const rows = fresh.createObjectStore('submissions');
      for (const index of ['record', 'open', 'ended']) rows.createIndex(index, index);
      fresh.createObjectStore('cache').createIndex('account', 'account');
      const kept = fresh.createObjectStore('snapshots');
      for (const index of ['account', 'at']) kept.createIndex(index, index);
    },
  });
  const record = refKey(one.ref);
  await db.put('submissions', { record, draftAt, seq: 3, open: 1, submission: one }, one.id);
  const texts = { noteText: null, decision: null, deal: null, extra: {} };
  const playbook = { id: 'default', version: '1.0.0', hash: 'h' };
  const draft = { ref: one.ref, playbook, answers: {}, ...texts, startedAt: updatedAt, updatedAt };
  await db.put('drafts', draft, record);
  db.close();
}

describe('a row of the version that told drafts by their times', () => {
  it.each([
    ['takes the draft that was sent along once it is written', at(9), false],
    ['leaves a draft that was changed since', at(10), true],
  ])('%s', async (name, updatedAt, stays) => {
    const one = submission();
    await timedDatabase(name, one, at(9), updatedAt);
    const database = createDatabase(name);
    const store = createSubmissionStore(database);
    const kept = (await store.open()).rows[0]?.submission;
    if (!kept) throw new Error('The row is gone.');
    await store.finish({ ...kept, state: 'written', finishedAt: at(12) });
    expect((await database((db) => db.get('drafts', refKey(one.ref)))) !== undefined).toBe(stays);
    expect((await store.all()).map(({ state }) => state)).toEqual(['written']);
  });
});

describe('rows', () => {
  it('of the version before are found, in the order of their times', async () => {
    const late = submission({ at: at(12), state: 'failed' });
    const early = submission({ at: at(9), state: 'writing' });
    const done = submission({ at: at(8), state: 'written', finishedAt: at(8) });
    await oldDatabase('upgraded', [late, early, done]);
    const store = createSubmissionStore(createDatabase('upgraded'));
    const { rows, unreadable } = await store.open();
    expect(rows.map((row) => row.submission.id)).toEqual([early.id, late.id]);
    expect(unreadable).toEqual([]);
    await store.prune(at(20), 100);
    expect((await store.all()).map(({ id }) => id).sort()).toEqual([early.id, late.id].sort());
  });

  it('of another version are kept as they are, listed, and not written', async () => {
    const kept = fakeStore();
    const odd = { ...submission({ at: at(7) }), state: 'levitating' };
    const row = { record: 'hubspot/1/contacts/2', draftAt: null, seq: 7, open: 1, submission: odd };
    await kept.database(async (db) => {
      const raw = db.transaction('submissions', 'readwrite').store;
      Reflect.apply(raw.put, raw, [row, odd.id]);
    });
    const { crm, worker } = outboxWorld({ kept });
    const { outbox } = worker();
    await outbox.wake('start');
    expect((await outbox.view()).unreadable).toEqual([{ id: odd.id, record: row.record, at: at(7) }]);
    expect(outbox.unfinished()).toEqual([]);
    expect(await outbox.all()).toEqual([]);
    await kept.store.prune(at(23), 0);
    expect(await kept.database((db) => db.get('submissions', odd.id))).toEqual(row);
    expect(crm.calls).toEqual([]);
    // What is sent since goes after it, also once an update reads it.
    const next = await outbox.send(submission());
    expect(await kept.database(async (db) => (await db.get('submissions', next.id))?.seq)).toBe(8);
  });

  it('come in the order in which they were sent, over another worker', async () => {
    const world = outboxWorld({ crm: fakeCrm({ lifecyclestage: 'customer' }) });
    const first = world.worker();
    const one = await first.outbox.send(submission({ at: at(12) }));
    first.kill();
    const two = await world.worker().outbox.send(submission({ at: at(9) }));
    expect((await world.kept.store.open()).rows.map((row) => row.submission.id)).toEqual([one.id, two.id]);
  });
});

describe('storage that can’t be used', () => {
  const needs = (name: string) => ({
    store: createSubmissionStore(createDatabase(name)),
    openSession: async () => fakeCrm().session,
    onChange: () => undefined,
    changed: () => undefined,
    alarm: () => undefined,
    lock: async <T>(_: string, work: () => Promise<T>) => work(),
    now: () => new Date(at(10)),
    random: () => 0,
  });

  it('because it is of a newer version is said, and nothing of it is touched', async () => {
    const db = await openDB('newer', 99, { upgrade: (fresh) => void fresh.createObjectStore('future') });
    db.close();
    const outbox = createOutbox(needs('newer'));
    await expect(outbox.send(submission())).rejects.toMatchObject({
      problem: { kind: 'storage', store: 'newer' },
    });
    await outbox.wake('alarm');
    expect(outbox.broken()).toMatchObject({ store: 'newer' });
    const again = await openDB('newer');
    expect([again.version, [...again.objectStoreNames]]).toEqual([99, ['future']]);
    again.close();
  });

  it('is tried again with the next wake', async () => {
    const given = needs('mended');
    const { open } = given.store;
    given.store.open = () => Promise.reject(new Error('held for a moment'));
    const outbox = createOutbox(given);
    await outbox.wake('alarm');
    expect(outbox.broken()).not.toBeNull();
    given.store.open = open;
    expect((await outbox.send(submission({ ref }))).state).toBe('written');
    expect(outbox.broken()).toBeNull();
  });
});
