// The page of a record that was merged into another: what is written from there, and to the other one, is told there too.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { snapshot } from './fixtures';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';

type Overrides = NonNullable<Parameters<typeof showSidebar>[0]>;

/** The page of 101, which has become 777: as a prospect of whom nothing was written, confirmed. */
async function confirmed(overrides: Overrides = {}) {
  const page = showSidebar({
    'record.read': () => ({ ok: true, value: snapshot('777', { mergedFrom: '101' }) }),
    ...overrides,
  });
  await page.goTo('101');
  page.press('y', 'y', 'y', 'y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  return page;
}

const receipt = () => screen.queryByRole('heading', { name: 'Written and read back' });

test('what is written at once is told on the page of the record that was merged away', async () => {
  const page = await confirmed();
  expect(page.memory.submissions.map(({ ref }) => ref.id)).toEqual(['777']);
  expect(receipt()).toBeTruthy();
});

test('so is what is written later, by a push', async () => {
  const waits: Overrides = { 'submission.send': ({ submission }) => ({ ok: true, value: submission }) };
  const pushed = await confirmed(waits);
  const sent = pushed.sheet()?.submission;
  if (!sent) throw new Error('Nothing was sent.');
  expect(receipt()).toBeNull();
  pushed.memory.push({ push: 'submission', submission: written(sent) });
  await settle();
  expect(receipt()).toBeTruthy();
});

test('after the worker’s rest the outcome is asked of the record that was written to', async () => {
  let kept: Submission | null = null;
  const page = await confirmed({
    'submission.send': ({ submission }) => {
      kept = written(submission);
      return { ok: true, value: submission };
    },
    'submission.last': ({ ref }) => ({ ok: true, value: kept && ref.id === kept.ref.id ? kept : null }),
  });
  expect(receipt()).toBeNull();
  page.memory.back();
  await settle();
  expect(receipt()).toBeTruthy();
});

test('nothing is confirmed before it is known what is on its way for the record that this has become', async () => {
  const page = await confirmed({
    'submission.last': ({ ref }) =>
      ref.id === '101'
        ? { ok: true, value: null }
        : { ok: false, problem: { kind: 'unexpected', message: 'No answer.' } },
  });
  expect(page.memory.submissions).toEqual([]);
  const asked = page.memory.bodies('submission.last');
  expect(asked.some((body) => JSON.stringify(body).includes('777'))).toBe(true);
});
