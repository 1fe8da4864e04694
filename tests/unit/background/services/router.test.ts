// Predicate, then schema, then handler: what gets through to a handler, and what never does.
import { describe, expect, it, vi } from 'vitest';
import { createRouter, type Handlers } from '@/lib/background/services/router';
import { ProblemError } from '@/lib/problem/problem';
import { type RequestName, requests } from '@/lib/protocol/messages';

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
function world(fails?: unknown, reached = true) {
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
    'record.kept': async () => null,
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
    'submission.open': async () => [],
    'submission.get': async () => null,
    'submission.withdraw': async () => Promise.reject(new Error('unused')),
    'submission.replace': async () => Promise.reject(new Error('unused')),
    'outbox.wake': note('outbox.wake'),
    'outbox.read': async () => Promise.reject(new Error('unused')),
    'outbox.retry': async () => Promise.reject(new Error('unused')),
    'outbox.withdraw': async () => Promise.reject(new Error('unused')),
    'outbox.dismiss': note('outbox.dismiss'),
    'playbook.active': async () => Promise.reject(new Error('unused')),
    'playbooks.all': async () => Promise.reject(new Error('unused')),
    'playbook.choose': async () => Promise.reject(new Error('unused')),
    'page.open': note('page.open'),
    'queue.read': async () => Promise.reject(new Error('unused')),
    'queue.open': note('queue.open'),
    'queue.here': async () => ({ reached: true }),
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
    'connections.left': async () => ({ drafts: 0, over: 0, unsent: 0 }),
    'connections.remove': note('connections.remove'),
    'connections.test': note('connections.test'),
    'diagnostics.read': async () => ({ allowances: [], problems: [], errors: [] }),
    'diagnostics.error': note('diagnostics.error'),
    'diagnostics.clear': note('diagnostics.clear'),
    'everything.clear': async () => {
      called('everything.clear');
      return { notEnded: [] };
    },
    'mapping.get': async () => ({ fields: [], mapping: {}, proposed: {} }),
    'mapping.save': note('mapping.save'),
  };
  const route = createRouter(handlers, self, async () => reached);
  return { called, handlers, ask: (who: Who, message: unknown) => route(message, senders[who]) };
}

describe('router', () => {
  it('on a page that the browser no longer lets us reach: the sidebar can be left, and nothing else is answered', async () => {
    const { ask, called } = world(undefined, false);
    const shut = { ok: false, problem: { kind: 'not-connected', way: 'oauth' } };
    expect(await ask('page', { name: 'page.hello', body: {} })).toMatchObject(shut);
    expect(await ask('sidebar', { name: 'draft.load', body: { ref } })).toMatchObject(shut);
    expect(called).not.toHaveBeenCalled();
    expect(await ask('sidebar', { name: 'panel.close', body: {} })).toEqual({ ok: true, value: null });
    expect(await ask('trusted', { name: 'connections.list', body: {} })).toEqual({ ok: true, value: [] });
  });

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
    ...Object.entries({ side: 'left', mode: 'overlay', compact: true, callInNote: false }).map(
      ([name, value]): [string, Who, unknown] => [
        `a page that sets ${name}`,
        'page',
        { name: 'page.layout', body: { layout: { [name]: value } } },
      ],
    ),
  ])('refuses %s before any handler runs', async (_, who, message) => {
    const { ask, called } = world();
    expect(await ask(who, message)).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(called).not.toHaveBeenCalled();
  });

  it('answers with a Result where the browser does not say what it lets us reach', async () => {
    const { handlers } = world();
    const route = createRouter(handlers, self, async () => Promise.reject(new Error('closing')));
    const result = await route({ name: 'draft.load', body: { ref } }, senders.sidebar);
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unexpected', message: 'closing' } });
  });

  it('refuses in a few words, whatever was sent', async () => {
    const { ask } = world();
    const body = { page: 'x'.repeat(100_000) };
    const result = await ask('trusted', { name: 'page.open', body });
    expect(JSON.stringify(result).length).toBeLessThan(400);
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

  it('tells how each handler ended, and nothing of what never got to one', async () => {
    const gone = { kind: 'gone' as const, message: '' };
    const { handlers } = world(new ProblemError(gone));
    const watch = vi.fn();
    const route = createRouter(handlers, self, async () => true, watch);
    await route({ name: 'draft.load', body: { ref } }, senders.sidebar);
    await route({ name: 'connections.list', body: {} }, senders.trusted);
    await route({ name: 'connections.list', body: { all: true } }, senders.trusted);
    await route({ name: 'connections.list', body: {} }, senders.sidebar);
    expect(watch.mock.calls.map(([name, , , problem]) => [name, problem])).toEqual([
      ['draft.load', gone],
      ['connections.list', null],
    ]);
  });
});
