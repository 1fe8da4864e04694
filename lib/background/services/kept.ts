// What was last read of each record, and what its review offers: for when the CRM can't be reached.

import type { Connections } from '@/lib/background/connections/connections';
import type { Database, KeptReview, StoredSnapshot } from '@/lib/background/storage/database';
import { KeptReviewRow, readRow } from '@/lib/background/storage/rows';
import { report } from '@/lib/diagnostics/report';
import { accountKey } from '@/lib/record/account-key';
import { type RecordRef, refKey } from '@/lib/record/record';
import { type Snapshot, SnapshotSchema } from '@/lib/record/snapshot';

export type Kept = {
  /** Keeps a whole read under the page's own ref. Never rejects: it is only for a rainy day. */
  keep(ref: RecordRef, snapshot: Snapshot): Promise<void>;
  snapshot(ref: RecordRef): Promise<Snapshot | null>;
  keepReview(ref: RecordRef, review: Omit<KeptReview, 'format'>): Promise<void>;
  review(ref: RecordRef): Promise<KeptReview | null>;
};

type Needs = { database: Database; connections: Pick<Connections, 'find'>; now: () => Date };

/** Rows of all accounts together; the oldest go first. */
const MOST = 200;
/** To be raised when what ReviewOptions says means something else, which its schema can't tell. */
const FORMAT = 1;

export function createKept({ database, connections, now }: Needs): Kept {
  const personOf = async ({ crm, account }: RecordRef) => (await connections.find(crm, account))?.person.id;

  async function put(key: string, ref: RecordRef, part: Partial<StoredSnapshot>): Promise<void> {
    try {
      const person = await personOf(ref);
      if (person === undefined) return;
      await database(async (db) => {
        const work = db.transaction(['connections', 'snapshots'], 'readwrite');
        const store = work.objectStore('snapshots');
        // It goes with its account, which may have been let go while this was read.
        const connected = work.objectStore('connections');
        if ((await connected.getKey(accountKey(ref.crm, ref.account))) === undefined) return;
        const before = await store.get(key);
        const own = before?.person === person ? before : { snapshot: null, review: null };
        const account = accountKey(ref.crm, ref.account);
        await store.put({ ...own, ...part, account, person, at: now().toISOString() }, key);
        const over = (await store.count()) - MOST;
        if (over > 0) {
          const oldest = (await store.index('at').getAllKeys()).slice(0, over);
          await Promise.all(oldest.map((one) => store.delete(one)));
        }
        await work.done;
      });
    } catch (error) {
      // A full disk must not stop a read that has succeeded; what is the matter with it is told where work is kept.
      report(error, 'services.kept');
    }
  }

  async function row(key: string, ref: RecordRef): Promise<StoredSnapshot | null> {
    const person = await personOf(ref);
    const found = await database((db) => db.get('snapshots', key));
    return found && found.person === person ? found : null;
  }

  return {
    keep: (ref, snapshot) => put(refKey(ref), ref, { snapshot }),
    async snapshot(ref) {
      return readRow(SnapshotSchema, (await row(refKey(ref), ref))?.snapshot);
    },
    keepReview: (ref, { options, mapping }) =>
      put(options.perRecord ? refKey(ref) : accountKey(ref.crm, ref.account), ref, {
        review: { format: FORMAT, options, mapping },
      }),
    async review(ref) {
      const own = (await row(refKey(ref), ref))?.review;
      const found = readRow(KeptReviewRow, own ?? (await row(accountKey(ref.crm, ref.account), ref))?.review);
      return found?.format === FORMAT ? found : null;
    },
  };
}
