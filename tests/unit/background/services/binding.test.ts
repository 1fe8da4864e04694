// A sidebar works on its own tab's record, or on a person whom the background saw to belong to it, and on no other.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createConnectionStore } from '@/lib/background/connections/store';
import { createBinding } from '@/lib/background/services/binding';
import { createDrafts } from '@/lib/background/services/drafts';
import { createShown } from '@/lib/background/services/shown';
import { createDatabase } from '@/lib/background/storage/database';
import type { Place, RecordRef } from '@/lib/record/record';
import { connectedTo } from './connected';

const contact = (id: string, account = '100'): RecordRef => ({
  crm: 'hubspot',
  account,
  object: 'contacts',
  id,
});
const company: RecordRef = { crm: 'hubspot', account: '100', object: 'companies', id: '9' };
const draft = (ref: RecordRef) => ({
  ref,
  playbook: { id: 'd', version: '1.0.0', hash: 'h' },
  answers: {},
  noteText: null,
  decision: null,
  deal: null,
  extra: {},
  revision: 0,
  startedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
});
const deal: RecordRef = { crm: 'salesforce', account: 'org', object: 'Opportunity', id: '6' };
const notHere = { problem: { kind: 'not-here' } };

let databases = 0;

function world(first: Place | null) {
  databases += 1;
  const database = connectedTo(createDatabase(`binding-${databases}`), company, deal);
  const tab = { place: first };
  const readMembers = vi.fn(async () => [contact('1'), contact('2'), contact('3', '666')]);
  const clock = { at: Date.parse('2026-11-21T10:00:00.000Z'), elapsed: 0 };
  const session: { value: unknown } = { value: null };
  const item = {
    getValue: async () => session.value,
    setValue: async (value: unknown) => {
      session.value = value;
    },
  };
  const make = () =>
    createBinding({
      ...{ database, placeOf: async () => tab.place, readMembers, shown: createShown(item) },
      now: () => new Date(clock.at),
      elapsed: () => clock.elapsed,
    });
  const binding = make();
  const draftsOf = (of: typeof binding) =>
    createDrafts({ database, binding: of, changed: () => undefined, saved: () => undefined });
  return {
    tab,
    clock,
    readMembers,
    binding,
    make,
    database,
    session,
    drafts: draftsOf(binding),
    draftsOf,
  };
}

describe('binding', () => {
  it('lets a sidebar at its own tab’s contact and at no other', async () => {
    const { binding } = world({ role: 'person', ref: contact('1') });
    await binding.here(5, contact('1'));
    await expect(binding.here(5, contact('2'))).rejects.toMatchObject(notHere);
    await expect(binding.here(5, contact('1', '200'))).rejects.toMatchObject(notHere);
    await expect(binding.group(5, company)).rejects.toMatchObject(notHere);
  });

  it('lets it at members of its tab’s company that the CRM names, asked once, also by the next worker', async () => {
    const { binding, readMembers, make } = world({ role: 'group', ref: company });
    await binding.group(5, company);
    await binding.here(5, contact('1'));
    await binding.here(5, contact('2'));
    await make().here(5, contact('2'));
    expect(readMembers).toHaveBeenCalledTimes(1);
    await expect(binding.here(5, contact('4'))).rejects.toMatchObject(notHere);
    await expect(binding.here(5, contact('3', '666'))).rejects.toMatchObject(notHere);
    await expect(binding.here(5, company)).rejects.toMatchObject(notHere);
  });

  it('keeps no list of members of an account that was let go while the CRM was asked', async () => {
    const { binding, database } = world({ role: 'group', ref: company });
    await createConnectionStore(database).remove(company.crm, company.account);
    await binding.here(5, contact('1'));
    await binding.belong(company, [contact('1')]);
    expect(await database((db) => db.count('cache'))).toBe(0);
  });

  it('asks the CRM again after an hour, however the computer’s clock was set back meanwhile', async () => {
    const { binding, readMembers, clock } = world({ role: 'group', ref: company });
    await binding.here(5, contact('2'));
    readMembers.mockResolvedValue([contact('1')]);
    const hour = 3_600_000;
    clock.elapsed += hour - 1;
    clock.at -= 24 * hour;
    await binding.here(5, contact('2'));
    expect(readMembers).toHaveBeenCalledTimes(1);
    clock.elapsed += 1;
    await expect(binding.here(5, contact('2'))).rejects.toMatchObject(notHere);
    expect(readMembers).toHaveBeenCalledTimes(2);
  });

  it('asks the CRM again after so many workers, whatever their clocks said', async () => {
    const { binding, readMembers, clock, make } = world({ role: 'group', ref: company });
    await binding.here(5, contact('2'));
    readMembers.mockResolvedValue([contact('1')]);
    let lives = 1;
    const there = () =>
      make()
        .here(5, contact('2'))
        .then(
          () => true,
          () => false,
        );
    while (lives < 100 && (await there())) {
      lives += 1;
      clock.at -= 3_600_000;
    }
    expect(lives).toBeGreaterThan(5);
    expect(lives).toBeLessThan(60);
    expect(readMembers).toHaveBeenCalledTimes(2);
  });

  it('puts no older list of members over a newer one when another worker counts itself in', async () => {
    const { binding, readMembers, make } = world({ role: 'group', ref: company });
    await binding.belong(company, [contact('1')]);
    const next = make();
    await Promise.all([next.here(5, contact('1')), binding.belong(company, [contact('1'), contact('8')])]);
    await make().here(5, contact('8'));
    expect(readMembers).not.toHaveBeenCalled();
  });

  it('follows the tab, and refuses where it shows no record', async () => {
    const { binding, tab } = world({ role: 'person', ref: contact('1') });
    await binding.here(5, contact('1'));
    tab.place = { role: 'person', ref: contact('2') };
    await expect(binding.here(5, contact('1'))).rejects.toMatchObject(notHere);
    tab.place = { role: 'none', crm: 'hubspot', account: '100', what: 'a list' };
    await expect(binding.here(5, contact('2'))).rejects.toMatchObject(notHere);
    tab.place = null;
    await expect(binding.here(5, contact('2'))).rejects.toMatchObject(notHere);
  });

  it('lets a merged contact be worked on under the id that survived', async () => {
    const { binding, make } = world({ role: 'person', ref: contact('1') });
    await expect(binding.here(5, contact('7'))).rejects.toMatchObject(notHere);
    await binding.belong(contact('1'), [contact('7')]);
    await binding.here(5, contact('7'));
    await make().here(5, contact('7'));
  });

  it('keeps the last answers of a contact that the tab has just left, but of no other', async () => {
    const { drafts, tab } = world({ role: 'person', ref: contact('1') });
    expect(await drafts.load(5, contact('1'))).toBeNull();
    tab.place = { role: 'person', ref: contact('2') };
    await drafts.save(5, draft(contact('1')), null);
    await expect(drafts.save(5, draft(contact('3')), null)).rejects.toMatchObject(notHere);
    await expect(drafts.save(6, draft(contact('1')), null)).rejects.toMatchObject(notHere);
    await expect(drafts.load(5, contact('1'))).rejects.toMatchObject(notHere);
    tab.place = { role: 'person', ref: contact('1') };
    expect(await drafts.load(5, contact('1'))).toEqual(draft(contact('1')));
  });

  it('keeps them also where the worker that saw the tab there has ended since', async () => {
    const { binding, tab, make, draftsOf } = world({ role: 'person', ref: contact('1') });
    await binding.here(5, contact('1'));
    tab.place = { role: 'person', ref: contact('2') };
    const next = make();
    await draftsOf(next).save(5, draft(contact('1')), null);
    expect(await next.wasHere(5, contact('1'))).toBe(true);
    expect(await next.wasHere(6, contact('1'))).toBe(false);
    await expect(next.hereOrBefore(6, contact('1'))).rejects.toMatchObject(notHere);
    await expect(next.here(5, contact('1')), 'what only the open record may').rejects.toMatchObject(notHere);
  });

  it('remembers a bounded number of records, the last ones, and lets nobody in by a row that makes no sense', async () => {
    const { tab, make, session } = world(null);
    const binding = make();
    for (let id = 1; id <= 120; id += 1) {
      tab.place = { role: 'person', ref: contact(`${id}`) };
      await binding.here(5, contact(`${id}`));
    }
    tab.place = null;
    const next = make();
    expect(await next.wasHere(5, contact('120'))).toBe(true);
    expect(await next.wasHere(5, contact('1'))).toBe(false);
    session.value = [[5, 'everything']];
    expect(await make().wasHere(5, contact('120'))).toBe(false);
  });
});

describe('a record that is worked on itself and has people', () => {
  const who = (id: string): RecordRef => ({ ...deal, object: 'Contact', id });

  it('lets the sidebar at it, at its list, at whom its own read named, and at those whom the CRM names', async () => {
    const { binding, readMembers } = world({ role: 'person', ref: deal, people: true });
    readMembers.mockResolvedValue([who('1'), who('2')]);
    await binding.here(5, deal);
    await binding.group(5, deal);
    await binding.alsoBelongs(deal, who('1'));
    await binding.here(5, who('1'));
    expect(readMembers).not.toHaveBeenCalled();
    await binding.here(5, who('2'));
    await binding.alsoBelongs(deal, who('3'));
    await binding.here(5, who('3'));
    await binding.here(5, who('2'));
    expect(readMembers).toHaveBeenCalledTimes(1);
    await expect(binding.here(5, who('4'))).rejects.toMatchObject(notHere);
  });

  it('keeps whom its own read named when the list comes without them: they may not be for this sign-in to see', async () => {
    const { binding, readMembers } = world({ role: 'person', ref: deal, people: true });
    await binding.alsoBelongs(deal, who('1'));
    await binding.belong(deal, [who('2')]);
    await binding.here(5, who('1'));
    await binding.here(5, who('2'));
    expect(readMembers).not.toHaveBeenCalled();
    // Only the one that was named last.
    await binding.alsoBelongs(deal, who('3'));
    await binding.here(5, who('3'));
    readMembers.mockResolvedValue([]);
    await expect(binding.here(5, who('1'))).rejects.toMatchObject(notHere);
  });
});
