// A submission whose time comes while its change is under review, or being handed over: never made twice, never told wrongly.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { held, settle, showSidebar } from './screen';
import { waiting } from './waits';

const written = (submission: Submission): Submission => ({
  ...submission,
  state: 'written',
  finishedAt: '2026-11-21T10:06:00.000Z',
  steps: submission.steps.map((step) => ({ ...step, state: 'done', problem: null })),
});

/** One that waits, with its review open again by C and the note changed. */
async function changing(overrides: Parameters<typeof showSidebar>[0] = {}) {
  const page = showSidebar({
    'submission.send': ({ submission }) => {
      page.memory.submissions.push(submission);
      return { ok: true, value: waiting(submission) };
    },
    ...overrides,
  });
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  page.press('c');
  await held();
  expect(page.sheet()?.view.name).toBe('review');
  page.sidebar.decisions.editNote('Said otherwise.');
  const submission = page.sheet()?.submission;
  if (!submission) throw new Error('There is no submission.');
  return { page, submission };
}

const confirms = ({ memory }: ReturnType<typeof showSidebar>) => [
  ...memory.bodies('submission.send'),
  ...memory.bodies('submission.replace'),
];

test('written while its change is under review: Confirm says so, and makes nothing beside it', async () => {
  const { page, submission } = await changing();
  page.push({ push: 'submission', submission: written(submission) });
  page.press('Enter');
  await settle();
  expect(confirms(page)).toHaveLength(1);
  expect(page.sheet()?.view.name).toBe('sending');
  expect(page.sheet()?.submission).toMatchObject({ id: submission.id, state: 'written' });
  expect(screen.getByText(/Part of your change came too late|came too late/)).toBeTruthy();
  // What was changed is still there after the receipt.
  page.press('Enter');
  await settle();
  expect(page.sheet()?.draft?.noteText).toBe('Said otherwise.');
});

test('refused because it is being written just now: the change stays in hand and is told as too late', async () => {
  const inUse: Problem = { kind: 'in-use', message: 'It is being written right now.' };
  const now: { submission: Submission | null } = { submission: null };
  const { page, submission } = await changing({
    'submission.replace': () => ({ ok: false, problem: inUse }),
    'submission.get': () => ({ ok: true, value: now.submission }),
  });
  now.submission = { ...waiting(submission), state: 'writing' };
  page.press('Enter');
  await settle();
  page.push({ push: 'submission', submission: written(submission) });
  expect(page.sheet()?.submission).toMatchObject({ state: 'written' });
  expect(page.sheet()?.submission?.late).toEqual(submission.steps.map(({ id }) => id));
  page.press('Enter');
  await settle();
  expect(page.sheet()?.draft?.noteText).toBe('Said otherwise.');
});

test('taken back elsewhere after a part had arrived: it is not sent anew over what is there, and the record is read', async () => {
  const now: { submission: Submission | null } = { submission: null };
  const { page, submission } = await changing({
    'submission.replace': () => ({ ok: false, problem: { kind: 'gone', message: 'not kept' } }),
    'submission.get': () => ({ ok: true, value: now.submission }),
  });
  const [first, ...rest] = written(submission).steps;
  if (!first) throw new Error('There are no steps.');
  now.submission = { ...submission, state: 'withdrawn', steps: [first, ...rest] };
  const reads = page.memory.bodies('record.read').length;
  page.press('Enter');
  await settle();
  expect(confirms(page)).toHaveLength(2);
  expect(page.sheet()).toMatchObject({ submission: null, view: { name: 'ask' } });
  expect(page.memory.bodies('record.read').length).toBeGreaterThan(reads);
  expect(screen.getByText('Your change was not written')).toBeTruthy();
  expect(page.sheet()?.draft?.noteText).toBe('Said otherwise.');
});
