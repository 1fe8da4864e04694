// Submissions as rows of the database: kept before their first write, and after every step.
import type { Database, StoredSubmission } from '@/lib/database';
import { type RecordRef, refKey } from '@/lib/qualification/record';
import type { Submission } from '@/lib/qualification/submission';

export type SubmissionStore = {
  get(id: string): Promise<Submission | null>;
  /** Keeps a new submission; false, and nothing changed, where its id is there already. */
  add(submission: Submission): Promise<boolean>;
  put(submission: Submission): Promise<void>;
  /** The newest submission of a record, whatever its state. */
  newest(ref: RecordRef): Promise<Submission | null>;
  all(): Promise<Submission[]>;
  /** Drops the record's draft, unless the rep has gone on working on it since the submission was sent. */
  dropDraft(submission: Submission): Promise<void>;
  /** Forgets finished submissions that ended before this time (ISO). */
  prune(before: string): Promise<void>;
};

export function createSubmissionStore(database: Database): SubmissionStore {
  return {
    get: (id) => database(async (db) => (await db.get('submissions', id))?.submission ?? null),
    add: (submission) =>
      database(async (db) => {
        const record = refKey(submission.ref);
        const work = db.transaction(['submissions', 'drafts'], 'readwrite', { durability: 'strict' });
        const rows = work.objectStore('submissions');
        const known = await rows.getKey(submission.id);
        if (known === undefined) {
          const draft = await work.objectStore('drafts').get(record);
          await rows.put({ record, draftAt: draft?.updatedAt ?? null, submission }, submission.id);
        }
        await work.done;
        return known === undefined;
      }),
    put: (submission) =>
      database(async (db) => {
        const work = db.transaction('submissions', 'readwrite', { durability: 'strict' });
        const row = await work.store.get(submission.id);
        const record = refKey(submission.ref);
        await work.store.put({ record, draftAt: row?.draftAt ?? null, submission }, submission.id);
        await work.done;
      }),
    newest: (ref) =>
      database(async (db) => newestOf(await db.getAllFromIndex('submissions', 'record', refKey(ref)))),
    all: () => database(async (db) => (await db.getAll('submissions')).map((row) => row.submission)),
    dropDraft: (submission) =>
      database(async (db) => {
        const work = db.transaction(['submissions', 'drafts'], 'readwrite');
        const sent = (await work.objectStore('submissions').get(submission.id))?.draftAt ?? null;
        const record = refKey(submission.ref);
        const draft = await work.objectStore('drafts').get(record);
        if (draft && sent !== null && draft.updatedAt <= sent)
          await work.objectStore('drafts').delete(record);
        await work.done;
      }),
    prune: (before) =>
      database(async (db) => {
        const work = db.transaction('submissions', 'readwrite');
        for await (const row of work.store) {
          const { finishedAt } = row.value.submission;
          if (finishedAt !== null && finishedAt < before) await row.delete();
        }
        await work.done;
      }),
  };
}

function newestOf(rows: StoredSubmission[]): Submission | null {
  const sorted = rows.map((row) => row.submission).sort((a, b) => (a.at < b.at ? 1 : -1));
  return sorted[0] ?? null;
}
