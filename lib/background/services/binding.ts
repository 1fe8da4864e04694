// The rule that a sidebar works only on its own tab's record, or on a person who belongs to it.

import type { Database } from '@/lib/background/storage/database';
import { BelongingRow, readRow } from '@/lib/background/storage/rows';
import { ProblemError } from '@/lib/problem/problem';
import { accountKey } from '@/lib/record/account-key';
import { type Place, peopleOf, type RecordRef, refKey } from '@/lib/record/record';
import type { Shown } from './shown';

/**
 * How long a worker trusts a look at a group's members, and how many workers do, one after the other. Both can't be set:
 * the computer's clock can, and a member who has left would be let in for as long as it was set back. A merge is never
 * undone.
 */
const TRUSTED_MS = 60 * 60 * 1000;
const TRUSTED_LIVES = 20;

export type Binding = {
  /** Rejects with 'not-here' unless the tab shows this record now, or one that it was seen to belong to. */
  here(tab: number, ref: RecordRef): Promise<void>;
  /** The tab's own record where it has a list of people; rejects with 'not-here'. */
  group(tab: number, ref: RecordRef): Promise<void>;
  /** Whether the tab has shown the record in this browser session: enough to keep what the rep typed or decided on it. */
  wasHere(tab: number, ref: RecordRef): Promise<boolean>;
  /** Rejects with 'not-here' unless the tab shows the record, or did: what was done there may arrive after it has moved. */
  hereOrBefore(tab: number, ref: RecordRef): Promise<void>;
  /** Remembers that the CRM said these records belong to the one that a tab shows. */
  belong(to: RecordRef, refs: readonly RecordRef[]): Promise<void>;
  /** The same for the one that the record's own read named, whether or not the list of members has them. */
  alsoBelongs(to: RecordRef, ref: RecordRef): Promise<void>;
};

type Needs = {
  database: Database;
  placeOf: (tab: number) => Promise<Place | null>;
  /** Asks the CRM for the members of a group. */
  readMembers: (group: RecordRef) => Promise<readonly RecordRef[]>;
  shown: Shown;
  /** For people: nothing is decided by it. */
  now?: () => Date;
  /** Milliseconds of this worker's life, which nobody sets. */
  elapsed?: () => number;
};

export function createBinding(needs: Needs): Binding {
  const { database, placeOf, readMembers, shown } = needs;
  const { now = () => new Date(), elapsed = () => performance.now() } = needs;
  /** When this worker first went by a row, by the row's key. */
  const since = new Map<string, number>();

  /** Whom a row lets in. Of a group, a worker counts itself in the row when it first goes by it. */
  async function keysOf(key: string, forGood: boolean): Promise<readonly string[]> {
    const first = since.get(key);
    if (forGood || first !== undefined) {
      const row = readRow(BelongingRow, await database((db) => db.get('cache', key)));
      return row && (forGood || elapsed() - (first ?? 0) < TRUSTED_MS) ? row.keys : [];
    }
    // In one go, so that no newer row that comes between is overwritten.
    return database(async (db) => {
      const work = db.transaction('cache', 'readwrite');
      const row = readRow(BelongingRow, await work.store.get(key));
      const lives = row?.lives ?? TRUSTED_LIVES;
      const trusted = row !== null && lives < TRUSTED_LIVES;
      if (trusted) await work.store.put({ ...row, lives: lives + 1 }, key);
      await work.done;
      if (trusted && !since.has(key)) since.set(key, elapsed());
      return trusted ? row.keys : [];
    });
  }

  async function known(to: RecordRef, forGood: boolean): Promise<readonly string[]> {
    const keys = [refKey(to), namedKey(to)];
    return (await Promise.all(keys.map((key) => keysOf(key, forGood)))).flat();
  }

  async function remember(key: string, to: RecordRef, refs: readonly RecordRef[]): Promise<void> {
    const row = {
      account: accountKey(to.crm, to.account),
      keys: refs.filter((ref) => ref.crm === to.crm && ref.account === to.account).map(refKey),
      at: now().toISOString(),
      lives: 1,
    };
    await database(async (db) => {
      const work = db.transaction(['connections', 'cache'], 'readwrite');
      // It goes with its account, which may have been let go while the CRM was asked.
      const connected = await work.objectStore('connections').getKey(row.account);
      if (connected !== undefined) void work.objectStore('cache').put(row, key);
      await work.done;
    });
    since.set(key, elapsed());
  }

  const belong = (to: RecordRef, refs: readonly RecordRef[]) => remember(refKey(to), to, refs);

  async function belongs(ref: RecordRef, place: Place | null): Promise<boolean> {
    if (!place || place.role === 'none') return false;
    const key = refKey(ref);
    if (place.role === 'person' && refKey(place.ref) === key) return true;
    if (place.ref.crm !== ref.crm || place.ref.account !== ref.account) return false;
    const alone = peopleOf(place) === null;
    if ((await known(place.ref, alone)).includes(key)) return true;
    if (alone) return false;
    const members = await readMembers(place.ref);
    await belong(place.ref, members);
    return members.some((member) => refKey(member) === key);
  }

  async function here(tab: number, ref: RecordRef): Promise<void> {
    if (!(await belongs(ref, await placeOf(tab)))) throw notHere();
    await shown.add(tab, ref);
  }

  return {
    here,
    async hereOrBefore(tab, ref) {
      if (!(await shown.has(tab, ref))) await here(tab, ref);
    },
    async group(tab, ref) {
      const people = peopleOf(await placeOf(tab));
      if (people === null || refKey(people) !== refKey(ref)) throw notHere();
    },
    alsoBelongs: (to, ref) => remember(namedKey(to), to, [ref]),
    wasHere: shown.has,
    belong,
  };
}

/** No part of a refKey holds a space. */
const namedKey = (to: RecordRef): string => `${refKey(to)} named`;

function notHere(): ProblemError {
  return new ProblemError({
    kind: 'not-here',
    message: 'This tab shows another record now. Nothing was read or written for the one before.',
  });
}
