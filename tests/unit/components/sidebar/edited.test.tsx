// A confirmed submission that is changed: what came too late is said whatever became of the rest, and going back is planned from what is written.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { written } from './memory-backend';
import { held, settle, showSidebar } from './screen';

const offline: Problem = { kind: 'offline', message: 'HubSpot could not be reached.' };
const waits = (submission: Submission): Submission => ({
  ...submission,
  state: 'waiting',
  tries: 1,
  nextAt: '2026-11-21T10:05:00.000Z',
  steps: submission.steps.map((step) => ({ ...step, state: 'trying', problem: offline })),
});
const tooLate = (submission: Submission): Submission => ({
  ...submission,
  late: submission.steps.slice(0, 1).map(({ id }) => id),
});

/** Answered, confirmed, and waiting: with the keys that a rep presses. */
async function waiting(as: (submission: Submission) => Submission) {
  const page = showSidebar({
    'submission.send': ({ submission }) => ({ ok: true, value: waits(submission) }),
    'submission.replace': ({ submission }) => ({ ok: true, value: as(submission) }),
  });
  await page.goTo('101');
  page.press('y', 'y', 'y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  await screen.findByRole('heading', { name: 'Waiting to be written' });
  return page;
}

describe('part of a change that came too late', () => {
  test.each([
    ['written', written],
    ['waiting', waits],
  ] as const)('is said where the rest is %s', async (_, as) => {
    const page = await waiting((submission) => tooLate(as(submission)));
    page.press('c');
    await held();
    page.press('Enter');
    await settle();
    expect(page.memory.bodies('submission.replace')).toHaveLength(1);
    expect(await screen.findByText('Part of your change came too late')).toBeTruthy();
  });

  test('is not said of a step that is no longer in the list', async () => {
    const page = await waiting((submission) => ({ ...written(submission), late: ['gone'] }));
    page.press('c');
    await held();
    page.press('Enter');
    await settle();
    expect(screen.queryByText('Part of your change came too late')).toBeNull();
  });
});

test('going back to the old stage is planned from what may be written already', async () => {
  const page = await waiting(waits);
  page.press('c');
  await held();
  expect(document.body.textContent).toContain('HubSpot says Prospect already');
  fireEvent.change(screen.getByRole('combobox', { name: 'Stage' }), { target: { value: 'lead' } });
  await settle();
  const said = (mark: string) => [...document.querySelectorAll(mark)].map((one) => one.textContent);
  expect(said('del')).toContain('from Sales Qualified Lead');
  expect(said('ins')).toContain('to Lead');
});
