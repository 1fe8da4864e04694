// Submissions as rows of the database: kept before their first write, and after every step.
import * as v from 'valibot';
import type { Database, StoredSubmission } from '@/lib/background/storage/database';
import { readRow } from '@/lib/background/storage/rows';
import type { UnreadableRow } from '@/lib/protocol/queue';
import { DraftSchema } from '@/lib/qualification/answers/draft';
import { type Submission, SubmissionSchema } from '@/lib/qualification/plan/submission';
import { type RecordRef, refKey } from '@/lib/record/record';
import { fenceOf } from './fence';
import { isOver } from './records';

export type OpenRow = { seq: number; submission: Submission };

/** `seq`: the highest place that any of them has, also of those that can't be read; -1 where there is none. */
export type OpenRows = {
  rows: OpenRow[];
  unreadable: UnreadableRow[];
  takenBack: Submission[];
  seq: number;
};

export type SubmissionStore = {
  get(id: string): Promise<Submission | null>;
  /** Keeps a new submission; false, and nothing changed, where its id is there already. */
  add(submission: Submission, seq?: number): Promise<boolean>;
  put(submission: Submission): Promise<void>;
  /** Keeps what has been learnt of one that is over; nothing where its row is gone. */
  update(submission: Submission): Promise<void>;
  /** Keeps its end, and drops the record's draft if it is still the revision that was confirmed. */
  finish(submission: Submission): Promise<void>;
  /** Keeps another one under the same id and in the same place. */
  renew(submission: Submission): Promise<void>;
  /**
   * What is not over, in the order in which it came; rows of other versions, which stay as they are; and what was taken
   * back and has a fence, so that something of it may arrive yet.
   */
  open(): Promise<OpenRows>;
  /** A record's submissions, whatever their state, in the order in which they came. */
  of(ref: RecordRef): Promise<Submission[]>;
  all(): Promise<Submission[]>;
  /** Which of these ids have no row. */
  missing(ids: readonly string[]): Promise<string[]>;
  /** Forgets what is over and ended before this time (ISO), and of the rest of it the oldest over `most`. */
  prune(before: string, most: number): Promise<void>;
};

const strict = { durability: 'strict' } as const;

/** Nothing more is asked of it: the browser need not wait for our next turn to find that out. */
function end(work: { commit(): void; done: Promise<void> }): Promise<void> {
  work.commit();
  return work.done;
}

export function createSubmissionStore(database: Database): SubmissionStore {
  const put = (submission: Submission): Promise<void> =>
    database(async (db) => {
      const work = db.transaction('submissions', 'readwrite', strict);
      const old = await work.store.get(submission.id);
      void work.store.put(rowOf(submission, old?.seq), submission.id);
      await end(work);
    });

  const update = (submission: Submission): Promise<void> =>
    database(async (db) => {
      const work = db.transaction('submissions', 'readwrite', strict);
      const old = await work.store.get(submission.id);
      if (old) void work.store.put(rowOf(submission, old.seq), submission.id);
      await end(work);
    });

  return {
    get: (id) => database(async (db) => readable((await db.get('submissions', id))?.submission)),
    add: (submission, seq = 0) =>
      database(async (db) => {
        const work = db.transaction('submissions', 'readwrite', strict);
        const known = await work.store.getKey(submission.id);
        if (known === undefined) void work.store.put(rowOf(submission, seq), submission.id);
        await end(work);
        return known === undefined;
      }),
    put,
    update,
    renew: put,
    finish: (submission) =>
      database(async (db) => {
        const work = db.transaction(['submissions', 'drafts'], 'readwrite', strict);
        const [rows, drafts] = [work.objectStore('submissions'), work.objectStore('drafts')];
        const record = refKey(submission.ref);
        const [old, kept] = await Promise.all([rows.get(submission.id), drafts.get(record)]);
        void rows.put(rowOf(submission, old?.seq), submission.id);
        const draft = readRow(DraftSchema, kept);
        if (draft && draft.revision === submission.draft) void drafts.delete(record);
        await end(work);
      }),
    open: () =>
      database(async (db) => {
        const work = db.transaction('submissions');
        const index = work.store.index('open');
        const [keys, rows] = await Promise.all([index.getAllKeys(), index.getAll(), work.done]);
        return sorted(rows, keys);
      }),
    of: (ref) =>
      database(async (db) =>
        readables(bySeq(await db.getAllFromIndex('submissions', 'record', refKey(ref)))),
      ),
    all: () => database(async (db) => readables(bySeq(await db.getAll('submissions')))),
    missing: (ids) =>
      database(async (db) => {
        const work = db.transaction('submissions');
        const found = await Promise.all(ids.map((id) => work.store.getKey(id)));
        return ids.filter((_, at) => found[at] === undefined);
      }),
    prune: (before, most) =>
      database(async (db) => {
        const work = db.transaction('submissions', 'readwrite');
        // Oldest first.
        const cursor = work.store.index('ended');
        const [all, old] = await Promise.all([
          cursor.getAllKeys(),
          cursor.count(IDBKeyRange.upperBound(before, true)),
        ]);
        const over = Math.max(old, all.length - most);
        await Promise.all([...all.slice(0, over).map((id) => work.store.delete(id)), work.done]);
      }),
  };
}

function rowOf(submission: Submission, seq = 0): StoredSubmission {
  const over = isOver(submission);
  return {
    record: refKey(submission.ref),
    seq,
    submission,
    ...(over ? { ended: submission.finishedAt ?? submission.at } : {}),
    // What was taken back and may arrive yet is found at each start, whatever the computer's clock says by then.
    ...(!over || (submission.state === 'withdrawn' && fenceOf(submission)) ? { open: 1 } : {}),
  };
}

const readable = (kept: unknown): Submission | null => {
  const parsed = v.safeParse(SubmissionSchema, kept);
  return parsed.success ? parsed.output : null;
};

/** In the order in which they came, whatever a clock said then. */
const bySeq = (rows: readonly (StoredSubmission | null)[]) =>
  [...rows].sort((a, b) => (a?.seq ?? -1) - (b?.seq ?? -1));

const readables = (rows: readonly (StoredSubmission | null)[]) =>
  rows.flatMap((row) => readable(row?.submission) ?? []);

/** What little can be told of a row that another version made. */
const LooseSchema = v.fallback(
  v.object({
    record: v.fallback(v.string(), ''),
    seq: v.fallback(v.number(), -1),
    submission: v.fallback(v.object({ at: v.fallback(v.nullable(v.string()), null) }), { at: null }),
  }),
  { record: '', seq: -1, submission: { at: null } },
);

function sorted(kept: readonly StoredSubmission[], keys: readonly string[]) {
  const rows: OpenRow[] = [];
  const takenBack: Submission[] = [];
  const unreadable: UnreadableRow[] = [];
  let seq = -1;
  for (const [at, row] of kept.entries()) {
    const submission = readable(row.submission);
    const told = v.parse(LooseSchema, row);
    seq = Math.max(seq, told.seq);
    if (submission && isOver(submission)) takenBack.push(submission);
    else if (submission) rows.push({ seq: row.seq, submission });
    else unreadable.push({ id: keys[at] ?? '', record: told.record, at: told.submission.at });
  }
  rows.sort((a, b) => a.seq - b.seq || (a.submission.at < b.submission.at ? -1 : 1));
  return { rows, unreadable, takenBack, seq };
}
