// What is kept of reads for a day without network: the newest, for the person who saw them, until the account is gone.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createConnectionStore } from '@/lib/background/connections/store';
import { createKept } from '@/lib/background/services/kept';
import { createDatabase } from '@/lib/background/storage/database';
import type { Connection } from '@/lib/protocol/messages';
import { type RecordRef, refKey } from '@/lib/record/record';
import { connection, mapping, reviewOptions, snapshot } from '../../components/sidebar/fixtures';
import { connectedTo } from './connected';

let names = 0;
function setUp() {
  names += 1;
  const database = connectedTo(createDatabase(`kept-${names}`), ref);
  let at = Date.parse('2026-11-26T09:00:00.000Z');
  let found: Connection | null = connection;
  const kept = createKept({
    database,
    connections: { find: async () => found },
    now: () => {
      at += 1000;
      return new Date(at);
    },
  });
  return { database, kept, signIn: (as: Connection | null) => (found = as) };
}
const { ref } = snapshot('101');
const other = (id: string): RecordRef => ({ ...ref, id });

describe('what is kept', () => {
  it('is the newest whole read, under the page’s own ref', async () => {
    const { kept } = setUp();
    expect(await kept.snapshot(ref)).toBeNull();
    await kept.keep(ref, snapshot('101'));
    await kept.keep(ref, { ...snapshot('101'), name: 'Renamed' });
    expect(await kept.snapshot(ref)).toMatchObject({ name: 'Renamed', complete: true });
    expect(await kept.snapshot(other('102'))).toBeNull();
  });

  it('is shown to nobody but the person of the connection that read it', async () => {
    const { kept, signIn } = setUp();
    await kept.keep(ref, snapshot('101'));
    await kept.keepReview(ref, { options: reviewOptions, mapping });
    signIn({ ...connection, person: { ...connection.person, id: '999' } });
    expect(await kept.snapshot(ref)).toBeNull();
    expect(await kept.review(ref)).toBeNull();
    signIn(null);
    expect(await kept.snapshot(ref)).toBeNull();
  });

  it('holds a review for the account, or for one record where the CRM says so', async () => {
    const { kept } = setUp();
    await kept.keepReview(ref, { options: reviewOptions, mapping });
    expect(await kept.review(other('102'))).toMatchObject({ options: reviewOptions, mapping });
    const own = { ...reviewOptions, perRecord: true, currency: 'CHF' };
    await kept.keepReview(ref, { options: own, mapping });
    expect((await kept.review(ref))?.options.currency).toBe('CHF');
    expect((await kept.review(other('102')))?.options).toEqual(reviewOptions);
    await kept.keep(ref, snapshot('101'));
    expect((await kept.review(ref))?.options.currency).toBe('CHF');
  });

  it('is 200 rows at most: the oldest go', async () => {
    const { kept, database } = setUp();
    for (let id = 0; id < 205; id += 1) await kept.keep(other(`${id}`), snapshot(`${id}`));
    expect(await database((db) => db.count('snapshots'))).toBe(200);
    expect(await kept.snapshot(other('4'))).toBeNull();
    expect(await kept.snapshot(other('5'))).not.toBeNull();
  });

  it('goes with its account', async () => {
    const { kept, database } = setUp();
    await kept.keep(ref, snapshot('101'));
    await createConnectionStore(database).remove(ref.crm, ref.account);
    expect(await database((db) => db.count('snapshots'))).toBe(0);
  });

  it('stays gone where a read ends only after its account was let go', async () => {
    const { kept, database } = setUp();
    await kept.keep(ref, snapshot('101'));
    await createConnectionStore(database).remove(ref.crm, ref.account);
    // It was still there when this was asked.
    await kept.keep(ref, snapshot('101'));
    await kept.keepReview(ref, { options: reviewOptions, mapping });
    expect(await database((db) => db.count('snapshots'))).toBe(0);
  });

  it('is left alone where an older version kept it in another form', async () => {
    const { kept, database } = setUp();
    await kept.keep(ref, snapshot('101'));
    await kept.keepReview(ref, { options: reviewOptions, mapping });
    await database(async (db) => {
      for (const key of await db.getAllKeys('snapshots')) {
        const row = await db.get('snapshots', key);
        if (row?.snapshot)
          await db.put('snapshots', { ...row, snapshot: { ...row.snapshot, facts: [] } }, key);
        if (row?.review) await db.put('snapshots', { ...row, review: { ...row.review, format: 0 } }, key);
      }
    });
    expect(await kept.snapshot(ref)).toMatchObject({ facts: [] });
    expect(await kept.review(ref)).toBeNull();
    expect(refKey(ref)).toContain('101');
  });

  it('stops no read where the storage can’t be used', async () => {
    const broken = createKept({
      database: () => Promise.reject(new Error('full')),
      connections: { find: async () => connection },
      now: () => new Date(),
    });
    await expect(broken.keep(ref, snapshot('101'))).resolves.toBeUndefined();
  });
});
