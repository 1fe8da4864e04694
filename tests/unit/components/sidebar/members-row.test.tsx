// What a list of people says that was decided of each.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Member } from '@/lib/crm/shared/crm';
import { connection, contact, groupPlace, layout } from './fixtures';
import { settle, showSidebar } from './screen';

it('a person’s row says where what was decided was changed since, and not where it wasn’t', async () => {
  const recorded = { decision: 'prospect', at: '2026-10-03T12:00:00.000Z' };
  const parts = { title: '', stages: [] };
  const members: Member[] = [
    { ...parts, ref: contact('101'), name: 'Ann Meyer', recorded },
    { ...parts, ref: contact('102'), name: 'Ben Okafor', recorded: { ...recorded, changed: true } },
  ];
  const page = showSidebar({ 'members.read': () => ({ ok: true, value: { title: 'Northwind', members } }) });
  page.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
  await settle();
  const said = page.view.getAllByRole('button', { name: /Meyer|Okafor/ }).map((row) => row.textContent);
  expect(said).toEqual([
    expect.stringMatching(/Prospect, 3 Oct 2026$/),
    expect.stringMatching(/Prospect, 3 Oct 2026changed since$/),
  ]);
  page.stop();
});

it('people who could not be looked up are not nobody: which, why, and who can change it', async () => {
  const why =
    'this sign-in may not see the account id of contacts; an admin can show it (field-level security)';
  const value = { title: 'Northwind', members: [], unknown: true, gaps: [{ what: 'The people', why }] };
  const page = showSidebar({ 'members.read': () => ({ ok: true, value }) });
  page.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
  await settle();
  expect(page.view.getByText('Not read: The people')).toBeDefined();
  expect(page.view.getByText(why)).toBeDefined();
  expect(page.view.queryByText(/Nobody is associated|0 people/)).toBeNull();
  page.stop();
});
