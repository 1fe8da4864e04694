// A proxy answers in HubSpot's place, after HubSpot has made something: it is found at once, and made once.
import { beforeEach, expect, it } from 'vitest';
import { deliver } from '@/lib/background/outbox/deliver';
import type { Write } from '@/lib/qualification/plan/submission';
import { sandboxPortal, submit } from '../../crm/portal';
import { writes } from '../../crm/writes';
import { fakeStore } from './world';

const portal = sandboxPortal();
let id = '';
beforeEach(() => {
  // Together they may be more calls than a key may make in ten seconds.
  portal.hubspot.settings.rateLimit.max = 100_000;
  id = portal.hubspot.create('contacts', { email: `ada${crypto.randomUUID()}@northwind.example` }).id;
});

/** One try, of what was never tried before. */
async function carried(write: Write) {
  const by = { id: portal.hubspot.owners()[0]?.id ?? '', name: 'Rae', email: '' };
  const [of, step] = submit(portal.ref(id), write, by);
  const submission = { ...of, state: 'waiting' as const, steps: [{ ...step, state: 'waiting' as const }] };
  const { store } = fakeStore();
  await store.add(submission);
  return deliver({
    submission,
    openSession: async () => portal.open(),
    store,
    onChange: () => undefined,
    unkept: () => undefined,
    now: portal.hubspot.now,
    random: () => 0,
  });
}

it.each(['notes', 'tasks', 'deals'] as const)(
  '%s that HubSpot made before a proxy answered in its place are there once',
  async (type) => {
    const write = writes[type];
    for (const instead of [
      { status: 429, body: { message: 'x' }, headers: { 'retry-after': '1' } },
      { status: 401 },
      { status: 403, body: { message: 'blocked' } },
      { status: 423 },
    ]) {
      const before = portal.hubspot.all(type).length;
      portal.hubspot.faults.arm({ method: 'POST', path: new RegExp(`/${type}$`), times: 1, do: { instead } });
      expect(await carried(write)).toMatchObject({ state: 'written' });
      expect(portal.hubspot.all(type)).toHaveLength(before + 1);
    }
  },
);
