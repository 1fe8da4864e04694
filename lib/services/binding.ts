// The rule that a sidebar works only on its own tab's record, or on a person who belongs to it.
import { accountKey, type Database } from '@/lib/database';
import { ProblemError } from '@/lib/problem';
import { type Place, type RecordRef, refKey } from '@/lib/qualification/record';

/** How long a look at a group's members is trusted. A merge is never undone. */
const TRUSTED_MS = 60 * 60 * 1000;

export type Binding = {
  /** Rejects with 'not-here' unless the tab shows this record now, or one that it was seen to belong to. */
  here(tab: number, ref: RecordRef): Promise<void>;
  /** The tab's own company, deal or lead; rejects with 'not-here'. */
  group(tab: number, ref: RecordRef): Promise<void>;
  /** Whether the tab has shown the record in this worker's life: enough to keep what the rep typed on it. */
  wasHere(tab: number, ref: RecordRef): boolean;
  /** Remembers that the CRM said these records belong to the one that a tab shows. */
  belong(to: RecordRef, refs: readonly RecordRef[]): Promise<void>;
};

type Needs = {
  database: Database;
  placeOf: (tab: number) => Promise<Place | null>;
  /** Asks the CRM for the members of a group. */
  readMembers: (group: RecordRef) => Promise<readonly RecordRef[]>;
};

export function createBinding({ database, placeOf, readMembers }: Needs): Binding {
  const shown = new Map<number, Set<string>>();

  async function known(to: RecordRef, forMs: number): Promise<readonly string[]> {
    const row = await database((db) => db.get('cache', refKey(to)));
    return row && Date.now() - Date.parse(row.at) < forMs ? row.keys : [];
  }

  async function belong(to: RecordRef, refs: readonly RecordRef[]): Promise<void> {
    const row = {
      account: accountKey(to.crm, to.account),
      keys: refs.filter((ref) => ref.crm === to.crm && ref.account === to.account).map(refKey),
      at: new Date().toISOString(),
    };
    await database((db) => db.put('cache', row, refKey(to)));
  }

  async function belongs(ref: RecordRef, place: Place | null): Promise<boolean> {
    if (!place || place.role === 'none') return false;
    const key = refKey(ref);
    if (place.role === 'person' && refKey(place.ref) === key) return true;
    if (place.ref.crm !== ref.crm || place.ref.account !== ref.account) return false;
    const person = place.role === 'person';
    if ((await known(place.ref, person ? Number.POSITIVE_INFINITY : TRUSTED_MS)).includes(key)) return true;
    if (person) return false;
    const members = await readMembers(place.ref);
    await belong(place.ref, members);
    return members.some((member) => refKey(member) === key);
  }

  return {
    async here(tab, ref) {
      if (!(await belongs(ref, await placeOf(tab)))) throw notHere();
      shown.set(tab, (shown.get(tab) ?? new Set()).add(refKey(ref)));
    },
    async group(tab, ref) {
      const place = await placeOf(tab);
      if (place?.role !== 'group' || refKey(place.ref) !== refKey(ref)) throw notHere();
    },
    wasHere: (tab, ref) => shown.get(tab)?.has(refKey(ref)) ?? false,
    belong,
  };
}

function notHere(): ProblemError {
  return new ProblemError({
    kind: 'not-here',
    message: 'This tab shows another record now. Nothing was read or written for the one before.',
  });
}
