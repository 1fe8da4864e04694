// What two writes have in common: the parts that one makes and the other makes too, the fields that both set. Pure.
import { changesOf, partsOf } from '@/lib/qualification/plan/parts';
import type { FieldChange, Write } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';

/** One note, one deal, one task, one form is made by a submission, and the fields of a record are set once. */
export function alike(a: Write, b: Write): boolean {
  const kinds = partsOf(a).map(partKey);
  return partsOf(b).some((part) => kinds.includes(partKey(part)));
}

function partKey(part: ReturnType<typeof partsOf>[number]): string {
  return part.kind === 'fields' ? `fields ${recordKey(part.changes[0])}` : part.kind;
}

const recordKey = (change: FieldChange | undefined): string => (change?.record ? refKey(change.record) : '');

const sameField = (a: FieldChange, b: FieldChange): boolean =>
  a.field === b.field && recordKey(a) === recordKey(b);

/** Whether `before` sets a field that `now` leaves as it is. */
export const uncovered = (before: Write, now: Write | null): boolean =>
  changesOf(before).some((one) => !(now ? changesOf(now) : []).some((other) => sameField(one, other)));

/**
 * `write`, starting from what `before` has made of its fields ('to') or has left them at ('from'); null where there is
 * nothing left to set.
 */
export function rebased(write: Write, before: Write, at: 'from' | 'to'): Write | null {
  if (write.kind !== 'fields') return write;
  const changes = write.changes
    .map((change) => {
      const old = changesOf(before).find((one) => sameField(one, change));
      return old ? { ...change, from: old[at], fromText: old[`${at}Text`] } : change;
    })
    .filter(({ from, to }) => from !== to);
  return changes.length === 0 && Object.keys(write.extra).length === 0 ? null : { ...write, changes };
}

/** Whether `now` leaves out, or wants otherwise, what `before` makes: what is made can't be changed. */
export function differs(before: Write, now: Write): boolean {
  const wanted = partsOf(now).map((part) => JSON.stringify(part));
  return madeBy(before).some((part) => !wanted.includes(JSON.stringify(part))) || uncovered(before, now);
}

/** What stands once `now` has come upon what `before` has made: the fields as in `now`, and what else is new in it. */
export function over(before: Write, now: Write): Write {
  if (now.kind !== 'together') return before;
  const made = madeBy(before);
  const kinds = made.map(({ kind }) => kind);
  return { kind: 'together', writes: [...now.writes.filter(({ kind }) => !kinds.includes(kind)), ...made] };
}

const madeBy = (write: Write) => partsOf(write).filter(({ kind }) => kind !== 'fields');
