// The extension's own database: what is too secret, too large or too dear for settings. Read by the background only.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { ProblemError } from './problem';
import type { Draft } from './qualification/draft';
import type { StageMapping } from './qualification/mapping';
import type { Person } from './qualification/record';
import type { Submission } from './qualification/submission';

/** A connection with its key. It never leaves the background: pages get messages.ts's Connection instead. */
export type StoredConnection = {
  crm: string;
  account: string;
  accountName: string;
  key: string;
  person: Person;
  connectedAt: string;
  missing: { scope: string; need: 'must' | 'should'; purpose: string }[];
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
}

/** One number more for each step in `steps`. Steps are never edited once they have been released. */
const steps: ((db: IDBPDatabase<Schema>) => void)[] = [
  (db) => {
    db.createObjectStore('connections');
    db.createObjectStore('drafts');
    db.createObjectStore('submissions').createIndex('record', 'record');
    db.createObjectStore('mappings');
    db.createObjectStore('cache').createIndex('account', 'account');
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
      upgrade(db, oldVersion) {
        for (const step of steps.slice(oldVersion)) step(db);
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
