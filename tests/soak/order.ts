// Whether what was decided first was written first, record by record.
import { allChanges } from '../../lib/qualification/plan/parts.ts';
import type { RecordRef } from '../../lib/record/record.ts';
import type { Sandbox } from '../sandbox/server.ts';
import type { Entry } from './ledger.ts';
import type { Truth } from './truth.ts';

/** Certain only where one was kept before the other was sent, or both came once from the same page, in this order. */
function before(a: Entry, b: Entry): boolean {
  if (a.keptAt !== null && a.keptAt < b.firstSentAt) return true;
  return a.page === b.page && a.sends === 1 && b.sends === 1 && a.nth < b.nth;
}

function byRecord(entries: readonly Entry[]): Map<string, Entry[]> {
  const records = new Map<string, Entry[]>();
  for (const entry of entries) records.set(entry.record, [...(records.get(entry.record) ?? []), entry]);
  return records;
}

/** Pairs whose evidence was written the wrong way round. */
export function wrongPairs(entries: readonly Entry[], truth: Truth): [Entry, Entry][] {
  const records = byRecord(entries);
  return [...records.values()].flatMap((list) =>
    list.flatMap((a) =>
      list.flatMap((b): [Entry, Entry][] => {
        const [first, second] = [truth.of(a.submission.id).at, truth.of(b.submission.id).at];
        return a !== b && first > 0 && second > 0 && before(a, b) && first > second ? [[a, b]] : [];
      }),
    ),
  );
}

/** The values that a field of the record has had, oldest first; null where the CRM keeps no history of it. */
function valuesOf({ hubspot, salesforce }: Sandbox, { crm, object, id }: RecordRef, name: string) {
  // Both tell the newest first.
  if (crm === 'hubspot') return (hubspot.contact(id).history[name] ?? []).map(({ value }) => value).reverse();
  if (object !== 'Lead' && object !== 'Contact' && object !== 'Opportunity') return null;
  if (name !== 'Status' && name !== 'StageName') return null;
  const rows = salesforce
    .history(object, id)
    .filter(({ values }) => values.Field === name)
    .reverse();
  // It tells changes only: what the field had before them is the first one's old value.
  const first = rows[0] ? rows[0].values.OldValue : salesforce.record(object, id)?.values[name];
  return [first, ...rows.map(({ values }) => values.NewValue)].map((value) => String(value ?? ''));
}

/** Those whose values are not in their record's history after those of the submissions written before them. */
export function wrongValues(entries: readonly Entry[], truth: Truth, sandbox: Sandbox): Entry[] {
  const records = byRecord(entries.filter(({ submission }) => truth.whole(submission)));
  return [...records.values()].flatMap((list) => {
    const ordered = list.toSorted((a, b) => truth.of(a.submission.id).at - truth.of(b.submission.id).at);
    const reached = new Map<string, number>();
    return ordered.filter(({ submission }) =>
      allChanges(submission).some(({ field, to, record }) => {
        if (record || to === '') return false;
        const name = field.split('.').at(-1) ?? field;
        const history = valuesOf(sandbox, submission.ref, name);
        if (history === null) return false;
        const from = reached.get(name) ?? 0;
        const at = history.findIndex((value, index) => index >= from && value === to);
        if (at >= 0) reached.set(name, at);
        return at < 0;
      }),
    );
  });
}
