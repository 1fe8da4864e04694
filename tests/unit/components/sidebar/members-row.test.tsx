// What a list of people says that was decided of each.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Member } from '@/lib/crm/shared/crm';
import { connection, contact, groupPlace, layout, snapshot } from './fixtures';
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

const dream = ['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'decides', 'massiveValue'];
const names = ['Ann Meyer', 'Ben Okafor', 'Cem Aydin'];
const rows = (page: ReturnType<typeof showSidebar>) =>
  page.view.getAllByRole('button', { name: /Meyer|Okafor|Aydin/ }).map((row) => row.textContent ?? '');

async function listOf(members: Member[], dreams: string) {
  const page = showSidebar({
    'members.read': () => ({ ok: true, value: { title: 'Northwind', members } }),
    'record.read': ({ ref }) => {
      const earlier = dream.map((criterion) => ({
        ...{ criterion, value: 'yes', at: '2026-10-01T09:00:00.000Z', by: 'Rita Rep', url: null },
      }));
      return {
        ok: true,
        value: snapshot(ref.id, ref.id === dreams ? { facts: [], earlier } : { facts: [] }),
      };
    },
  });
  page.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
  await settle();
  return page;
}

it('a dream client’s row has the mark and the reason', async () => {
  const first = { name: 'Dream client', why: 'Top of your list, most of your time.' };
  const members = names.map((name, at): Member => {
    const member: Member = { ref: contact(`10${at}`), name, title: '', stages: [] };
    return at === 0 ? { ...member, first } : member;
  });
  const page = await listOf(members, 'none');
  expect(rows(page)[0]).toMatch(/Ann Meyer.*Dream client.*most of your time\./);
  expect(rows(page)[1]).not.toMatch(/Dream client/);
  page.stop();
});

it('one whom the rep finds to be a dream client is first when the list is seen again, and stays in hand', async () => {
  const members = names.map((name, at): Member => ({ ref: contact(`10${at}`), name, title: '', stages: [] }));
  const page = await listOf(members, '102');
  page.press('3');
  await settle();
  page.press('Escape');
  await settle();
  expect(rows(page).map((text) => names.find((name) => text.includes(name)))).toEqual([
    'Cem Aydin',
    'Ann Meyer',
    'Ben Okafor',
  ]);
  const inHand = page.view
    .getAllByRole('button')
    .filter((one) => one.getAttribute('aria-current') === 'true');
  expect(inHand.map((one) => one.textContent)).toEqual([expect.stringContaining('Cem Aydin')]);
  expect(rows(page)[0]).toMatch(/Dream client/);
  page.stop();
});
