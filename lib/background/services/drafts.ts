// Unfinished qualifications, kept on this machine until they are written or thrown away.
import type { Database } from '@/lib/background/storage/database';
import { readRow } from '@/lib/background/storage/rows';
import { type Draft, DraftSchema } from '@/lib/qualification/answers/draft';
import { type RecordRef, refKey } from '@/lib/record/record';
import type { Binding } from './binding';
import { always, type Still } from './still';

/** One that can't be read is as good as none, and the next answer goes in its place; the rep's list tells of it. */
export type Drafts = {
  load(tab: number, ref: RecordRef): Promise<Draft | null>;
  /** null: saved. Otherwise the stored one, which is no longer the one of `base` (its revision); nothing was changed. */
  save(tab: number, draft: Draft, base: number | null, still?: Still): Promise<Draft | null>;
  /** Deletes this revision of it; one that has been changed since stays. */
  drop(tab: number, ref: RecordRef, revision: number): Promise<null>;
  /** Of every record, for the rep's own list; `unreadable`: how many this version can't read. */
  all(): Promise<{ drafts: Draft[]; unreadable: number }>;
};

type Needs = {
  database: Database;
  binding: Binding;
  /** Told after every change. */
  changed: () => void;
  /** Told of what was saved, for the other windows on the same record. */
  saved: (tab: number, draft: Draft) => void;
};

export function createDrafts({ database, binding, changed, saved }: Needs): Drafts {
  return {
    async load(tab, ref) {
      await binding.here(tab, ref);
      return database(async (db) => readRow(DraftSchema, await db.get('drafts', refKey(ref))));
    },
    async save(tab, draft, base, still = always) {
      // The last answers before the rep moves on may arrive after the tab has moved: they are kept all the same.
      await binding.hereOrBefore(tab, draft.ref);
      const other = await database(async (db) => {
        const work = db.transaction('drafts', 'readwrite');
        const stored = readRow(DraftSchema, await work.store.get(refKey(draft.ref)));
        // Now, and not before: what takes all of it away may have begun since this was asked.
        still(draft.ref, 'answers');
        const changedSince = stored !== null && stored.revision !== base;
        if (!changedSince) await work.store.put(draft, refKey(draft.ref));
        await work.done;
        return changedSince ? stored : null;
      });
      if (other) return other;
      changed();
      saved(tab, draft);
      return null;
    },
    async drop(tab, ref, revision) {
      await binding.hereOrBefore(tab, ref);
      await database(async (db) => {
        const work = db.transaction('drafts', 'readwrite');
        const stored = readRow(DraftSchema, await work.store.get(refKey(ref)));
        if (stored?.revision === revision) await work.store.delete(refKey(ref));
        await work.done;
      });
      changed();
      return null;
    },
    async all() {
      const rows = await database((db) => db.getAll('drafts'));
      const drafts = rows.flatMap((kept) => readRow(DraftSchema, kept) ?? []);
      return { drafts, unreadable: rows.length - drafts.length };
    },
  };
}
