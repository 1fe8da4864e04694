// Whether a task of ours is of the record that was read: anyone can move it, and leads become contacts.
import { report } from '../../diagnostics/report';
import { own } from '../../qualification/own';
import type { RecordRef } from '../../qualification/record';
import type { NotedOf } from '../../qualification/record-line';
import type { Place } from '../../qualification/vouched';
import type { Look } from '../placed';
import { longId } from './ids';
import { SALESFORCE } from './locate';
import type { Org } from './org';
import type { OrgRecord } from './shapes';
import { text } from './soql';
import { flag, textOf } from './values';

export type Named = Pick<NotedOf, 'object' | 'id'>;

/** Merged and converted and merged again: more often than anyone does. */
const MOST_HOPS = 5;

/** What tells what has become of a person's record: kept with deleted ones too, which only queryAll sees. */
const FATE: Readonly<Record<string, string>> = {
  Lead: 'Id, IsDeleted, MasterRecordId, IsConverted, ConvertedContactId, ConvertedOpportunityId',
  Contact: 'Id, IsDeleted, MasterRecordId',
};

/** The fields that tell it of an object's records; undefined where none do. */
export const fateFields = (object: string): string | undefined => own(FATE, object);

/** What a record with these fields was merged or converted into; an empty id where it was not. */
export const fateOf = (object: string, record: OrgRecord): readonly [Named, ...Named[]] =>
  flag(record, 'IsDeleted')
    ? [{ object, id: textOf(record, 'MasterRecordId') }]
    : [
        { object: 'Contact', id: textOf(record, 'ConvertedContactId') },
        { object: 'Opportunity', id: textOf(record, 'ConvertedOpportunityId') },
      ];

/**
 * `refs`: the record that was read, and its person. What was merged away lies in the recycle bin for a while, naming the
 * one that was kept; after that nothing is known of it, and then it is not sure.
 */
export function notedOn(org: Org, refs: readonly RecordRef[]): Look {
  const isThis = (one: Named) =>
    longId(one.id) !== '' &&
    refs.some((ref) => ref.object === one.object && longId(ref.id) === longId(one.id));

  async function follow(first: Named): Promise<Place> {
    let at = first;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const fields = fateFields(at.object);
      if (fields === undefined || longId(at.id) === '') return 'elsewhere';
      const { records } = await org.client.queryAll(
        `SELECT ${fields} FROM ${at.object} WHERE Id = ${text(at.id)} LIMIT 1`,
      );
      const record = records[0];
      if (!record) return 'unsure';
      const next = fateOf(at.object, record);
      if (next.some(isThis)) return 'here';
      const [on] = next;
      if (on.id === '') return 'elsewhere';
      at = on;
    }
    return 'unsaid';
  }

  return {
    isHere: (named) => named.crm === SALESFORCE && isThis(named),
    became: async (named) => {
      if (named.crm !== SALESFORCE) return 'elsewhere';
      try {
        return await follow(named);
      } catch (error) {
        report(error, 'salesforce.noted-on');
        return 'unsaid';
      }
    },
  };
}
