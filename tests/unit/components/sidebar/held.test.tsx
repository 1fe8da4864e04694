// What a sheet holds is asked about after the worker's rest and when its record is opened: it was taken back or written elsewhere.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { contact } from './fixtures';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';
import { waiting } from './waits';

/** A sidebar that has confirmed on each of these records, where all of it waits; `kept` is what the outbox has. */
async function confirmedOn(...ids: string[]) {
  const asked = { now: 0, most: 0 };
  const kept = new Map<string, Submission>();
  const page = showSidebar({
    'submission.send': ({ submission }) => {
      const one = waiting(submission);
      kept.set(one.id, one);
      return { ok: true, value: one };
    },
    'submission.get': async ({ id }) => {
      asked.now += 1;
      asked.most = Math.max(asked.most, asked.now);
      await Promise.resolve();
      asked.now -= 1;
      return { ok: true, value: kept.get(id) ?? null };
    },
  });
  for (const id of ids) {
    await page.goTo(id);
    page.press('y', 'Enter');
    await settle();
    page.press('Enter');
    await settle();
    expect(page.sheet()?.submission?.state).toBe('waiting');
  }
  const sheetOf = (id: string) => page.sidebar.store.getState().sheets[refKey(contact(id))];
  /** What another window makes of it while nothing can be pushed. */
  const becomes = (id: string, change: (submission: Submission) => Submission | null) => {
    const submission = sheetOf(id)?.submission;
    if (!submission) throw new Error('Nothing is held.');
    const next = change(submission);
    if (next) kept.set(next.id, next);
    else kept.delete(submission.id);
  };
  return { page, sheetOf, becomes, asked };
}

const withdrawn = (submission: Submission): Submission => ({ ...submission, state: 'withdrawn' });

test('one that was taken back elsewhere during a rest is not held any more, on the open record and on others', async () => {
  const { page, sheetOf, becomes } = await confirmedOn('101', '102');
  becomes('101', withdrawn);
  becomes('102', withdrawn);
  page.memory.back();
  await settle();
  expect(sheetOf('102')).toMatchObject({ submission: null, view: { name: 'ask' } });
  expect(sheetOf('101')).toMatchObject({ submission: null });
  expect(Object.keys(sheetOf('101')?.draft?.answers ?? {})).toHaveLength(1);
});

test('one of a record that is not open is told as written after a rest', async () => {
  const { page, sheetOf, becomes } = await confirmedOn('101');
  await page.goTo('102');
  becomes('101', written);
  page.memory.back();
  await settle();
  expect(sheetOf('101')?.submission?.state).toBe('written');
});

test('it is asked about when its record is opened again', async () => {
  const { page, becomes } = await confirmedOn('101');
  await page.goTo('102');
  becomes('101', withdrawn);
  await page.goTo('101');
  expect(page.sheet()).toMatchObject({ submission: null, view: { name: 'ask' } });
  expect(screen.queryByText('Waiting to be written')).toBeNull();
});

test('one that the outbox had and has no more is let go; one that it never said to have stays in hand', async () => {
  const { page, sheetOf, becomes } = await confirmedOn('101');
  becomes('101', () => null);
  page.memory.back();
  await settle();
  expect(sheetOf('101')?.submission).toBeNull();

  const lost: Problem = { kind: 'unexpected', message: 'lost' };
  const silent = showSidebar({
    'submission.send': () => ({ ok: false, problem: lost }),
    'submission.get': () => ({ ok: true, value: null }),
  });
  await silent.goTo('101');
  silent.press('y', 'Enter');
  await settle();
  silent.press('Enter');
  await settle();
  silent.memory.back();
  await settle();
  expect(silent.sheet()?.unsaid).not.toBeNull();
  expect(silent.sheet()?.submission).not.toBeNull();
});

test('all that are held are asked about once each, and one after the other: a long day’s are many', async () => {
  const { page, asked } = await confirmedOn('101', '102', '103');
  const before = page.memory.bodies('submission.get').length;
  asked.most = 0;
  page.memory.back();
  await settle();
  expect(page.memory.bodies('submission.get').length - before).toBe(3);
  expect(asked.most).toBe(1);
});
