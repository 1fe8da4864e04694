// The popup over a queue in memory: what stands first, keys, long lists, long names, and what goes wrong.
// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '@/lib/problem/problem';
import { draftRow, settle, showPopup, unsentRow, writtenRow } from './page';

const rows = (list: string) => within(screen.getByRole('region', { name: list })).getAllByRole('listitem');
const named = (id: string) => expect.objectContaining({ ref: expect.objectContaining({ id }) });

describe('first of all', () => {
  it('stands the way into the sidebar, with the keyboard on it; Alt+Q does the same', async () => {
    const popup = await showPopup({ here: { open: false } }, { 'queue.here': ok({ reached: true }) });
    expect(document.activeElement?.textContent).toContain('Open the sidebar here');
    await popup.press('q', { altKey: true });
    expect(popup.bodies('queue.here')).toEqual([{ reload: false }]);
    expect(popup.closed()).toBe(1);
  });

  it('stands connecting, where nothing is connected, and unfinished work beside it', async () => {
    const popup = await showPopup({ connected: false, drafts: [draftRow('1')] }, { 'page.open': ok(null) });
    expect(document.activeElement?.textContent).toBe('Connect');
    expect(rows('Unfinished')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await settle();
    expect(popup.bodies('page.open')).toEqual([{ page: 'welcome' }]);
  });

  it('says where a page is older than the extension, and loads it when asked', async () => {
    const popup = await showPopup({ here: { open: false } }, { 'queue.here': ok({ reached: false }) });
    await popup.press('q', { altKey: true });
    expect(screen.getByRole('alert').textContent).toContain('This page is older than Stagecheck');
    expect(popup.closed()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Load it again' }));
    await settle();
    expect(popup.bodies('queue.here')).toEqual([{ reload: false }, { reload: true }]);
  });
});

describe('diagnostics', () => {
  it('are one press away where something is not written, and not in the way where all is', async () => {
    const popup = await showPopup({ unsent: [unsentRow('1', null)] }, { 'page.open': ok(null) });
    fireEvent.click(screen.getByRole('button', { name: 'Diagnostics' }));
    await settle();
    expect(popup.bodies('page.open')).toEqual([{ page: 'console', section: 'diagnostics' }]);
    expect(popup.closed()).toBe(1);
    cleanup();
    await showPopup({ drafts: [draftRow('1')] });
    expect(screen.queryByRole('button', { name: 'Diagnostics' })).toBeNull();
  });
});

describe('rows', () => {
  it('open once on a double click', async () => {
    const popup = await showPopup({ drafts: [draftRow('1')] }, { 'queue.open': ok(null) });
    const row = within(screen.getByRole('region', { name: 'Unfinished' })).getByRole('button');
    fireEvent.click(row);
    fireEvent.click(row);
    await settle();
    expect(popup.bodies('queue.open')).toEqual([named('1')]);
  });

  it('are opened by their number over all lists, and by J, K and Enter', async () => {
    const popup = await showPopup(
      { unsent: [unsentRow('1', null)], drafts: [draftRow('2')], written: [writtenRow('3')] },
      { 'queue.open': ok(null) },
    );
    await popup.press('2');
    await popup.press('9');
    expect(popup.bodies('queue.open')).toEqual([named('2')]);
    await popup.press('j');
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    await popup.press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Person 3');
    await popup.press('k');
    expect(document.activeElement?.textContent).toContain('Person 2');
  });

  it('that are many come in parts, and every one can be reached', async () => {
    const drafts = Array.from({ length: 120 }, (_, at) => draftRow(String(at + 1)));
    await showPopup({ drafts });
    expect(rows('Unfinished')).toHaveLength(6);
    while (screen.queryByRole('button', { name: /^Show \d+ more/ }))
      fireEvent.click(screen.getByRole('button', { name: /^Show \d+ more/ }));
    expect(rows('Unfinished')).toHaveLength(120);
  });

  it('tell of a failed write what happened and what to do', async () => {
    const problem = { kind: 'missing-scope' as const, message: '', scopes: ['crm.objects.contacts.write'] };
    await showPopup({ unsent: [unsentRow('1', problem), unsentRow('2', null)] });
    const [failed, going] = rows('Waiting to be written');
    expect(failed?.textContent).toMatch(/Prospect · not written.*may not do this.*Ask whoever made the key/);
    expect(going?.textContent).toContain('being written');
  });

  it.each([
    [{ missing: 1 }, 'Lead · 1 more answer for Prospect'],
    [{ missing: null }, 'Lead · an answer speaks against Prospect'],
    [{ stage: 'Opportunity', next: null, missing: null }, /Opportunity$/],
    [{ stage: null, next: 'Lead', missing: 3 }, 'No stage yet · 3 more answers for Lead'],
    [{ seen: false, name: '' }, /Record 1.*Open it to see how far it is/],
  ])('say how far it is: %o', async (change, words) => {
    await showPopup({ drafts: [draftRow('1', change)] });
    expect(rows('Unfinished')[0]?.textContent).toMatch(words);
  });

  it('that this version can’t read are told by their number, and what happens to them', async () => {
    await showPopup({ unreadableDrafts: 2 });
    expect(document.body.textContent).toMatch(/2 unfinished records can't be read.*begins it anew/);
    await showPopup({ unreadableDrafts: 0 });
    expect(document.body.textContent).not.toContain('unfinished record');
  });

  it('keep a name of the CRM’s as text, in its own direction', async () => {
    await showPopup({ drafts: [draftRow('1', { name: '<b>نور حداد</b>' })] });
    expect(screen.getByText('<b>نور حداد</b>').localName).toBe('bdi');
  });
});

it('follows what changes while it is open', async () => {
  const popup = await showPopup({ drafts: [draftRow('1')] });
  await popup.becomes({ written: [writtenRow('1')] });
  expect(screen.queryByRole('region', { name: 'Unfinished' })).toBeNull();
  expect(rows('Written today')).toHaveLength(1);
});

it('shows the day as tables: each label with its number', async () => {
  const bar = (label: string, count: number) => ({ id: label, label, count });
  await showPopup({
    written: [writtenRow('1')],
    day: {
      conversations: 3,
      stages: [bar('Lead', 1), bar('Prospect', 2)],
      unknown: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((label) => bar(label, 1)),
    },
  });
  const cells = (title: string) =>
    within(screen.getByRole('table', { name: title }))
      .getAllByRole('row')
      .map((row) => row.textContent);
  expect(cells('Stage reached')).toEqual(['Lead1', 'Prospect2']);
  expect(cells('Left unknown')).toHaveLength(5);
  fireEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
  expect(cells('Left unknown')).toHaveLength(7);
});

it('says so where the queue can’t be read, and reads it again', async () => {
  const popup = await showPopup({}, { 'queue.read': fail({ kind: 'storage', message: 'full' }) });
  expect(screen.getByRole('alert').textContent).toMatch(/could not be read.*Details: full/);
  fireEvent.click(screen.getByRole('button', { name: 'Read again' }));
  await popup.becomes({ drafts: [draftRow('1')] });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(rows('Unfinished')).toHaveLength(1);
});

it('stays open and says why a record could not be opened', async () => {
  const popup = await showPopup(
    { drafts: [draftRow('1')] },
    { 'queue.open': fail({ kind: 'gone', message: 'Where is it?' }) },
  );
  await popup.press('1');
  expect(popup.closed()).toBe(0);
  expect(screen.getByRole('alert').textContent).toContain('no longer in HubSpot');
});
