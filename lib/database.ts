// The extension's own database: what is too secret, too large or too dear for settings. Read by the background only.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Account, Tokens } from './crm/crm';
import { ProblemError } from './problem';
import type { Draft } from './qualification/draft';
import type { StageMapping } from './qualification/mapping';
import type { Person } from './qualification/record';
import type { Submission } from './qualification/submission';

/** What opens an account. A session's own key is never kept: it is looked up among the cookies when it is used. */
export type StoredCredential =
  | { way: 'key'; key: string }
  /** `values`: what was typed before the sign-in, for the next one. */
  | { way: 'oauth'; values: Record<string, string>; tokens: Tokens }
  /** `page`: the address of a page of the account, which says which session is meant. */
  | { way: 'session'; page: string };

/** A connection with its key. It never leaves the background: pages get messages.ts's Connection instead. */
export type StoredConnection = {
  crm: string;
  account: string;
  accountName: string;
  credential: StoredCredential;
  /** The CRM refused it for good: the rep has to sign in again. */
  signedOut: boolean;
  person: Person;
  connectedAt: string;
  missing: Account['missing'];
  /** The id under which the sign-in was kept aside, so that finishing it twice is finishing it once. */
  pending: string | null;
};

/** A sign-in that waits for the rep to say who they are. `account`: null until the CRM has said whose it is. */
export type StoredPending = {
  crm: string;
  credential: Exclude<StoredCredential, { way: 'key' }>;
  account: Account | null;
  at: string;
};

/** `record` is the submission's refKey; `draftAt` the draft's updatedAt when it was sent, null where there was none. */
export type StoredSubmission = { record: string; draftAt: string | null; submission: Submission };

/** Records that the background itself has seen to belong to a record: members of a group, a merge's survivor. */
export type StoredBelonging = { account: string; keys: string[]; at: string };

export interface Schema extends DBSchema {
  /** Key: crm/account. */
  connections: { key: string; value: StoredConnection };
  /** Key: refKey. */
  drafts: { key: string; value: Draft };
  /** Key: the submission's id. */
  submissions: { key: string; value: StoredSubmission; indexes: { record: string } };
  /** Key: crm/account. */
  mappings: { key: string; value: StageMapping };
  /** Can be read again from the CRM, and goes with its account. Key: refKey; `account` is crm/account. */
  cache: { key: string; value: StoredBelonging; indexes: { account: string } };
  /** Key: an id of our own. */
  pending: { key: string; value: StoredPending };
}

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
      const old: Omit<StoredConnection, 'credential'> & { key?: unknown } = row.value;
      const { key, ...kept } = old;
      if (typeof key !== 'string') continue;
      await row.update({ ...kept, credential: { way: 'key', key }, signedOut: false, pending: null });
    }
  },
];

/** Runs one piece of work on the open database; rejects with ProblemError 'storage' where the browser won't. */
export type Database = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>;

/** Opens lazily, and again after the browser has closed it. */
export function createDatabase(name = 'stagecheck'): Database {
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
      throw new ProblemError({
        kind: 'storage',
        message: `The browser could not use Stagecheck's own storage: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  };
}

function open(name: string, forget: () => void): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, steps.length, {
      async upgrade(db, oldVersion, _newVersion, work) {
        try {
          for (const step of steps.slice(oldVersion)) await step(db, work);
        } catch {
          // All or nothing: the database stays as it was, and opening it says why.
          work.abort();
        }
      },
      // An older page of ours holds the database: it lets go below, unless it hangs.
      blocked: () => reject(new Error('another window of Stagecheck still holds it; close that window')),
      blocking: (_current, _blocked, event) => {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).then(resolve, reject);
  });
}

/** The key of an account's rows. */
export function accountKey(crm: string, account: string): string {
  return [crm, account].map(encodeURIComponent).join('/');
}
