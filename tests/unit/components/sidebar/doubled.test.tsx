// What a CRM has more than once is told above the receipt, with a link to each, where the parts are told apart and where not.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { settle, showSidebar } from './screen';

type Result = NonNullable<Step['result']>;
const NOTICE = /is in .* more than once/;
const made = { text: 'Note left', url: 'https://crm.example/note/1', id: '1' };
const twins = [
  { text: 'The note once more', url: 'https://crm.example/note/2' },
  { text: 'The note once more', url: 'https://crm.example/note/3' },
];

/** Written, with this result of its last step. */
async function receipt(result: Result) {
  const written = (submission: Submission): Submission => ({
    ...submission,
    state: 'written',
    finishedAt: '2026-11-21T10:06:00.000Z',
    steps: submission.steps.map((step, at) => ({
      ...step,
      state: 'done',
      result: at === submission.steps.length - 1 ? result : null,
    })),
  });
  const page = showSidebar({
    'submission.send': ({ submission }) => ({ ok: true, value: written(submission) }),
  });
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  await screen.findByRole('heading', { name: 'Written and read back' });
}

const links = () => screen.queryAllByText('The note once more').map((one) => one.closest('a')?.href);

test.each([
  ['of a step by itself', { ...made, twins }],
  ['of one of several parts', { ...made, parts: [{ ...made, twins }] }],
] satisfies [string, Result][])('%s', async (_, result: Result) => {
  await receipt(result);
  expect(screen.getByText(NOTICE)).toBeTruthy();
  expect(links()).toEqual(twins.map(({ url }) => url));
});

test('nothing is said of what is there once', async () => {
  await receipt(made);
  expect(screen.getByText('Note left')).toBeTruthy();
  expect(screen.queryByText(NOTICE)).toBeNull();
});
