// Bringing the sidebar up: the record's own address, the tab that shows it, the keyboard in the sidebar.
import { describe, expect, it } from 'vitest';
import { createShow, type Tab } from '@/lib/background/services/show';
import { locate } from '@/lib/crm/locate';
import { crmById } from '@/lib/crm/registry';
import type { PageCommand } from '@/lib/protocol/messages';
import type { RecordRef } from '@/lib/record/record';

const contact: RecordRef = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '501' };
const lead: RecordRef = {
  crm: 'salesforce',
  account: 'acme.my.salesforce.com',
  object: 'Lead',
  id: '00Q5g00000AbCdEEAV',
};
const onContact = 'https://app-eu1.hubspot.com/contacts/24680135/record/0-1/501/';

/** `dead`: tabs without our script. `up`: tabs whose sidebar is open. */
function world(tabs: Tab[], { front = null as Tab | null, up = [] as number[], dead = [] as number[] } = {}) {
  const done: string[] = [];
  const layout = { open: true, side: 'right' as const, mode: 'push' as const, width: 360 };
  const show = createShow({
    tabs: {
      front: async () => front,
      all: async () => tabs,
      open: async (url) => {
        done.push(`open ${url}`);
        return 99;
      },
      focus: async (tab) => void done.push(`focus ${tab}`),
      reload: async (tab) => void done.push(`reload ${tab}`),
    },
    crmById,
    locate,
    layouts: {
      remember: async (change) => {
        done.push(`remember ${JSON.stringify(change)}`);
        return layout;
      },
      fromPanel: async (tab, change) => {
        done.push(`panel ${tab} ${JSON.stringify(change)}`);
        return layout;
      },
    },
    sidebars: { open: async () => up },
    tellPage: async (tab: number, { command }: PageCommand) => {
      if (dead.includes(tab)) return false;
      done.push(`${command} ${tab}`);
      return true;
    },
  });
  return { show, done };
}

const tab = (id: number, url: string, discarded = false): Tab => ({ id, url, discarded });

describe('beside a record', () => {
  it.each([
    contact,
    { ...contact, object: 'companies' },
    lead,
    { ...lead, object: 'Contact', id: '0035g00000AbCdEAAV' },
  ])('opens its own page, with the sidebar remembered as open: %o', async (ref) => {
    const { show, done } = world([]);
    await show.besideRecord(ref);
    expect(done[0]).toBe('remember {"open":true}');
    const place = locate(done[1]?.slice('open '.length) ?? '');
    expect(place).toMatchObject({ ref });
  });

  it('goes to the tab that shows it, on whichever host of the CRM', async () => {
    const { show, done } = world([tab(3, 'https://app.hubspot.com/'), tab(4, onContact)]);
    await show.besideRecord(contact);
    expect(done).toEqual(['focus-page 4', 'panel 4 {"open":true}', 'focus 4']);
  });

  it('takes the keyboard into a sidebar that is open there', async () => {
    const { show, done } = world([tab(4, onContact)], { up: [4] });
    await show.besideRecord(contact);
    expect(done).toEqual(['focus-page 4', 'toggle 4', 'focus 4']);
  });

  it('leaves a tab alone that it cannot speak to, and opens another', async () => {
    const cases: [Tab, { dead?: number[] }][] = [
      [tab(4, onContact), { dead: [4] }],
      [tab(4, onContact, true), {}],
    ];
    for (const [given, more] of cases) {
      const { show, done } = world([given], more);
      await show.besideRecord(contact);
      expect(done.map((one) => one.split(' ')[0])).toEqual(['remember', 'open']);
    }
  });

  it('gives the keyboard to a sidebar that the rep waits for, and to no other', async () => {
    const { show, done } = world([]);
    await show.besideRecord(contact);
    done.length = 0;
    show.arrived(7);
    show.arrived(99);
    show.arrived(99);
    await Promise.resolve().then(() => undefined);
    expect(done).toEqual(['focus-page 99', 'toggle 99']);
  });

  it.each([
    { ...contact, account: 'evil.example/x?' },
    { ...contact, id: '../../1' },
    { ...lead, account: 'evil.example' },
    { ...lead, id: '005Hs00000abcdeMAA' },
    { ...contact, crm: 'nobody' },
  ])('opens nothing for what is no record: %o', async (ref) => {
    const { show, done } = world([]);
    await expect(show.besideRecord(ref)).rejects.toMatchObject({ problem: { kind: 'gone' } });
    expect(done).toEqual([]);
  });
});

describe('beside the page in front', () => {
  it('knows a page of a CRM, and whether its sidebar is open', async () => {
    expect(await world([], { front: tab(4, onContact), up: [4] }).show.here()).toEqual({ open: true });
    expect(await world([], { front: tab(4, onContact) }).show.here()).toEqual({ open: false });
    expect(await world([], { front: tab(4, 'https://example.com/') }).show.here()).toBeNull();
    expect(await world([]).show.here()).toBeNull();
  });

  it('says where the page is older than the extension, and loads it only when asked', async () => {
    const { show, done } = world([], { front: tab(4, onContact), dead: [4] });
    expect(await show.besidePage(false)).toEqual({ reached: false });
    expect(done).toEqual([]);
    expect(await show.besidePage(true)).toEqual({ reached: true });
    expect(done).toEqual(['remember {"open":true}', 'reload 4']);
  });

  it('does nothing on any other page', async () => {
    const { show } = world([], { front: tab(4, 'https://example.com/') });
    await expect(show.besidePage(false)).rejects.toMatchObject({ problem: { kind: 'not-here' } });
  });
});
