// On a way without streams the browser may send a call twice: what HubSpot then has twice is found, and told with links.
import { beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '@/lib/crm/hubspot/session';
import type { Fetch } from '@/lib/crm/shared/crm';
import { createSentOnce } from '@/lib/crm/shared/sent-once';
import { sandboxPortal, submit } from './portal';
import { writes } from './writes';

const portal = sandboxPortal();
type Kind = keyof typeof writes;
const KINDS = ['notes', 'tasks', 'deals'] as const;

/** `streams`: the way to HubSpot takes them. `sends`: how often the browser sends what makes something. */
function opened({ streams, sends }: { streams: boolean; sends: number }) {
  const { hubspot, sandbox } = portal;
  const fetch: Fetch = async (url, init) => {
    if (init.body instanceof ReadableStream) {
      if (!streams) throw new TypeError('Failed to fetch');
      return sandbox.fetch(url, { ...init, body: await new Response(init.body).text() });
    }
    const makes = init.method === 'POST' && /\/(notes|tasks|deals)$/.test(new URL(url).pathname);
    for (let more = makes ? sends : 1; more > 1; more -= 1) await sandbox.fetch(url, init);
    return sandbox.fetch(url, init);
  };
  return openSession(
    { key: hubspot.keys.full, account: hubspot.portals.main },
    {
      fetch,
      sentOnce: createSentOnce(fetch),
      sleep: async () => undefined,
      random: () => 0.5,
      timeoutMs: 10_000,
      now: hubspot.now,
    },
  );
}

function decided(kind: Kind) {
  const contact = portal.hubspot.create('contacts', { email: `a${crypto.randomUUID()}@northwind.example` });
  const by = { id: portal.hubspot.owners()[0]?.id ?? '', name: 'Rae', email: '' };
  portal.hubspot.clearRequests();
  return submit(portal.ref(contact.id), writes[kind], by);
}

/** The ids of all that there is of a kind, since `had` of them. */
const since = (kind: Kind, had: number) =>
  portal.hubspot
    .all(kind)
    .slice(had)
    .map(({ id }) => id);

// All of it in a moment is more than a portal allows.
beforeEach(() => {
  portal.hubspot.settings.rateLimit = { max: 5_000, intervalMs: 10_000 };
});

describe.each(KINDS)('of %s', (kind) => {
  it.each([2, 3])('made %i times, all but the one that HubSpot answered with are told', async (sends) => {
    const had = portal.hubspot.all(kind).length;
    const result = await opened({ streams: false, sends }).write(...decided(kind));
    const made = since(kind, had);
    expect(made).toHaveLength(sends);
    const others = made.filter((id) => id !== result.id);
    const told = result.twins ?? [];
    expect(told).toHaveLength(sends - 1);
    for (const id of others) expect(told.some(({ url }) => url?.includes(id))).toBe(true);
    expect(told.every(({ text }) => text.includes('once more'))).toBe(true);
  });

  it('made by a call of which the second was refused, it counts, and no problem is told', async () => {
    const had = portal.hubspot.all(kind).length;
    const sent = decided(kind);
    portal.hubspot.faults.arm({
      method: 'POST',
      path: new RegExp(`/${kind}$`),
      times: 9,
      skip: 1,
      do: { status: 403, body: { category: 'MISSING_SCOPES' } },
    });
    const result = await opened({ streams: false, sends: 2 }).write(...sent);
    expect(since(kind, had)).toEqual([result.id]);
    expect(result.twins).toBeUndefined();
  });

  it('made once, none is told', async () => {
    const result = await opened({ streams: false, sends: 1 }).write(...decided(kind));
    expect(result.twins).toBeUndefined();
  });

  it('made twice before its answer was lost, the other is told by the look that follows', async () => {
    const had = portal.hubspot.all(kind).length;
    const session = opened({ streams: false, sends: 2 });
    const [submission, step] = decided(kind);
    await session.write(submission, step);
    const found = await portal.open().probe(submission, step);
    expect(since(kind, had)).toHaveLength(2);
    expect(found?.twins).toHaveLength(1);
    expect(found?.twins?.[0]?.url).not.toBe(found?.url);
  });

  it('nothing more is asked where the way takes streams', async () => {
    const calls = async (streams: boolean) => {
      const [submission, step] = decided(kind);
      const result = await opened({ streams, sends: 1 }).write(submission, step);
      expect(result.twins).toBeUndefined();
      // Without the trial, which is refused before it goes out where there are no streams.
      return portal.hubspot.requests.length - (streams ? 1 : 0);
    };
    const taken = await calls(true);
    expect(await calls(false)).toBe(taken + 2);
  });
});

it('a look that fails does not undo what was written', async () => {
  const had = portal.hubspot.all('notes').length;
  const [submission, step] = decided('notes');
  // The look before the write reads too.
  portal.hubspot.faults.arm({
    path: /notes\/batch\/read/,
    times: 20,
    skip: 1,
    do: { status: 500, body: {} },
  });
  const session = opened({ streams: false, sends: 2 });
  portal.hubspot.create('notes', { hs_timestamp: '2026-11-30T10:00:00.000Z', hs_note_body: 'Another' }, [
    { type: 'contacts', id: submission.ref.id },
  ]);
  const result = await session.write(submission, step);
  expect(since('notes', had).length).toBe(3);
  expect(result.text).toContain('Note left');
  expect(result.twins).toBeUndefined();
});
