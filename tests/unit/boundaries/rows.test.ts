// Rows of the database as a damaged disk or another version may have left them: parsed or passed over, and no other row is hidden by one.
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import type { StoreNames } from 'idb';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createConnectionStore } from '@/lib/background/connections/store';
import { createFences } from '@/lib/background/outbox/fence';
import { createQuiet } from '@/lib/background/outbox/quiet';
import { createSubmissionStore } from '@/lib/background/outbox/store';
import { createBinding } from '@/lib/background/services/binding';
import { createDrafts } from '@/lib/background/services/drafts';
import { createKept } from '@/lib/background/services/kept';
import { createMappings } from '@/lib/background/services/mappings';
import { createShown } from '@/lib/background/services/shown';
import {
  createDatabase,
  type Schema,
  type StoredConnection,
  type StoredPending,
} from '@/lib/background/storage/database';
import { ConnectionRow, KeptReviewRow, PendingRow } from '@/lib/background/storage/rows';
import { emptyDraft } from '@/lib/qualification';
import { DraftSchema } from '@/lib/qualification/answers/draft';
import { SubmissionSchema } from '@/lib/qualification/plan/submission';
import { StageMappingSchema } from '@/lib/record/mapping';
import { refKey } from '@/lib/record/record';
import { SnapshotSchema } from '@/lib/record/snapshot';
import { submission } from '../background/outbox/world';
import { connectedTo } from '../background/services/connected';
import {
  connection,
  contact,
  mapping,
  person,
  reviewOptions,
  snapshot,
} from '../components/sidebar/fixtures';
import { found } from './junk';

const ref = contact('101');
const at = '2026-11-26T09:00:00.000Z';
const account = 'hubspot/24680135';
const row: StoredConnection = {
  ...{ crm: 'hubspot', account: '24680135', accountName: 'Portal', person, user: null, missing: [] },
  ...{ signedOut: false, connectedAt: at, pending: null, credential: { way: 'key', key: 'secret-key' } },
};
const tokens = { access: 'a', refresh: 'r', origin: 'https://acme.my.salesforce.com', fields: {} };
const pending: StoredPending = {
  ...{ crm: 'salesforce', account: null, at },
  credential: { way: 'oauth', values: { host: 'acme' }, tokens },
};
const draft = emptyDraft(ref, { id: 'd', version: '1.0.0', hash: 'h' }, new Date(at));
const runs = { numRuns: 150 };

let names = 0;
function setUp() {
  names += 1;
  const database = createDatabase(`boundary-${names}`);
  /** Past the types, as a damaged disk does it. */
  const put = (store: StoreNames<Schema>, value: unknown, key: string) =>
    database(async (db) => {
      const raw = db.transaction(store, 'readwrite').store;
      await Reflect.apply(raw.put, raw, [value, key]);
    });
  return { database, put };
}
const binding = {
  here: async () => undefined,
  group: async () => undefined,
  hereOrBefore: async () => undefined,
  wasHere: async () => true,
  belong: async () => undefined,
  alsoBelongs: async () => undefined,
};

/** Whether it is one of these, and nothing more. */
const nullOr = (schema: v.GenericSchema, value: unknown) => value === null || v.is(schema, value);

describe('a row that may be anything', () => {
  it('connections: is no connection, and the others are there', async () => {
    const { database, put } = setUp();
    const store = createConnectionStore(database);
    await store.put({ ...row, account: '2' });
    await fc.assert(
      fc.asyncProperty(found(row), async (junk) => {
        await put('connections', junk, account);
        const read = await store.get('hubspot', '24680135');
        expect(nullOr(ConnectionRow, read)).toBe(true);
        const all = await store.all();
        expect(all.every((one) => v.is(ConnectionRow, one))).toBe(true);
        expect(all.some((one) => one.account === '2')).toBe(true);
        expect(all.length).toBe(read === null ? 1 : 2);
        const changed = await store.change('hubspot', '24680135', (old) => ({ ...old, signedOut: true }));
        expect(changed === null).toBe(read === null);
      }),
      runs,
    );
    await store.remove('hubspot', '24680135');
    await store.put(row);
    expect(await store.get('hubspot', '24680135')).toEqual(row);
  });

  it('sign-ins aside: is not finished, and is tidied away however old', async () => {
    const { database, put } = setUp();
    const store = createConnectionStore(database);
    await fc.assert(
      fc.asyncProperty(found(pending), async (junk) => {
        await put('pending', junk, 'one');
        const read = await store.pending.get('one');
        expect(nullOr(PendingRow, read)).toBe(true);
        const old = await store.pending.before('2000-01-01');
        if (read === null) expect(old).toEqual([{ id: 'one', row: null }]);
      }),
      runs,
    );
  });

  it('drafts: is told of, opens nothing, and gives way to the next answer', async () => {
    const { database, put } = setUp();
    const drafts = createDrafts({ database, binding, changed: () => {}, saved: () => {} });
    await drafts.save(1, { ...draft, ref: contact('102') }, null);
    await fc.assert(
      fc.asyncProperty(found(draft), async (junk) => {
        await put('drafts', junk, refKey(ref));
        const read = await drafts.load(1, ref);
        expect(nullOr(DraftSchema, read)).toBe(true);
        const { drafts: all, unreadable } = await drafts.all();
        expect([all.length, unreadable]).toEqual(read === null ? [1, 1] : [2, 0]);
        if (read !== null) return;
        expect(await drafts.save(1, draft, null)).toBeNull();
        expect(await drafts.load(1, ref)).toEqual(draft);
      }),
      runs,
    );
  });

  it('submissions: stays as it is, is listed where it is open, and is never given out to be written', async () => {
    const { database, put } = setUp();
    const store = createSubmissionStore(database);
    const now = new Date('2026-11-21T10:05:00.000Z');
    const sound = { record: refKey(ref), draftAt: null, seq: 1, open: 1, submission: submission({ ref }) };
    const back = submission({
      ref,
      state: 'withdrawn',
      finishedAt: now.toISOString(),
      nextAt: now.toISOString(),
      fence: { ms: 50_000, until: now.toISOString(), wall: now.toISOString() },
    });
    const taken = {
      record: refKey(ref),
      draftAt: null,
      seq: 2,
      open: 1 as const,
      ended: now.toISOString(),
      submission: back,
    };
    await fc.assert(
      fc.asyncProperty(fc.oneof(found(sound), found(taken)), async (junk) => {
        await put('submissions', junk, 'one');
        const { rows, unreadable, takenBack } = await store.open();
        const quiet = createQuiet(
          createFences(
            () => 0,
            () => now.getTime(),
          ),
          { update: async () => undefined },
        );
        for (const one of takenBack) quiet.after(one);
        expect(quiet.left([refKey(ref)])).toBeLessThanOrEqual(600_000);
        expect(takenBack.every((one) => v.is(SubmissionSchema, one))).toBe(true);
        const all = [...rows.map((one) => one.submission), ...(await store.all()), ...(await store.of(ref))];
        expect(all.every((one) => v.is(SubmissionSchema, one))).toBe(true);
        expect(nullOr(SubmissionSchema, await store.get('one'))).toBe(true);
        expect(unreadable.every(({ id, record }) => id === 'one' && typeof record === 'string')).toBe(true);
        expect(await store.missing(['one'])).toEqual([]);
      }),
      runs,
    );
  });

  it('mappings: is none, and what is proposed stands', async () => {
    const { database, put } = setUp();
    const mappings = createMappings({
      database,
      sessions: { forReading: () => Promise.reject(new Error('unused')) },
      crmById: () => null,
      playbook: () => import('@/lib/playbook/builtin/default').then((one) => one.defaultPlaybook),
    });
    const proposed = await mappings.current('hubspot', '24680135', []);
    await fc.assert(
      fc.asyncProperty(found(mapping), async (junk) => {
        await put('mappings', junk, account);
        const read = await mappings.current('hubspot', '24680135', []);
        expect(v.is(StageMappingSchema, read)).toBe(true);
        if (!v.is(StageMappingSchema, junk)) expect(read).toEqual(proposed);
      }),
      runs,
    );
  });

  it('belongings: brings nobody into a record', async () => {
    const { database, put } = setUp();
    const [group, stranger] = [{ ...ref, object: 'companies', id: '900' }, contact('666')];
    const guard = createBinding({
      database,
      placeOf: async () => ({ role: 'group', ref: group }),
      readMembers: async () => [],
      shown: createShown({ getValue: async () => null, setValue: async () => undefined }),
    });
    const sound = { account, keys: [refKey(contact('102'))], at: new Date().toISOString(), lives: 1 };
    await fc.assert(
      fc.asyncProperty(found(sound), async (junk) => {
        await put('cache', junk, refKey(group));
        await expect(guard.here(1, stranger)).rejects.toMatchObject({ problem: { kind: 'not-here' } });
      }),
      runs,
    );
  });

  it('last reads: is not shown, neither the record nor what its review offers', async () => {
    const { database, put } = setUp();
    const kept = createKept({
      database: connectedTo(database, ref),
      connections: { find: async () => connection },
      now: () => new Date(at),
    });
    const review = { format: 1, options: reviewOptions, mapping };
    const sound = { account, person: person.id, at, snapshot: snapshot('101'), review };
    await fc.assert(
      fc.asyncProperty(found(sound), async (junk) => {
        await put('snapshots', junk, refKey(ref));
        expect(nullOr(SnapshotSchema, await kept.snapshot(ref))).toBe(true);
        expect(nullOr(KeptReviewRow, await kept.review(ref))).toBe(true);
        await kept.keep(ref, snapshot('101'));
        expect((await kept.snapshot(ref))?.ref).toEqual(ref);
      }),
      runs,
    );
  });
});
