// Predicate, then schema, then handler: what gets through to a handler, and what never does.
import { describe, expect, it, vi } from 'vitest';
import { type RequestName, requests } from '@/lib/messages';
import { ProblemError } from '@/lib/problem';
import { createRouter, type Handlers } from '@/lib/services/router';

const base = 'chrome-extension://abcdefghijklmnop/';
const self = { id: 'abcdefghijklmnop', base };
const crm = 'https://app.hubspot.com/contacts/24680135/record/0-1/501';
const ref = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '501' };
const senders = {
  page: { id: self.id, url: crm, frameId: 0, tab: { id: 1, url: crm } },
  sidebar: { id: self.id, url: `${base}sidebar.html`, frameId: 5, tab: { id: 1, url: crm } },
  trusted: { id: self.id, url: `${base}console.html`, frameId: 0, tab: { id: 2 } },
  stranger: { id: 'other', url: `${base}console.html`, frameId: 0 },
};
type Who = keyof typeof senders;

/** Handlers that only note who asked what. */
function world(fails?: unknown) {
  const called = vi.fn();
  const note = (name: RequestName) => async () => {
    called(name);
    if (fails) throw fails;
    return null;
  };
  const handlers: Handlers = {
    'page.hello': async () => {
      called('page.hello');
      return { layout: { open: true, side: 'right', mode: 'push', width: 360 } };
    },
    'page.layout': async ({ layout }) => {
      called('page.layout');
      return {
        layout: { open: layout.open ?? false, side: 'right', mode: 'push', width: layout.width ?? 360 },
      };
    },
    'panel.layout': async () => ({ layout: { open: true, side: 'left', mode: 'push', width: 360 } }),
    'panel.leave': note('panel.leave'),
    'panel.close': note('panel.close'),
    'record.read': async () => Promise.reject(fails ?? new Error('unused')),
    'record.follow': note('record.follow'),
    'members.read': async () => ({ title: '', members: [] }),
    'draft.load': note('draft.load'),
    'draft.save': note('draft.save'),
    'draft.drop': note('draft.drop'),
    'review.options': async () => Promise.reject(new Error('unused')),
    'review.fields': async () => [],
    'submission.send': async ({ submission }) => submission,
    'submission.retry': async () => Promise.reject(new Error('unused')),
    'submission.last': note('submission.last'),
    'playbook.active': async () => Promise.reject(new Error('unused')),
    'page.open': note('page.open'),
    'connections.list': async () => {
      called('connections.list');
      return [];
    },
    'connections.ways': async () => [],
    'connections.begin': async () => Promise.reject(new Error('unused')),
    'connections.finish': async () => Promise.reject(new Error('unused')),
    'connections.again': async () => Promise.reject(new Error('unused')),
    'connections.check': async () => Promise.reject(new Error('unused')),
    'connections.save': async () => Promise.reject(new Error('unused')),
    'connections.person': async () => Promise.reject(new Error('unused')),
    'connections.people': async () => [],
    'connections.remove': note('connections.remove'),
    'mapping.get': async () => ({ fields: [], mapping: {}, proposed: {} }),
    'mapping.save': note('mapping.save'),
  };
  const route = createRouter(handlers, self);
  return { called, ask: (who: Who, message: unknown) => route(message, senders[who]) };
}

describe('router', () => {
  it('lets a request through to its handler and wraps the answer', async () => {
    const { ask, called } = world();
    expect(await ask('sidebar', { name: 'draft.load', body: { ref } })).toEqual({ ok: true, value: null });
    expect(called).toHaveBeenCalledExactlyOnceWith('draft.load');
  });

  it('refuses every request from every sender that it does not name', async () => {
    const { ask, called } = world();
    for (const name of Object.keys(requests)) {
      const allowed: readonly string[] =
        Object.entries(requests).find(([key]) => key === name)?.[1].from ?? [];
      for (const who of ['page', 'sidebar', 'trusted', 'stranger'] as const) {
        if (allowed.includes(who)) continue;
        expect(await ask(who, { name, body: {} }), `${name} from ${who}`).toMatchObject({ ok: false });
      }
    }
    expect(called).not.toHaveBeenCalled();
  });

  it.each<[string, Who, unknown]>([
    ['an unknown name', 'trusted', { name: 'keys.read', body: {} }],
    ['a name of Object itself', 'trusted', { name: 'constructor', body: {} }],
    ['__proto__', 'trusted', { name: '__proto__', body: {} }],
    ['no envelope', 'trusted', 'connections.list'],
    ['null', 'trusted', null],
    ['an envelope with more in it', 'trusted', { name: 'connections.list', body: {}, from: 'trusted' }],
    ['no body', 'trusted', { name: 'connections.list' }],
    ['a body with more in it', 'trusted', { name: 'connections.list', body: { all: true } }],
    ['a reference with more in it', 'sidebar', { name: 'draft.load', body: { ref: { ...ref, url: crm } } }],
    ['a reference without an id', 'sidebar', { name: 'draft.load', body: { ref: { ...ref, id: '' } } }],
    [
      'a sign-in by key',
      'trusted',
      { name: 'connections.begin', body: { crm: 'x', way: 'key', values: {} } },
    ],
    ['a pending id of no kind of ours', 'trusted', { name: 'connections.finish', body: { pending: '1' } }],
    ['a width out of bounds', 'page', { name: 'page.layout', body: { layout: { width: 9000 } } }],
  ])('refuses %s before any handler runs', async (_, who, message) => {
    const { ask, called } = world();
    expect(await ask(who, message)).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(called).not.toHaveBeenCalled();
  });

  it('answers with the problem that a handler threw, and a bug as unexpected', async () => {
    const gone = { kind: 'gone' as const, message: 'The contact was deleted.' };
    const { ask } = world(new ProblemError(gone));
    expect(await ask('sidebar', { name: 'draft.load', body: { ref } })).toEqual({ ok: false, problem: gone });
    const broken = world(new TypeError('x is not a function'));
    expect(await broken.ask('sidebar', { name: 'draft.load', body: { ref } })).toEqual({
      ok: false,
      problem: { kind: 'unexpected', message: 'x is not a function' },
    });
  });
});
