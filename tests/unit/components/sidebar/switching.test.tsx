// Moving between records: the other one at once, late replies to their own, drafts kept, news in place.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Reply } from '@/lib/protocol/messages';
import { answer, emptyDraft } from '@/lib/qualification';
import { refKey } from '@/lib/record/record';
import { connection, contact, layout, now, personPlace, snapshot } from './fixtures';
import { held } from './memory-backend';
import { settle, showSidebar } from './screen';

const question = () => document.querySelector('[data-keys="question"]')?.textContent;

test('a late reply for the record that was left never shows on the new one', async () => {
  const late = held<Reply<'record.read'>>();
  const page = showSidebar({
    'record.read': ({ ref }) =>
      ref.id === '101' ? late.promise : { ok: true, value: snapshot(ref.id, { name: 'Ben Okafor' }) },
  });
  await page.goTo('101');
  await page.goTo('102');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ben Okafor');
  late.release({ ok: true, value: snapshot('101') });
  await settle();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ben Okafor');
  page.push({ push: 'snapshot', snapshot: snapshot('101', { complete: false, name: 'Late Part' }) });
  expect(screen.queryByText('Late Part')).toBeNull();
  await page.goTo('101');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ann Meyer');
});

test('answers stay with their record, and are there on the way back', async () => {
  const page = showSidebar();
  await page.goTo('101');
  page.press('y', 'n');
  const given = page.sheet()?.draft?.answers;
  await page.goTo('102');
  expect(page.sheet()?.draft?.answers).toEqual({});
  page.press('u');
  await page.goTo('101');
  expect(page.sheet()?.draft?.answers).toEqual(given);
  expect(page.memory.drafts.get(refKey(contact('101')))?.answers).toEqual(given);
  expect(Object.keys(page.memory.drafts.get(refKey(contact('102')))?.answers ?? {})).toHaveLength(1);
});

test('the first paint shows what is known, the whole read replaces it, and never the other way round', async () => {
  const read = held<Reply<'record.read'>>();
  const page = showSidebar({ 'record.read': () => read.promise });
  await page.goTo('101');
  expect(question()).toBeUndefined();
  page.push({ push: 'snapshot', snapshot: snapshot('101', { complete: false, facts: [] }) });
  const early = question();
  expect(early).toBeTruthy();
  page.press('y');
  read.release({ ok: true, value: snapshot('101') });
  await settle();
  expect(page.sheet()?.snapshot?.complete).toBe(true);
  expect(page.sheet()?.draft?.answers.twoWay?.value).toBe('yes');
  page.push({ push: 'snapshot', snapshot: snapshot('101', { complete: false, facts: [] }) });
  expect(page.sheet()?.snapshot?.complete).toBe(true);
});

test('a question that has been on show for a while stays when the rest arrives', async () => {
  const read = held<Reply<'record.read'>>();
  const page = showSidebar({ 'record.read': () => read.promise });
  await page.goTo('101');
  page.push({ push: 'snapshot', snapshot: snapshot('101', { complete: false, facts: [] }) });
  const early = question();
  page.clock.now = new Date(now.getTime() + 5000);
  read.release({ ok: true, value: snapshot('101') });
  await settle();
  expect(question()).toBe(early);
});

test('a stored draft comes back, under what was answered before it did', async () => {
  const load = held<Reply<'draft.load'>>();
  const page = showSidebar({ 'draft.load': () => load.promise });
  await page.goTo('101');
  page.press('n');
  expect(page.memory.bodies('draft.save')).toHaveLength(0);
  const draft = page.sheet()?.draft;
  if (!draft) throw new Error('There is no draft.');
  const word = { value: 'yes', at: now.toISOString(), by: null };
  const stored = { ...emptyDraft(draft.ref, draft.playbook, now), answers: { fitsMarket: word, pain: word } };
  load.release({ ok: true, value: stored });
  await settle();
  expect(page.sheet()?.draft?.answers.fitsMarket?.value).toBe('no');
  expect(page.sheet()?.draft?.answers.pain?.value).toBe('yes');
  expect(page.memory.drafts.get(refKey(draft.ref))?.answers.pain?.value).toBe('yes');
});

test('saves never overtake each other, and the last state is the one kept', async () => {
  const waiting: ((reply: Reply<'draft.save'>) => void)[] = [];
  const page = showSidebar({
    'draft.save': () => {
      const reply = held<Reply<'draft.save'>>();
      waiting.push(reply.release);
      return reply.promise;
    },
  });
  await page.goTo('101');
  page.press('y', 'y', 'y');
  await settle();
  expect(waiting).toHaveLength(1);
  waiting[0]?.({ ok: true, value: null });
  await settle();
  expect(waiting).toHaveLength(2);
  expect(page.memory.bodies('draft.save').at(-1)).toMatchObject({
    draft: { answers: page.sheet()?.draft?.answers },
  });
});

test('a save that fails is said, and every answer stays', async () => {
  const page = showSidebar({
    'draft.save': () => ({ ok: false, problem: { kind: 'storage', message: 'Quota exceeded' } }),
  });
  await page.goTo('101');
  page.press('y');
  await settle();
  expect(screen.getByRole('alert').textContent).toMatch(/could not store/);
  expect(page.sheet()?.draft?.answers.fitsMarket?.value).toBe('yes');
});

test('the same place pushed again reads nothing anew; another connection does', async () => {
  const page = showSidebar();
  await page.goTo('101');
  await page.goTo('101');
  expect(page.memory.bodies('record.read')).toHaveLength(1);
  const other = { ...connection, connectedAt: '2026-10-05T10:00:00.000Z' };
  page.push({ push: 'place', place: personPlace('101'), connection: other, accounts: [other], layout });
  await settle();
  expect(page.memory.bodies('record.read')).toHaveLength(2);
});

test('what another window answered on the same record shows here, and neither window’s answers are lost', async () => {
  const page = showSidebar();
  await page.goTo('101');
  page.press('y');
  await settle();
  const kept = page.memory.drafts.get(refKey(contact('101')));
  if (!kept) throw new Error('nothing was saved');
  const [first = ''] = Object.keys(kept.answers);
  const later = new Date(now.getTime() + 60_000);
  const theirs = answer(kept, 'budget', 'yes', null, later);
  page.push({ push: 'draft', draft: theirs });
  expect(page.sheet()?.draft?.answers).toMatchObject({ [first]: { value: 'yes' }, budget: { value: 'yes' } });
});

test('a save that comes second is put together with the first, and saved again', async () => {
  const other = answer(
    emptyDraft(contact('101'), { id: 'default', version: '1', hash: 'h' }, now),
    'budget',
    'no',
    null,
    now,
  );
  const bases: (number | null)[] = [];
  const page = showSidebar({
    'draft.save': ({ base }) => {
      bases.push(base);
      return { ok: true, value: bases.length === 1 ? other : null };
    },
  });
  await page.goTo('101');
  page.press('y');
  await settle();
  expect(bases).toEqual([null, other.revision]);
  const answered = page.sheet()?.draft?.answers ?? {};
  expect(Object.keys(answered)).toHaveLength(2);
  expect(answered.budget?.value).toBe('no');
});
