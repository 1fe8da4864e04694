// The extension's own database: what is too secret, too large or too dear for settings. Read by the background only.
import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type * as v from 'valibot';
import { report } from '@/lib/diagnostics/report';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { StageMapping } from '@/lib/record/mapping';
import type { Snapshot } from '@/lib/record/snapshot';
import type { BelongingRow, ConnectionRow, KeptReviewRow, PendingRow, Sealed } from './rows';

/** What opens an account. A session's own key is never kept: it is looked up among the cookies when it is used. */
export type StoredCredential = StoredConnection['credential'];
export type StoredConnection = v.InferOutput<typeof ConnectionRow>;
export type StoredPending = v.InferOutput<typeof PendingRow>;
export type StoredBelonging = v.InferOutput<typeof BelongingRow>;
export type KeptReview = v.InferOutput<typeof KeptReviewRow>;

/**
 * `record` is the submission's refKey. `seq`: when it came, as a number that only grows. `open` is there until it is over,
 * then `ended` (ISO) is.
 */
export type StoredSubmission = {
  record: string;
  seq: number;
  open?: 1;
  ended?: string;
  /** As another version of ours may have kept it: to be parsed. */
  submission: Submission;
};

/** The last whole read of a record, or what the reviews of an account offer: for when its CRM can't be reached. */
export type StoredSnapshot = {
  /** crm/account. */
  account: string;
  /** The connection's person when it was kept: nobody else is shown it. */
  person: string;
  at: string;
  /** As another version of ours may have kept it: to be parsed. */
  snapshot: Snapshot | null;
  review: KeptReview | null;
};

/** As they were put there. Another version, or a damaged disk, may have left anything: readRow of rows.ts reads them. */
export interface Schema extends DBSchema {
  /** Key: crm/account. The credential is wrapped by connections/seal.ts, in rows of before it stands plain. */
  connections: { key: string; value: Wrapped<StoredConnection> | StoredConnection };
  /** Key: refKey. */
  drafts: { key: string; value: Draft };
  /** Key: the submission's id. */
  submissions: {
    key: string;
    value: StoredSubmission;
    indexes: { record: string; open: number; ended: string };
  };
  /** Key: crm/account. */
  mappings: { key: string; value: StageMapping };
  /** Can be read again from the CRM, and goes with its account. Key: refKey; `account` is crm/account. */
  cache: { key: string; value: StoredBelonging; indexes: { account: string } };
  /** Key: an id of our own. */
  pending: { key: string; value: Wrapped<StoredPending> | StoredPending };
  /** Can be read again from the CRM, and goes with its account. Key: refKey, or crm/account. */
  snapshots: { key: string; value: StoredSnapshot; indexes: { account: string; at: string } };
  /** What credentials are wrapped with. It can be used, and not read. */
  vault: { key: string; value: CryptoKey };
}

/** A row whose credential is wrapped. */
type Wrapped<Row extends { credential: unknown }> = Omit<Row, 'credential'> & { credential: Sealed };

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** One number more for each step in `steps`. Steps are never edited once they have been released. */
const steps: ((db: IDBPDatabase<Schema>, work: Upgrade) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore('connections');
    db.createObjectStore('drafts');
    db.createObjectStore('submissions').createIndex('record', 'record');
    db.createObjectStore('mappings');
    db.createObjectStore('cache').createIndex('account', 'account');
  },
  /** Keys were all there was: a row becomes one that says so. */
  async (db, work) => {
    db.createObjectStore('pending');
    for await (const row of work.objectStore('connections')) {
      const old: (Omit<Schema['connections']['value'], 'credential'> & { key?: unknown }) | null = row.value;
      if (typeof old?.key !== 'string') continue;
      const { key, ...kept } = old;
      await row.update({
        ...kept,
        credential: { way: 'key', key },
        signedOut: false,
        user: null,
        pending: null,
      });
    }
  },
  /** Submissions are found by being unfinished, and keep the order in which they came. */
  async (_, work) => {
    const store = work.objectStore('submissions');
    store.createIndex('open', 'open');
    store.createIndex('ended', 'ended');
    // One that is damaged stays as it is, and in nobody's way.
    const old = await Promise.all([store.getAllKeys(), store.getAll()]).then(([keys, rows]) =>
      rows.map((row, at) => ({ key: keys[at] ?? '', row })).filter(({ row }) => row?.submission?.at),
    );
    old.sort((a, b) => (a.row.submission.at < b.row.submission.at ? -1 : 1));
    for (const [seq, { key, row }] of old.entries()) {
      const { state, finishedAt } = row.submission;
      const over = state === 'written' || state === 'withdrawn';
      await store.put({ ...row, seq, ...(over ? { ended: finishedAt ?? '' } : { open: 1 as const }) }, key);
    }
  },
  /** Who signed in was not kept: it is asked for at the next write. */
  async (_, work) => {
    for await (const row of work.objectStore('connections')) await row.update({ ...row.value, user: null });
  },
  (db) => {
    const store = db.createObjectStore('snapshots');
    store.createIndex('account', 'account');
    store.createIndex('at', 'at');
  },
  /** What was confirmed was told by the draft's time; now by its revision, which is 0 for every draft until it changes. */
  async (_, work) => {
    const drafts = work.objectStore('drafts');
    for await (const row of work.objectStore('submissions')) {
      const old: (StoredSubmission & { draftAt?: unknown }) | null = row.value;
      // One that is damaged stays as it is.
      if (typeof old?.submission !== 'object' || typeof old.record !== 'string') continue;
      const { draftAt, ...kept } = old;
      const draft = typeof draftAt === 'string' ? await drafts.get(kept.record) : null;
      const same = draft?.updatedAt === draftAt;
      if (draft && same) await row.update({ ...kept, submission: { ...kept.submission, draft: 0 } });
    }
  },
  (db) => {
    db.createObjectStore('vault');
  },
];

/** Runs one piece of work on the open database; rejects with ProblemError 'storage' where the browser won't. */
export type Database = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>;

const DATABASE = 'stagecheck';

/** Deletes all of it. A worker that has it open lets go by itself, and makes an empty one when it next needs it. */
export const dropDatabase = (): Promise<void> => deleteDB(DATABASE);

/** Opens lazily, and again after the browser has closed it. */
export function createDatabase(name = DATABASE): Database {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    opening = null;
  };
  return async (work) => {
    try {
      opening ??= open(name, forget);
      return await work(await opening);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      forget();
      throw new ProblemError(
        {
          kind: 'storage',
          message: `The browser could not use Stagecheck's own storage: ${error instanceof Error ? error.message : String(error)}`,
          store: whatOf(error),
        },
        { cause: error },
      );
    }
  };
}

/** An older page of ours has the database open, and does not let go. */
class Held extends Error {}

/** What is the matter with the storage, by the browser's own names for it. */
function whatOf(error: unknown): NonNullable<Problem['store']> {
  if (error instanceof Held) return 'held';
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'broken';
}

function open(name: string, forget: () => void): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, steps.length, {
      async upgrade(db, oldVersion, _newVersion, work) {
        try {
          for (const step of steps.slice(oldVersion)) await step(db, work);
        } catch (error) {
          // All or nothing: the database stays as it was, and opening it says why.
          report(error, 'database.update');
          work.abort();
        }
      },
      // An older page of ours holds the database: it lets go below, unless it hangs.
      blocked: () => reject(new Held('another window of Stagecheck still holds it; close that window')),
      blocking: (_current, _blocked, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).then(resolve, reject);
  });
}
