// A key that can't be taken back belongs to what was in view when it went down: not to what came after, nor to words typed just before.
// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { hand, held, settle, showSidebar } from './screen';

const waits = (submission: Submission): Submission => ({
  ...submission,
  state: 'waiting',
  tries: 1,
  nextAt: '2026-11-21T10:05:00.000Z',
  steps: submission.steps.map((step) => ({
    ...step,
    state: 'trying',
    problem: { kind: 'offline', message: 'HubSpot could not be reached.' },
  })),
});

async function reviewed() {
  hand.every = 1000;
  const page = showSidebar({
    'submission.send': ({ submission }) => ({ ok: true, value: waits(submission) }),
  });
  await page.goTo('101');
  page.press('y', 'y', 'y', 'Enter');
  await settle();
  return page;
}

async function waiting() {
  const page = await reviewed();
  page.press('Enter');
  await settle();
  await screen.findByRole('heading', { name: 'Waiting to be written' });
  return page;
}

const retries = (page: Awaited<ReturnType<typeof reviewed>>) => page.memory.bodies('submission.retry');
const sent = (page: Awaited<ReturnType<typeof reviewed>>) => page.memory.bodies('submission.send');

test('a letter that is held back is forgotten when the keyboard leaves', async () => {
  const page = await waiting();
  page.press('t');
  window.dispatchEvent(new Event('blur'));
  await held();
  expect(retries(page)).toEqual([]);
});

test('and where something else has come up meanwhile under the same key', async () => {
  const page = await waiting();
  page.press('t');
  const { open, sheets } = page.sidebar.store.getState();
  const sheet = sheets[open ?? ''];
  if (!open || !sheet?.submission) throw new Error('Nothing waits.');
  const other = { ...sheet, submission: { ...sheet.submission, id: 'another' } };
  act(() => page.sidebar.store.setState({ sheets: { ...sheets, [open]: other } }));
  await held();
  expect(retries(page)).toEqual([]);
  // It still acts where it was meant.
  page.press('t');
  await held();
  expect(retries(page)).toHaveLength(1);
});

test('an Enter right behind a letter of the reason confirms nothing; one after a pause does', async () => {
  const page = await reviewed();
  fireEvent.change(screen.getByRole('combobox', { name: 'Stage' }), { target: { value: 'lead' } });
  await settle();
  const reason = screen.getByRole('textbox', { name: /^Why, although/ });
  reason.focus();
  page.press('o');
  hand.every = 90;
  fireEvent.change(reason, { target: { value: 'They have no budget' } });
  page.press('k', 'Enter');
  await settle();
  expect(sent(page)).toEqual([]);
  hand.every = 1000;
  page.press('Enter');
  await settle();
  expect(sent(page)).toHaveLength(1);
});

test('nor does an Enter on the button itself, right behind words', async () => {
  const page = await reviewed();
  screen.getByRole('textbox', { name: 'Note' }).focus();
  page.press('o');
  hand.every = 90;
  page.press('k');
  const confirm = screen.getByRole('button', { name: 'Confirm' });
  confirm.focus();
  // What a browser does on an Enter that nobody has stopped.
  if (fireEvent.keyDown(confirm, { key: 'Enter' })) fireEvent.click(confirm);
  await settle();
  expect(sent(page)).toEqual([]);
  hand.every = 1000;
  if (fireEvent.keyDown(confirm, { key: 'Enter' })) fireEvent.click(confirm);
  await settle();
  expect(sent(page)).toHaveLength(1);
});
