// The rule that a sidebar works only on its own tab's record, or on a person who belongs to it.
import { accountKey } from '@/lib/account-key';
import type { Database } from '@/lib/database';
import { ProblemError } from '@/lib/problem';
import { type Place, peopleOf, type RecordRef, refKey } from '@/lib/qualification/record';
import { BelongingRow, readRow } from '@/lib/rows';
import type { Shown } from './shown';

/** How long a look at a group's members is trusted. A merge is never undone. */
const TRUSTED_MS = 60 * 60 * 1000;

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
  now?: () => Date;
};

export function createBinding(needs: Needs): Binding {
  const { database, placeOf, readMembers, shown, now = () => new Date() } = needs;

  async function known(to: RecordRef, forMs: number): Promise<readonly string[]> {
    const rows = await database((db) =>
      Promise.all([db.get('cache', refKey(to)), db.get('cache', namedKey(to))]),
    );
    return rows.flatMap((kept) => {
      const row = readRow(BelongingRow, kept);
      return row && now().getTime() - Date.parse(row.at) < forMs ? row.keys : [];
    });
  }

  async function remember(key: string, to: RecordRef, refs: readonly RecordRef[]): Promise<void> {
    const row = {
      account: accountKey(to.crm, to.account),
      keys: refs.filter((ref) => ref.crm === to.crm && ref.account === to.account).map(refKey),
      at: now().toISOString(),
    };
    await database((db) => db.put('cache', row, key));
  }

  const belong = (to: RecordRef, refs: readonly RecordRef[]) => remember(refKey(to), to, refs);

  async function belongs(ref: RecordRef, place: Place | null): Promise<boolean> {
    if (!place || place.role === 'none') return false;
    const key = refKey(ref);
    if (place.role === 'person' && refKey(place.ref) === key) return true;
    if (place.ref.crm !== ref.crm || place.ref.account !== ref.account) return false;
    const alone = peopleOf(place) === null;
    if ((await known(place.ref, alone ? Number.POSITIVE_INFINITY : TRUSTED_MS)).includes(key)) return true;
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
