// A record that was merged away lies in the recycle bin and names the one that was kept.
import { reported } from '@/lib/diagnostics/report';
import type { RecordRef } from '@/lib/record/record';
import { isProblem, problem } from '../client/problems';
import { textOf } from '../client/values';
import type { Org } from '../setup/org';

/** Merged again and again: more often than anyone does, and an end for an org that answers in a circle. */
const MOST_HOPS = 5;

/**
 * The id of the record that was kept; null where this one was deleted for other reasons, or the org doesn't say.
 * MasterRecordId is there on leads, contacts and accounts, and only queryAll sees deleted records. Never rejects.
 */
export async function survivorOf(
  org: Pick<Org, 'deleted'>,
  { object, id }: RecordRef,
): Promise<string | null> {
  if (object !== 'Lead' && object !== 'Contact') return null;
  const met = new Set([id]);
  let at = id;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const deleted = await org
      .deleted(object, at, ['MasterRecordId'])
      .catch(reported('salesforce.merged', null));
    const next = deleted ? textOf(deleted, 'MasterRecordId') : '';
    if (next === '') return at === id ? null : at;
    if (met.has(next)) return null;
    met.add(next);
    at = next;
  }
  return null;
}

/** Runs a call about the record; where the record is gone because it was merged, it rejects with that instead. */
export async function unlessMerged<T>(org: Org, ref: RecordRef, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isProblem(error, 'gone')) throw error;
    const survivor = await survivorOf(org, ref);
    if (survivor === null) throw error;
    throw problem('merged', 'The record was merged into another one.', { mergedInto: survivor });
  }
}
