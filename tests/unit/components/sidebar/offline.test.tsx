// Without a network: what was last read is shown with its age, answers are taken, and a decision can be confirmed.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { agoWords } from '@/components/sidebar/words/time';
import { now, snapshot } from './fixtures';
import { settle, showSidebar } from './screen';

const offline = { ok: false as const, problem: { kind: 'offline' as const, message: 'Failed to fetch' } };
const readAt = new Date(now.getTime() - 3 * 60 * 60_000).toISOString();
const old = () => ({ ok: true as const, value: { ...snapshot('101'), readAt } });

test('a record seen before opens as it was, says how old it is, and is decided on', async () => {
  const page = showSidebar({ 'record.read': () => offline, 'record.kept': old });
  await page.goTo('101');
  expect(screen.getByRole('alert').textContent).toMatch(/No connection to HubSpot.*as of 3 h ago/);
  expect(screen.getByRole('banner').textContent).toMatch(/as of 3 h ago/);
  page.press('y', 'y', 'y', 'y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toHaveLength(1);
});

test('one that was never seen has nothing to show', async () => {
  const page = showSidebar({ 'record.read': () => offline });
  await page.goTo('101');
  expect(page.sheet()?.snapshot).toBeNull();
  expect(page.memory.bodies('review.options')).toEqual([]);
});

test('what the CRM refuses is no reason to show what it said before', async () => {
  const problem = { kind: 'forbidden' as const, message: 'No' };
  const page = showSidebar({ 'record.read': () => ({ ok: false, problem }), 'record.kept': old });
  await page.goTo('101');
  expect(page.memory.bodies('record.kept')).toEqual([]);
  expect(page.sheet()?.snapshot).toBeNull();
});

test('the network is back: it is read by itself, and the age is gone', async () => {
  let away = true;
  const page = showSidebar({
    'record.read': ({ ref }) => (away ? offline : { ok: true, value: snapshot(ref.id) }),
    'record.kept': old,
  });
  await page.goTo('101');
  away = false;
  window.dispatchEvent(new Event('online'));
  await settle();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('banner').textContent).not.toMatch(/as of/);
  window.dispatchEvent(new Event('online'));
  await settle();
  expect(page.memory.bodies('record.read')).toHaveLength(2);
});

test.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [12 * 60_000, '12 min ago'],
  [3 * 3_600_000, '3 h ago'],
  [47 * 3_600_000, '47 h ago'],
  [49 * 3_600_000, '2 days ago'],
  [-5_000, 'just now'],
])('%d ms ago is "%s"', (ms, words) => {
  expect(agoWords(new Date(now.getTime() - ms).toISOString(), now)).toBe(words);
});
