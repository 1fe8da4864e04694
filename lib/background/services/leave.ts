// What stays of an account on this computer once it is disconnected: told beforehand, and removed where the rep chose so.

import type { Connections } from '@/lib/background/connections/connections';
import type { Outbox } from '@/lib/background/outbox/outbox';
import type { Database } from '@/lib/background/storage/database';
import type { Answers } from '@/lib/protocol/messages';
import type { Submission } from '@/lib/qualification/plan/submission';
import { accountKey } from '@/lib/record/account-key';
import { refKey } from '@/lib/record/record';
import type { Erasures } from './erasures';

/** over: the unfinished answers, and the decisions that are over. all: also those that are still to be written. */
export type Also = 'over' | 'all';

export type Leave = {
  left(crm: string, account: string): Promise<Answers['connections.left']>;
  /** Disconnects, then removes. Rejects with ProblemError, still connected, where a decision is just being written. */
  remove(crm: string, account: string, also: Also | null): Promise<Answers['connections.remove']>;
};

type Needs = {
  database: Database;
  erasures: Pick<Erasures, 'erase'>;
  connections: Pick<Connections, 'remove'>;
  outbox: Pick<Outbox, 'unfinished' | 'withdraw' | 'view' | 'pause' | 'strip'>;
  /** Takes out of the storage area's files what was deleted in it: names of decisions that waited stood there. */
  rewrite: () => Promise<void>;
  /** Told when rows are gone, so that open lists learn of it. */
  changed: () => void;
};

export function createLeave({ database, erasures, connections, outbox, rewrite, changed }: Needs): Leave {
  /** By their keys, so that rows which this version can't read count too. */
  async function kept(crm: string, account: string) {
    const under = `${accountKey(crm, account)}/`;
    // Asked first: what waits is known once the outbox has read its rows.
    const { unreadable } = await outbox.view();
    const waiting = outbox.unfinished().filter(({ ref }) => refKey(ref).startsWith(under));
    const strange = unreadable.filter(({ record }) => record.startsWith(under));
    const range = IDBKeyRange.bound(under, `${under}\uffff`);
    return database(async (db) => {
      const work = db.transaction(['drafts', 'submissions']);
      const submissions = work.objectStore('submissions');
      const [drafts, all, open] = await Promise.all([
        work.objectStore('drafts').getAllKeys(range),
        submissions.index('record').getAllKeys(range),
        submissions.index('open').getAllKeys(),
      ]);
      // The answers behind a decision that is still to be written are there for the rep who changes it: they stay with it.
      const needed = new Set([
        ...waiting.map(({ ref }) => refKey(ref)),
        ...strange.map(({ record }) => record),
      ]);
      return {
        drafts: drafts.filter((key) => !needed.has(key)),
        // What was taken back, and may arrive yet, is among the open ones: the order of the next goes by it.
        over: all.filter((id) => !open.includes(id)),
        waiting: waiting.map(({ id }) => id),
        strange: strange.map(({ id }) => id),
      };
    });
  }

  async function forget(crm: string, account: string, also: Also, tell: () => Promise<void>): Promise<void> {
    // Those that were taken back and may arrive yet keep their place, and nothing else.
    await outbox.strip(({ ref }) => ref.crm === crm && ref.account === account);
    const { drafts, over, strange } = await kept(crm, account);
    await database(async (db) => {
      const work = db.transaction(['drafts', 'submissions'], 'readwrite');
      for (const key of drafts) void work.objectStore('drafts').delete(key);
      for (const id of also === 'all' ? [...over, ...strange] : over)
        void work.objectStore('submissions').delete(id);
      await work.done;
    });
    await tell();
    await rewrite();
    changed();
  }

  async function removeToo(crm: string, account: string, also: Also, tell: () => Promise<void>) {
    const isOf = ({ ref }: Submission) => also === 'all' && ref.crm === crm && ref.account === account;
    // While it is connected still: nothing of it may go out in between, and a refusal leaves it as it was.
    const resume = await outbox.pause(isOf);
    try {
      if (also === 'all')
        for (const id of (await kept(crm, account)).waiting) await outbox.withdraw(null, id);
      const done = await connections.remove(crm, account);
      await forget(crm, account, also, tell);
      return done;
    } finally {
      resume();
    }
  }

  return {
    async left(crm, account) {
      const { drafts, over, waiting, strange } = await kept(crm, account);
      return { drafts: drafts.length, over: over.length, unsent: waiting.length + strange.length };
    },
    async remove(crm, account, also) {
      if (also === null) return connections.remove(crm, account);
      return erasures.erase({ crm, account, also }, (tell) => removeToo(crm, account, also, tell));
    },
  };
}
