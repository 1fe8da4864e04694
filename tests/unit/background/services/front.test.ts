// What a worker answers by itself, and what it reads the services for: a message that is refused reads nothing.
import { describe, expect, it, vi } from 'vitest';
import { createErasures } from '@/lib/background/services/erasures';
import { createFrames } from '@/lib/background/services/frames';
import { createFront } from '@/lib/background/services/front';
import { reaches } from '@/lib/crm/early';
import { crms } from '@/lib/crm/registry';
import type { Layout } from '@/lib/protocol/layout';
import { frameArea } from './frame-area';

const base = 'chrome-extension://abcdefghijklmnop/';
const self = { id: 'abcdefghijklmnop', base };
const crm = 'https://app.hubspot.com/contacts/24680135/record/0-1/501';
const regional = 'https://acme.lightning.usa26.force.com/lightning/r/Lead/00Q000000000001AAA/view';
const onPage = (url: string) => ({ id: self.id, url, frameId: 0, tab: { id: 1, url } });
const inSidebar = (url: string) => ({
  id: self.id,
  url: `${base}sidebar.html`,
  frameId: 5,
  documentId: 'ours',
  tab: { id: 1, url },
});
const word = '3f0c1b9e-5a52-4b3c-9f0a-2b6d1c7e8a90';
const console_ = { id: self.id, url: `${base}console.html`, frameId: 0 };
const layout: Layout = { open: true, side: 'left', mode: 'push', width: 400 };
const hello = { name: 'page.hello', body: {} };
const wake = { name: 'outbox.wake', body: {} };

function world({ broken = false, damaged = false, rows = { 'frame:ours': 1 } }: Had = {}) {
  const woken = vi.fn();
  const routed = vi.fn(async () => ({ ok: true as const, value: 'from the services' }));
  const read = vi.fn(async () => {
    if (broken) throw new Error('no such file');
    return routed;
  });
  const area = frameArea(rows);
  const erasures = createErasures(() => area);
  const { answer, admit } = createFront({
    self,
    frames: createFrames(() => area),
    erasures,
    layout: async () => {
      if (damaged) throw new Error('the storage is damaged');
      return layout;
    },
    wake: woken,
    route: read,
  });
  return { answer, admit, erasures, woken, routed, read };
}

type Had = { broken?: boolean; damaged?: boolean; rows?: Record<string, unknown> };

describe('the front', () => {
  it.each([inSidebar(crm), console_])('refuses a page of before all was cleared: %j', async (sender) => {
    const { answer, erasures, read } = world();
    await erasures.erase('everything', (tell) => tell());
    const { documentId, ...rest } = { documentId: undefined, ...sender };
    const from = documentId === undefined ? rest : { ...rest, documentId };
    expect(await answer({ name: 'draft.save', body: {}, since: 0 }, from)).toMatchObject({
      ok: false,
      problem: { kind: 'gone' },
    });
    expect(await answer({ ...wake, since: 0 }, from)).toMatchObject({ ok: false, problem: { kind: 'gone' } });
    expect(read).not.toHaveBeenCalled();
    expect(await answer({ ...wake, since: 1 }, from)).toEqual({ ok: true, value: null });
  });

  it('and so does the next worker, which has it from the browser’s memory', async () => {
    const rows = { 'frame:ours': 1, erased: { count: 4, everything: 3, answers: {}, decisions: {} } };
    const { answer } = world({ rows });
    expect(await answer({ ...wake, since: 2 }, console_)).toMatchObject({ problem: { kind: 'gone' } });
    expect(await answer({ ...wake, since: 3 }, console_)).toEqual({ ok: true, value: null });
  });

  it('has who comes while all is being cleared wait for the end of it', async () => {
    const { answer, erasures } = world();
    let over = (): void => undefined;
    const clearing = erasures.erase(
      'everything',
      () =>
        new Promise<void>((resolve) => {
          over = resolve;
        }),
    );
    let answered = false;
    const asked = answer(wake, console_).then((reply) => {
      answered = true;
      return reply;
    });
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(answered).toBe(false);
    over();
    await clearing;
    expect(await asked).toEqual({ ok: true, value: null });
  });

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
    expect(routed).toHaveBeenCalledExactlyOnceWith(message, sender, expect.any(Function));
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

describe('a frame of the sidebar’s', () => {
  const said = (name: string, its: unknown = word) => ({ name, body: { word: its } });

  it('is answered nothing, and gets no line, until it says the word that its tab’s page was given', async () => {
    const { answer, admit, read } = world({ rows: {} });
    const refused = { ok: false, problem: { kind: 'unexpected' } };
    for (const message of [wake, { name: 'playbook.active', body: {} }, said('panel.hello'), null])
      expect(await answer(message, inSidebar(crm))).toMatchObject(refused);
    expect(await admit(inSidebar(crm))).toBeNull();
    expect(read).not.toHaveBeenCalled();

    expect(await answer(said('page.frame'), onPage(crm))).toEqual({ ok: true, value: null });
    expect(await answer(said('panel.hello', crypto.randomUUID()), inSidebar(crm))).toMatchObject(refused);
    expect(await answer(said('panel.hello'), inSidebar(crm))).toEqual({ ok: true, value: null });
    expect(await answer(wake, inSidebar(crm))).toEqual({ ok: true, value: null });
    expect(await admit(inSidebar(crm))).toMatchObject({ sender: 'sidebar', tab: 1 });
    expect(await admit(onPage(crm))).toBeNull();
  });

  it('is met on a page whose host the browser must be asked for, too', async () => {
    const { answer, read } = world({ rows: {} });
    await answer(said('page.frame'), onPage(regional));
    expect(await answer(said('panel.hello'), inSidebar(regional))).toMatchObject({ ok: true });
    expect(read).not.toHaveBeenCalled();
  });

  it('can’t say what a page says, nor a page what a frame says', async () => {
    const { answer, routed } = world({ rows: {} });
    await answer(said('panel.hello'), onPage(crm));
    expect(routed).toHaveBeenCalledTimes(1);
    await answer(said('page.frame'), inSidebar(crm));
    expect(await answer(said('panel.hello'), inSidebar(crm))).toMatchObject({ ok: false });
  });
});

it('knows of each CRM early what its ways to sign in say later', () => {
  const later = crms.flatMap(({ id, ways }) =>
    ways.flatMap((way) => (way.kind === 'oauth' && way.reach ? [[id, way.reach]] : [])),
  );
  expect(Object.entries(reaches)).toEqual(later);
});
