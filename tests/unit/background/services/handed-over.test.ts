// What is said of a record that has come to another owner since it was last read.
import { expect, it, vi } from 'vitest';
import { tellOwner } from '@/lib/background/services/handed-over';
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { Snapshot } from '@/lib/record/snapshot';
import { snapshot } from '../../components/sidebar/fixtures';

const owned = (id: string): Snapshot => ({
  ...snapshot('101'),
  readAt: '2026-11-21T10:00:00.000Z',
  owner: { field: 'contacts.hubspot_owner_id', id },
});
const session = () => ({
  people: vi.fn<CrmSession['people']>(async () => [
    { id: '1', name: 'Ada Reyes', email: '' },
    { id: '2', name: 'Bo Berg', email: '' },
  ]),
});
const told = async (before: Snapshot | null, now: Snapshot, crm = session()) =>
  (await tellOwner(now, before, crm)).owner?.handed?.text;

it('names both, or says that nobody or someone unknown has it', async () => {
  expect(await told(owned('1'), owned('2'))).toBe(
    'Bo Berg owns it now. When you last looked, on 21 Nov 2026, Ada Reyes did.',
  );
  expect(await told(owned('1'), owned(''))).toMatch(/^Nobody owns it now\./);
  expect(await told(owned(''), owned('9'))).toMatch(/^Someone else owns it now\. .* nobody did\.$/);
});

it('is said without the names where the CRM does not give them', async () => {
  const people = vi.fn<CrmSession['people']>(() => Promise.reject(new Error('no')));
  expect(await told(owned('1'), owned('2'), { people })).toMatch(/^Someone else owns it now\./);
});

it('is nothing, and costs nothing, where it is the first look or the same owner', async () => {
  const crm = session();
  const { owner: _, ...none } = owned('1');
  expect(await told(null, owned('2'), crm)).toBeUndefined();
  expect(await told(owned('2'), owned('2'), crm)).toBeUndefined();
  expect(await told(none, owned('2'), crm)).toBeUndefined();
  expect(crm.people).not.toHaveBeenCalled();
});

it('is told again for a day, in the same words, until it changes hands again', async () => {
  const first = await tellOwner(owned('2'), owned('1'), session());
  const later = { ...owned('2'), readAt: '2026-11-22T09:00:00.000Z' };
  expect(await told(first, later)).toBe(first.owner?.handed?.text);
  expect(await told(first, { ...later, readAt: '2026-11-22T11:00:00.000Z' })).toBeUndefined();
  expect(await told(first, { ...owned('1'), readAt: later.readAt })).toMatch(/^Ada Reyes owns it now\./);
});
