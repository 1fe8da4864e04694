// An outcome that the answers speak for is seen in the sidebar, whatever the next stage still needs, and one key away.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Snapshot } from '@/lib/record/snapshot';
import { snapshot } from './fixtures';
import { settle, showSidebar } from './screen';

type EarlierAnswer = Snapshot['earlier'][number];
const said = (criterion: string, value: string): EarlierAnswer => ({
  ...{ criterion, value, by: 'Rita Rep', url: null },
  at: '2026-10-01T09:00:00.000Z',
});
const never = said('perceivesValue', 'no');

async function shown(earlier: EarlierAnswer[], stages: Parameters<typeof snapshot>[1] = {}) {
  const page = showSidebar({
    'record.read': () => ({ ok: true, value: snapshot('101', { facts: [], earlier, ...stages }) }),
  });
  await page.goTo('101');
  return page;
}
const line = () => screen.queryByRole('button', { name: /^Disqualify\?/ });

test('it is there while the next stage is open, with what speaks for it, and D leads to the reasons', async () => {
  const page = await shown([never]);
  expect(screen.getAllByText(/^Prospect needs/)).not.toEqual([]);
  expect(line()?.textContent).toBe('Disqualify? "Sense of the value" is noD');
  expect(line()?.getAttribute('aria-keyshortcuts')).toBe('D');
  expect(line()?.getAttribute('title')).toMatch(/Missing: /);
  page.press('d');
  await settle();
  expect(screen.getByRole('heading', { name: 'Disqualified' })).toBeTruthy();
});

test('it is one line in place of what is missing, and heard with the verdict', async () => {
  await shown([never]);
  expect(screen.queryByText(/^Missing: /)).toBeNull();
  expect(screen.getByText(/^Prospect needs .*\. Disqualify\? "Sense of the value" is no\./)).toBeTruthy();
});

test('the reason is not said twice where the sentence on the next stage has it', async () => {
  await shown([said('fitsMarket', 'no')]);
  expect(screen.getByText('Not a prospect: "Target-market fit" is no')).toBeTruthy();
  expect(line()?.textContent).toBe('Disqualify? The answers speak for itD');
});

test('it is there at the top too', async () => {
  const top = ['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'decides', 'pain', 'interest', 'fit'];
  await shown([never, ...[...top, 'explore', 'partner'].map((id) => said(id, 'yes'))]);
  expect(line()).toBeTruthy();
});

test('it is not there where nothing speaks for it, nor once it is decided', async () => {
  await shown([said('perceivesValue', 'yes')]);
  expect(line()).toBeNull();
  expect(screen.getByText(/^Missing: /)).toBeTruthy();
  const page = await shown([never]);
  page.press('d');
  await settle();
  // In the view of the reasons the line is read, and nothing to press.
  expect(line()).toBeNull();
  expect(screen.getByText(/^Disqualify\? /)).toBeTruthy();
  page.press('1');
  await settle();
  expect(screen.queryByText(/Disqualify\? /)).toBeNull();
  expect(screen.getByText(/^Disqualified, not sent/)).toBeTruthy();
});
