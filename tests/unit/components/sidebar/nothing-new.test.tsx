// After a write, with nothing said since: the review offers no second note, and says since when there is nothing new.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { snapshot } from './fixtures';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';

type Overrides = NonNullable<Parameters<typeof showSidebar>[0]>;

/** The record as the write left it; `lifecycle`: what a colleague has put there since. */
const after = (lifecycle = 'salesqualifiedlead') =>
  snapshot('101', {
    stages: [
      { field: 'lifecyclestage', label: 'Lifecycle stage', value: lifecycle, text: lifecycle, since: null },
      { field: 'hs_lead_status', label: 'Lead status', value: 'CONNECTED', text: 'Connected', since: null },
    ],
  });

const sends = (page: ReturnType<typeof showSidebar>) => page.memory.bodies('submission.send');

/** Prospect, written, Done, and the review opened again. */
async function writtenOnce(overrides: Overrides = {}) {
  let reads = 0;
  const page = showSidebar({
    'record.read': () => {
      reads += 1;
      return { ok: true, value: reads === 1 ? snapshot('101') : after() };
    },
    ...overrides,
  });
  await page.goTo('101');
  page.press('y', 'y', 'y', 'y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  expect(sends(page)).toHaveLength(1);
  page.press('Enter');
  await settle();
  return page;
}

async function enterEnter(page: ReturnType<typeof showSidebar>) {
  page.press('Enter');
  await settle();
  page.press('Enter');
  await settle();
}

test('Enter, Enter after Done writes no second note, and says so quietly', async () => {
  const page = await writtenOnce();
  await enterEnter(page);
  expect(sends(page)).toHaveLength(1);
  expect(screen.getByText(/^Nothing new since/, { selector: 'p' }).getAttribute('role')).toBe('status');
  expect(screen.getByRole('button', { name: /Confirm/ }).getAttribute('aria-disabled')).toBe('true');
  page.sidebar.page.reload();
  await settle();
  page.press('Enter');
  await settle();
  expect(sends(page)).toHaveLength(1);
});

test('it is known after the sidebar was opened anew, from what was written last', async () => {
  const page = await writtenOnce();
  const [last] = page.memory.submissions;
  if (!last) throw new Error('Nothing was sent.');
  const again = showSidebar({
    'record.read': () => ({ ok: true, value: after() }),
    'submission.last': () => ({ ok: true, value: written(last) }),
  });
  await again.goTo('101');
  await enterEnter(again);
  expect(sends(again)).toEqual([]);
  expect(screen.getAllByText(/^Nothing new since/)).not.toEqual([]);
});

const news: [string, (page: ReturnType<typeof showSidebar>) => void][] = [
  ['an answer', (page) => page.press('y')],
  ['a note', ({ sidebar }) => sidebar.decisions.editNote('Called again.')],
  [
    'another decision',
    ({ sidebar }) =>
      sidebar.decisions.decide({ kind: 'stage', stage: 'opportunity', override: { reason: 'Signed.' } }),
  ],
  ['a task', ({ sidebar }) => void sidebar.nextSteps.take('followUp')],
];

test.each(news)('%s makes it writable again', async (_, say) => {
  const page = await writtenOnce();
  say(page);
  await settle();
  if (page.sheet()?.view.name !== 'review') page.press('Enter');
  await settle();
  expect(screen.queryByText(/^Nothing new since/)).toBeNull();
});

test('a stage that someone has moved since makes it writable again', async () => {
  let reads = 0;
  const page = await writtenOnce({
    'record.read': () => {
      reads += 1;
      return { ok: true, value: reads === 1 ? snapshot('101') : after('opportunity') };
    },
  });
  page.press('Enter');
  await settle();
  expect(screen.queryByText(/^Nothing new since/)).toBeNull();
});
