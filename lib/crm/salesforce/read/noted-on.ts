// Whether a task of ours is of the record that was read: anyone can move it, and leads become contacts.

import type { Look } from '@/lib/crm/shared/placed';
import type { NotedOf } from '@/lib/qualification/record-line/record-line';
import type { RecordRef } from '@/lib/record/record';
import { longId } from '../page/ids';
import { SALESFORCE } from '../page/locate';
import type { Org } from '../setup/org';
import { placesOf } from './became';

/** Merged and converted and merged again: more often than anyone does. */
const MOST_HOPS = 5;

/** Whether a record is one of these, by ids of either length. */
export const among =
  (refs: readonly RecordRef[]) =>
  ({ object, id }: Pick<NotedOf, 'object' | 'id'>): boolean =>
    longId(id) !== '' && refs.some((ref) => ref.object === object && longId(ref.id) === longId(id));

/** `refs`: the record that was read, and its person. */
export function notedOn(org: Org, refs: readonly RecordRef[]): Look {
  const isThis = among(refs);
  return {
    isHere: (named) => named.crm === SALESFORCE && isThis(named),
    became: async (named) => {
      const ask = { named, isThis };
      return (await placesOf(org, [ask], MOST_HOPS))(ask);
    },
  };
}
