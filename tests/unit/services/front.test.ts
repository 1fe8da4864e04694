// What a worker answers by itself, and what it reads the services for: a message that is refused reads nothing.
import { describe, expect, it, vi } from 'vitest';
import { reaches } from '@/lib/crm/early';
import { crms } from '@/lib/crm/registry';
import type { Layout } from '@/lib/layout';
import { createFront } from '@/lib/services/front';

const base = 'chrome-extension://abcdefghijklmnop/';
const self = { id: 'abcdefghijklmnop', base };
const crm = 'https://app.hubspot.com/contacts/24680135/record/0-1/501';
const regional = 'https://acme.lightning.usa26.force.com/lightning/r/Lead/00Q000000000001AAA/view';
const onPage = (url: string) => ({ id: self.id, url, frameId: 0, tab: { id: 1, url } });
const inSidebar = (url: string) => ({
  id: self.id,
  url: `${base}sidebar.html`,
  frameId: 5,
  tab: { id: 1, url },
});
const console_ = { id: self.id, url: `${base}console.html`, frameId: 0 };
const layout: Layout = { open: true, side: 'left', mode: 'push', width: 400 };
const hello = { name: 'page.hello', body: {} };
const wake = { name: 'outbox.wake', body: {} };

function world({ broken = false, damaged = false } = {}) {
  const woken = vi.fn();
  const routed = vi.fn(async () => ({ ok: true as const, value: 'from the services' }));
  const read = vi.fn(async () => {
    if (broken) throw new Error('no such file');
    return routed;
  });
  const answer = createFront({
    self,
    layout: async () => {
      if (damaged) throw new Error('the storage is damaged');
      return layout;
    },
    wake: woken,
    route: read,
  });
  return { answer, woken, routed, read };
}

describe('the front', () => {
  it('answers a page’s hello without the services', async () => {
    const { answer, read } = world();
    expect(await answer(hello, onPage(crm))).toEqual({ ok: true, value: { layout } });
    expect(read).not.toHaveBeenCalled();
  });

  it.each([inSidebar(crm), console_])(
    'answers at once that it goes on with what waits: %j',
    async (sender) => {
      const { answer, read, woken } = world();
      expect(await answer(wake, sender)).toEqual({ ok: true, value: null });
      expect(woken).toHaveBeenCalledTimes(1);
      expect(read).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['another extension', hello, { ...onPage(crm), id: 'other' }],
    ['a page that is no CRM’s', hello, onPage('https://shop.example/')],
    ['a frame in a CRM page', hello, { ...onPage(crm), frameId: 3 }],
    ['our page in a frame', wake, { ...console_, frameId: 2 }],
  ])('refuses %s, and reads nothing for it', async (_, message, sender) => {
    const { answer, read, woken } = world();
    expect(await answer(message, sender)).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(read).not.toHaveBeenCalled();
    expect(woken).not.toHaveBeenCalled();
  });

  it.each([
    ['a hello from the wrong side', hello, inSidebar(crm)],
    ['a hello with more in it', { ...hello, body: { tab: 2 } }, onPage(crm)],
    ['a message with more in it', { ...wake, more: 1 }, console_],
    ['what a page may not ask', wake, onPage(crm)],
    ['a page whose host the browser must be asked for', hello, onPage(regional)],
    ['a sidebar on such a page', wake, inSidebar(regional)],
    ['any other message', { name: 'connections.list', body: {} }, console_],
    ['no message at all', null, console_],
  ])('leaves to the services: %s', async (_, message, sender) => {
    const { answer, routed, woken } = world();
    expect(await answer(message, sender)).toEqual({ ok: true, value: 'from the services' });
    expect(routed).toHaveBeenCalledExactlyOnceWith(message, sender);
    expect(woken).not.toHaveBeenCalled();
  });

  it('leaves a hello to them where the layout can’t be read, so that it is told as a problem', async () => {
    const { answer, routed } = world({ damaged: true });
    await answer(hello, onPage(crm));
    expect(routed).toHaveBeenCalledTimes(1);
  });

  it('says what to do where the services can’t be read', async () => {
    const { answer } = world({ broken: true });
    const told = await answer({ name: 'connections.list', body: {} }, console_);
    expect(told).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('Install it again') },
    });
  });
});

it('knows of each CRM early what its ways to sign in say later', () => {
  const later = crms.flatMap(({ id, ways }) =>
    ways.flatMap((way) => (way.kind === 'oauth' && way.reach ? [[id, way.reach]] : [])),
  );
  expect(Object.entries(reaches)).toEqual(later);
});
