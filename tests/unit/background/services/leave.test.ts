// What stays of a disconnected account is counted, and only what the rep chose is removed.
import { expect, it } from 'vitest';
import { createSubmissionStore } from '@/lib/background/outbox/store';
import { createDrafts } from '@/lib/background/services/drafts';
import { createErasures } from '@/lib/background/services/erasures';
import { createLeave } from '@/lib/background/services/leave';
import { stillOf } from '@/lib/background/services/still';
import { createDatabase } from '@/lib/background/storage/database';
import { ProblemError } from '@/lib/problem/problem';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { ref, submission } from '../outbox/world';
import { bound } from './bound';
import { frameArea } from './frame-area';

const at = '2026-11-21T10:00:00.000Z';
const other = { ...ref, account: '2468013' };
const draft = (of = ref, id = ref.id): Draft => ({
  ref: { ...of, id },
  playbook: { id: 'default', version: '1.0.0', hash: 'h' },
  answers: {},
  noteText: null,
  decision: null,
  deal: null,
  extra: {},
  startedAt: at,
  updatedAt: at,
  revision: 1,
});
const over = (state: 'written' | 'withdrawn'): Partial<Submission> => ({ state, finishedAt: at });

async function world({ writing = false } = {}) {
  const database = createDatabase(crypto.randomUUID());
  const store = createSubmissionStore(database);
  const did: string[] = [];
  const waiting = submission({ ref: { ...ref, id: '1' }, recordName: 'Still Waiting' });
  const rows = [
    waiting,
    submission({ ref: { ...ref, id: '2' }, ...over('written') }),
    submission({ ref: { ...ref, id: '3' }, ...over('withdrawn') }),
    submission({ ref: other, ...over('written') }),
    submission({ ref: other }),
  ];
  for (const row of rows) await store.add(row);
  const begun = [draft(ref, '1'), draft(ref, '4'), draft(ref, '5'), draft(other, '4')];
  await database(async (db) => {
    for (const one of begun) await db.put('drafts', one, refKey(one.ref));
  });
  const area = frameArea();
  const erasures = createErasures(() => area);
  const leave = createLeave({
    database,
    erasures,
    connections: {
      remove: async () => {
        did.push('disconnected');
        return null;
      },
    },
    outbox: {
      pause: async () => () => undefined,
      view: async () => ({ open: [], lost: [], unreadable: [], allowances: [] }),
      strip: async (these) => {
        did.push(`stripped ${rows.filter(these).length} of ${rows.length}`);
      },
      unfinished: () => rows.filter(({ state }) => state === 'waiting'),
      withdraw: async (_, id) => {
        if (writing) throw new ProblemError({ kind: 'in-use', message: 'It is being written.' });
        did.push('taken back');
        const one = rows.find((row) => row.id === id);
        if (!one) throw new Error('no such row');
        Object.assign(one, over('withdrawn'));
        await store.put(one);
        return { submission: one, arrived: [], unknown: [] };
      },
    },
    rewrite: async () => {
      did.push('rewritten');
    },
    changed: () => did.push('changed'),
  });
  const left = () =>
    database(async (db) => [
      (await db.getAllKeys('drafts')).sort(),
      (await db.getAll('submissions')).map(({ record }) => record).sort(),
    ]);
  const drafts = createDrafts({
    ...{ database, binding: bound() },
    changed: () => undefined,
    saved: () => undefined,
  });
  return { leave, left, did, erasures, drafts };
}
const key = (id: string, of = ref) => refKey({ ...of, id });
const others = [[key('4', other)], [refKey(other), refKey(other)]];

it('is counted: answers in hand, decisions that are over, and those that are still to be written', async () => {
  const { leave, left } = await world();
  const before = await left();
  expect(await leave.left(ref.crm, ref.account)).toEqual({ drafts: 2, over: 2, unsent: 1 });
  expect(await left()).toEqual(before);
});

it('stays, all of it, where the rep chose nothing', async () => {
  const { leave, left, did } = await world();
  const before = await left();
  await leave.remove(ref.crm, ref.account, null);
  expect(did).toEqual(['disconnected']);
  expect(await left()).toEqual(before);
});

it('goes but for what is still to be written, and the answers behind that', async () => {
  const { leave, left, did } = await world();
  await leave.remove(ref.crm, ref.account, 'over');
  expect(await left()).toEqual([
    [key('1'), ...(others[0] ?? [])].sort(),
    [key('1'), ...(others[1] ?? [])].sort(),
  ]);
  expect(did).toEqual(['disconnected', 'stripped 3 of 5', 'rewritten', 'changed']);
});

it('goes with what is still to be written, which is taken back before the account is let go', async () => {
  const { leave, left, did } = await world();
  await leave.remove(ref.crm, ref.account, 'all');
  expect(await left()).toEqual(others);
  expect(did).toEqual(['taken back', 'disconnected', 'stripped 3 of 5', 'rewritten', 'changed']);
});

it('stays, and connected, where a decision is just being written', async () => {
  const { leave, left, did } = await world({ writing: true });
  const before = await left();
  await expect(leave.remove(ref.crm, ref.account, 'all')).rejects.toThrow('being written');
  expect(did).toEqual([]);
  expect(await left()).toEqual(before);
});

it('comes back by no page that was open before, and what is answered afterwards is kept', async () => {
  const { leave, left, erasures, drafts } = await world();
  const page = stillOf(erasures.since(0));
  await leave.remove(ref.crm, ref.account, 'all');
  await expect(drafts.save(1, draft(ref, '1'), null, page)).rejects.toMatchObject({
    problem: { kind: 'gone' },
  });
  expect(await left()).toEqual(others);
  // Another account's are the rep's work still.
  expect(await drafts.save(1, draft(other, '9'), null, page)).toBeNull();
  expect(await drafts.save(1, draft(ref, '1'), null, stillOf(erasures.since(1)))).toBeNull();
});

it('leaves what is confirmed and not written yet on its way where only the rest was removed', async () => {
  const { leave, erasures } = await world();
  const page = stillOf(erasures.since(0));
  await leave.remove(ref.crm, ref.account, 'over');
  expect(() => page(ref, 'answers')).toThrow('deleted');
  expect(() => page(ref, 'decisions')).not.toThrow();
  await leave.remove(ref.crm, ref.account, null);
  expect(() => page(ref, 'decisions')).not.toThrow();
});

it('refuses no page where nothing was removed, as a decision was being written', async () => {
  const { leave, erasures } = await world({ writing: true });
  await expect(leave.remove(ref.crm, ref.account, 'all')).rejects.toThrow('being written');
  expect(erasures.since(0)(ref, 'answers')).toBe(false);
});
