// Values of the browser's own storage and of a policy, which may be anything: each is parsed, or what stands in its place is used.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { createKeep } from '@/lib/background/connections/keep';
import { createPolicy } from '@/lib/background/connections/policy';
import { createTally } from '@/lib/background/outbox/tally';
import { activePlaybook } from '@/lib/background/playbooks/active';
import { createLayouts } from '@/lib/background/services/layout';
import { session } from '@/lib/background/services/start';
import { createMemory } from '@/lib/crm/shared/memory';
import { type Layout, LayoutSchema } from '@/lib/protocol/layout';
import { refKey } from '@/lib/record/record';
import { submission } from '../background/outbox/world';
import { found } from './junk';

const kept = vi.hoisted(() => ({ playbook: undefined as unknown, start: undefined as unknown }));
vi.mock('@/lib/background/storage/settings', () => ({
  playbookItem: { getValue: async () => kept.playbook },
  sessionStartItem: {
    getValue: async () => kept.start,
    setValue: async (next: unknown) => {
      kept.start = next;
    },
  },
}));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('@/lib/background/playbooks/builtin-file', () => ({
  readBuiltin: async (id: string) => ({ playbook: { id }, hash: '' }),
}));

/** One stored value, as the browser's storage has it. */
const box = (get: () => unknown, set: (next: unknown) => void) => ({
  getValue: async () => get(),
  setValue: async (next: unknown) => set(next),
});
const runs = { numRuns: 400 };
const fallback: Layout = { open: false, side: 'right', mode: 'push', width: 360 };

it('layout: the usual one stands in for what can’t be read, and a change of it holds', () =>
  fc.assert(
    fc.asyncProperty(found({ ...fallback, compact: true, launcherY: 0.5 }), async (junk) => {
      let value = junk;
      const item = {
        fallback,
        ...box(
          () => value,
          (next) => {
            value = next;
          },
        ),
      };
      const layouts = createLayouts({ item, sidebars: { push: () => {} }, tellPage: () => {} });
      const read = await layouts.remembered();
      expect(read).toEqual(v.is(LayoutSchema, junk) ? junk : fallback);
      expect((await layouts.remember({ width: 300 })).width).toBe(300);
      expect(v.is(LayoutSchema, value)).toBe(true);
    }),
    runs,
  ));

it('tally: what can’t be read tells of nothing lost, and is counted anew', () => {
  const { id, ref, recordName, at } = submission();
  const sound = { open: [{ id, ref, name: recordName, at }], lost: [] };
  return fc.assert(
    fc.asyncProperty(found(sound), async (junk) => {
      let value = junk;
      const later: (() => void)[] = [];
      const tally = createTally({
        item: box(
          () => value,
          (next) => {
            value = next;
          },
        ),
        missing: async (ids) => [...ids],
        unfinished: () => [submission()],
        onLost: () => {},
        later: (run) => later.push(run),
      });
      await tally.check();
      for (const row of await tally.lost())
        expect([typeof row.name, typeof refKey(row.ref)]).toEqual(['string', 'string']);
      for (const run of later) run();
      await Promise.resolve();
      expect(value).toMatchObject({ open: [{ name: recordName }] });
    }),
    runs,
  );
});

it('the browser session’s start is a time, whatever was kept', () =>
  fc.assert(
    fc.asyncProperty(found('2026-11-26T09:00:00.000Z'), async (junk) => {
      kept.start = junk;
      const { began } = await session();
      expect(Number.isNaN(Date.parse(began))).toBe(false);
      expect(await session()).toEqual({ began, first: false });
    }),
    runs,
  ));

it('the chosen playbook is a built-in one, the default for anything else', () =>
  fc.assert(
    fc.asyncProperty(found('value'), async (junk) => {
      kept.playbook = junk;
      expect((await activePlaybook()).playbook.id).toBe(junk === 'value' ? 'value' : 'default');
    }),
    runs,
  ));

it('what is kept of a CRM’s set-up is asked for anew where it is not what it was', () =>
  fc.assert(
    fc.asyncProperty(found({ tag: 't', entries: [['name ', '{"at":1,"value":["a"]}']] }), async (junk) => {
      const area = { get: async () => ({ 'setup one': junk }), set: async () => {}, remove: async () => {} };
      const keep = createKeep(area, 'one', () => 'key');
      const memory = createMemory(1000, () => new Date(2), keep);
      const once = memory.once('name', v.array(v.string()), async () => ['fresh']);
      expect(await once()).toEqual(['fresh']);
    }),
    runs,
  ));

it('policy: gives texts for a sign-in and nothing else, and a policy that is none gives nothing', () => {
  const sound = { signIn: { salesforce: { clientId: 'x', host: 'acme.my.salesforce.com' } } };
  return fc.assert(
    fc.asyncProperty(
      found(sound),
      fc.constantFrom('salesforce', 'hubspot', 'constructor'),
      async (junk, crm) => {
        const values = await createPolicy(async () => junk)(crm);
        expect(v.is(v.record(v.string(), v.string()), values)).toBe(true);
      },
    ),
    runs,
  );
});
