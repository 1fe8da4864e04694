// What the last read told of a record and a later call needs, so that it isn't asked for twice.

import * as v from 'valibot';
import type { Keep } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import type { OrgRecord } from '../client/shapes';
import { textOf } from '../client/values';

const SeenSchema = v.object({
  at: v.number(),
  /** When it was last changed; '' where that isn't told. */
  changedAt: v.string(),
  /** The account behind it; '' for none. */
  account: v.string(),
  /** '' where the object has no record types. */
  recordType: v.string(),
});
export type Seen = v.InferOutput<typeof SeenSchema>;

/** A call and what is written after it; older than this, the record is asked again. */
const SEEN_MS = 2 * 60 * 60_000;
const MOST = 100;

/** Nothing here decides what is overwritten: the write itself compares, in the org. */
export function createSeen(now: () => Date, keep?: Keep) {
  const seen = new Map<string, Seen>();

  async function put(id: string, one: Seen): Promise<void> {
    if (seen.size >= MOST) seen.clear();
    seen.set(id, one);
    await keep?.set(`seen ${id}`, one).catch(reported('salesforce.seen', undefined));
  }

  async function get(id: string): Promise<Seen | null> {
    const known =
      seen.get(id) ??
      v.safeParse(SeenSchema, await keep?.get(`seen ${id}`).catch(reported('salesforce.seen', null)));
    const one = 'success' in known ? (known.success ? known.output : null) : known;
    return one && now().getTime() - one.at < SEEN_MS ? one : null;
  }

  return {
    get,
    /** After a whole read of the record. */
    read: (id: string, record: OrgRecord) =>
      put(id, {
        at: now().getTime(),
        changedAt: textOf(record, 'LastModifiedDate'),
        account: textOf(record, 'AccountId'),
        recordType: textOf(record, 'RecordTypeId'),
      }),
    /** After a write of ours: its own change is nobody else's. */
    async written(id: string, changedAt: string): Promise<void> {
      const one = await get(id);
      if (one && changedAt !== '') await put(id, { ...one, changedAt });
    },
    forget: () => seen.clear(),
  };
}
