// What can be confirmed is what has been looked at: a review that comes later, or changes, is to be looked at anew.
// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Sight, WatchSight } from '@/components/sidebar/gate/on-screen';
import type { Reply } from '@/lib/protocol/messages';
import { mapping, person, reviewOptions, snapshot } from './fixtures';
import { held } from './memory-backend';
import { settle, showSidebar } from './screen';

type Overrides = Parameters<typeof showSidebar>[0];

/** A sidebar whose button is looked at when the test says so: by the watch that began last, if any. */
async function watched(overrides: Overrides = {}) {
  let last: ((sight: Sight) => void) | null = null;
  let begun = 0;
  const watch: WatchSight = (_, tell) => {
    last = tell;
    begun += 1;
    tell('soon');
    return () => {
      last = null;
    };
  };
  const page = showSidebar(overrides, watch);
  await page.goTo('101');
  page.press('y', 'y', 'y', 'Enter');
  await settle();
  const look = async () => {
    act(() => last?.('ready'));
    await settle();
  };
  return { page, look, begun: () => begun };
}

const confirm = () => screen.getByRole('button', { name: /^Confirm/ });
const isReady = () => confirm().getAttribute('aria-disabled') !== 'true';

test('a review that comes after its button has been looked at only once it is there', async () => {
  const late = held<Reply<'review.options'>>();
  const { page, look, begun } = await watched({ 'review.options': () => late.promise });
  expect(begun()).toBe(0);
  await look();
  late.release({ ok: true, value: { options: reviewOptions, mapping, person, together: false } });
  await settle();
  expect(isReady()).toBe(false);
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toEqual([]);
  await look();
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toHaveLength(1);
});

test('one that changes under the rep is to be looked at anew, by click and by key', async () => {
  let name = 'Ann Meyer';
  const { page, look } = await watched({
    'record.read': ({ ref }) => ({ ok: true, value: snapshot(ref.id, { name }) }),
  });
  await look();
  expect(isReady()).toBe(true);
  name = 'Anna Meyer';
  page.sidebar.page.reload();
  await settle();
  expect(isReady()).toBe(false);
  fireEvent.click(confirm());
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toEqual([]);
  await look();
  expect(isReady()).toBe(true);
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toHaveLength(1);
});

test('so is one that the rep has changed', async () => {
  const { look } = await watched();
  await look();
  fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'She wants it by spring.' } });
  expect(isReady()).toBe(false);
  await look();
  expect(isReady()).toBe(true);
});

test('a key that comes before the changed review is drawn confirms nothing', async () => {
  const { page, look } = await watched();
  await look();
  const { open, sheets } = page.sidebar.store.getState();
  const sheet = sheets[open ?? ''];
  if (!open || !sheet) throw new Error('No record is open.');
  const other = { ...sheet, snapshot: snapshot('101', { name: 'Anna Meyer' }) };
  page.sidebar.store.setState({ sheets: { ...sheets, [open]: other } });
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toEqual([]);
});

test('minutes that pass, and what changes nothing of it, leave it as looked at', async () => {
  const { page, look, begun } = await watched();
  await look();
  const before = begun();
  page.clock.now = new Date(page.clock.now.getTime() + 5 * 60_000);
  page.sidebar.page.reload();
  await settle();
  expect(isReady()).toBe(true);
  expect(begun()).toBe(before);
});
