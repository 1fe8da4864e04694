// Reading for several sidebars at once, and telling each where its tab is.
import { describe, expect, it, vi } from 'vitest';
import { createPlaces } from '@/lib/background/services/place';
import { createRecords } from '@/lib/background/services/records';
import { createSidebars } from '@/lib/background/services/sidebars';
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { Push } from '@/lib/protocol/messages';
import type { Place, RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';

const contact = (id: string): RecordRef => ({ crm: 'hubspot', account: '100', object: 'contacts', id });

function snapshot(ref: RecordRef, complete: boolean): Snapshot {
  return {
    ref,
    crmName: 'HubSpot',
    url: '',
    name: 'Noor Haddad',
    title: '',
    email: '',
    company: null,
    facts: [],
    stages: [],
    earlier: [],
    deals: [],
    mergedFrom: null,
    readAt: '2026-11-21T10:00:00.000Z',
    complete,
    gaps: [],
  };
}

/** Sidebars of some tabs, with what was pushed to each. */
function sidebarsOf(...tabs: number[]) {
  const sidebars = createSidebars();
  const pushed = new Map<number, Push[]>();
  for (const tab of tabs) {
    const got: Push[] = [];
    pushed.set(tab, got);
    sidebars.add(tab, { postMessage: (message) => void got.push(message) });
  }
  return { sidebars, pushed: (tab: number) => pushed.get(tab) ?? [] };
}

function reading(survivor = contact('1')) {
  const { sidebars, pushed } = sidebarsOf(1, 2);
  const gate = pending();
  const read = vi.fn<CrmSession['read']>(async (ref, onPart) => {
    onPart(snapshot(ref, false));
    await gate.promise;
    return snapshot(survivor, true);
  });
  const unused = () => Promise.reject(new Error('not part of this test'));
  const members = async () => ({
    title: 'Northwind',
    members: [{ ref: contact('1'), name: 'Noor', title: '', stages: [] }],
  });
  const session: CrmSession = {
    check: unused,
    people: unused,
    stageFields: unused,
    reviewOptions: unused,
    fieldDefinitions: unused,
    read,
    members,
    stageValues: unused,
    probe: unused,
    write: unused,
  };
  const binding = {
    here: vi.fn(async () => undefined),
    group: vi.fn(async () => undefined),
    hereOrBefore: vi.fn(async () => undefined),
    wasHere: async () => true,
    belong: vi.fn(async () => undefined),
    alsoBelongs: vi.fn(async () => undefined),
  };
  const kept = { keep: vi.fn(async () => undefined), snapshot: vi.fn(async () => null) };
  const records = createRecords({
    sessions: { forReading: async () => session },
    binding,
    sidebars,
    ownFacts: async () => ['hubspot:contacts.tier'],
    kept,
  });
  return { records, read, binding, pushed, kept, go: gate.resolve };
}

describe('records', () => {
  it('reads a record once for all who ask meanwhile, and gives each its first part', async () => {
    const { records, read, pushed, go } = reading();
    const first = records.read(1, contact('1'));
    await expect.poll(() => pushed(1)).toHaveLength(1);
    const second = records.read(2, contact('1'));
    await expect.poll(() => pushed(2)).toHaveLength(1);
    go();
    expect(await first).toMatchObject({ complete: true });
    expect(await second).toEqual(await first);
    expect(read).toHaveBeenCalledTimes(1);
    expect(read.mock.calls[0]?.[2]).toEqual(['hubspot:contacts.tier']);
    expect(pushed(1)).toMatchObject([{ push: 'snapshot', snapshot: { complete: false } }]);
    await records.read(1, contact('1'));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps each whole read, and gives what is kept to a sidebar of that record alone', async () => {
    const { records, binding, kept, go } = reading(contact('7'));
    go();
    const whole = await records.read(1, contact('1'));
    expect(kept.keep.mock.calls).toEqual([[contact('1'), whole]]);
    expect(await records.kept(1, contact('1'))).toBeNull();
    kept.snapshot.mockClear();
    binding.here.mockRejectedValueOnce(new Error('not here'));
    await expect(records.kept(1, contact('2'))).rejects.toThrow('not here');
    expect(kept.snapshot).not.toHaveBeenCalled();
  });

  it('reads nothing for a sidebar that is elsewhere', async () => {
    const { records, read, binding } = reading();
    binding.here.mockRejectedValueOnce(new Error('not here'));
    await expect(records.read(1, contact('1'))).rejects.toThrow('not here');
    expect(read).not.toHaveBeenCalled();
  });

  it('remembers which record a merged one has become, and who belongs to a company', async () => {
    const { records, binding, go } = reading(contact('7'));
    go();
    await records.read(1, contact('1'));
    expect(binding.belong).toHaveBeenLastCalledWith(contact('1'), [contact('7')]);
    const company = { ...contact('9'), object: 'companies' };
    await records.members(1, company);
    expect(binding.group).toHaveBeenCalledWith(1, company);
    expect(binding.belong).toHaveBeenLastCalledWith(company, [contact('1')]);
  });
});

describe('places', () => {
  function places() {
    const { sidebars, pushed } = sidebarsOf(1, 2);
    const find = vi.fn(async () => null);
    const made = createPlaces({
      connections: { find, list: async () => [] },
      layout: async () => ({ open: false, side: 'right', mode: 'push', width: 360 }),
      sidebars,
      placeOf: async (tab): Promise<Place> => ({ role: 'person', ref: contact(`${tab}`) }),
    });
    return { made, pushed, find };
  }
  const at = (id: string): Place => ({ role: 'person', ref: contact(id) });

  it('tells a tab’s own sidebar, once per place, and that it is open', async () => {
    const { made, pushed } = places();
    await made.announce(1, at('1'));
    await made.announce(1, at('1'));
    expect(pushed(1)).toMatchObject([{ push: 'place', place: at('1'), layout: { open: true } }]);
    expect(pushed(2)).toEqual([]);
    await made.announce(1, at('1'), true);
    expect(pushed(1)).toHaveLength(2);
  });

  it('leaves out a place that the tab has left while the connection was looked up', async () => {
    const { made, pushed } = places();
    await Promise.all([made.announce(1, at('1')), made.announce(1, at('5'))]);
    expect(pushed(1)).toMatchObject([{ place: at('5') }]);
  });

  it('tells every sidebar after connections changed, and one whose storage fails what is wrong', async () => {
    const { made, pushed, find } = places();
    find.mockRejectedValueOnce(new Error('disk full'));
    await made.announceAll();
    expect(pushed(1)).toMatchObject([{ push: 'problem', problem: { message: 'disk full' } }]);
    expect(pushed(2)).toMatchObject([{ push: 'place', place: at('2') }]);
  });

  it('tells a place again that could not be told the first time', async () => {
    const { made, pushed, find } = places();
    find.mockRejectedValueOnce(new Error('disk full'));
    await made.announce(1, at('1'));
    await made.announce(1, at('1'));
    expect(pushed(1)).toMatchObject([{ push: 'problem' }, { push: 'place', place: at('1') }]);
  });

  it('forgets a sidebar that has gone', () => {
    const sidebars = createSidebars();
    const gone = {
      postMessage: () => {
        throw new Error('disconnected');
      },
    };
    sidebars.add(3, gone);
    sidebars.push(3, { push: 'problem', problem: { kind: 'offline', message: '' } });
    expect(sidebars.tabs()).toEqual([]);
  });
});

function pending() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
