// Unfinished qualifications, kept on this machine until they are written or thrown away.
import type { Database } from '@/lib/database';
import type { Draft } from '@/lib/qualification/draft';
import { type RecordRef, refKey } from '@/lib/qualification/record';
import type { Binding } from './binding';

export type Drafts = {
  load(tab: number, ref: RecordRef): Promise<Draft | null>;
  save(tab: number, draft: Draft): Promise<null>;
  drop(tab: number, ref: RecordRef): Promise<null>;
};

export function createDrafts(database: Database, binding: Binding): Drafts {
  /** The last answers before the rep moves on may arrive after the tab has moved: they are kept all the same. */
  async function hereOrBefore(tab: number, ref: RecordRef): Promise<void> {
    if (!binding.wasHere(tab, ref)) await binding.here(tab, ref);
  }

  return {
    async load(tab, ref) {
      await binding.here(tab, ref);
      return database(async (db) => (await db.get('drafts', refKey(ref))) ?? null);
    },
    async save(tab, draft) {
      await hereOrBefore(tab, draft.ref);
      return database(async (db) => {
        await db.put('drafts', draft, refKey(draft.ref));
        return null;
      });
    },
    async drop(tab, ref) {
      await hereOrBefore(tab, ref);
      return database(async (db) => {
        await db.delete('drafts', refKey(ref));
        return null;
      });
    },
  };
}
