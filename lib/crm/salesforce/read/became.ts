// What has become of the records that tasks name, asked for together: they are merged, and leads become contacts.
import { report } from '@/lib/diagnostics/report';
import type { NotedOf } from '@/lib/qualification/record-line/record-line';
import type { Place } from '@/lib/qualification/record-line/vouched';
import { own } from '@/lib/util/object';
import type { CompositePart } from '../client/composite';
import type { OrgRecord } from '../client/shapes';
import { queryAllUrl, text } from '../client/soql';
import { flag, textOf } from '../client/values';
import { longId } from '../page/ids';
import { objectOf, SALESFORCE } from '../page/locate';
import type { Org } from '../setup/org';
import { recordsOf } from './read-around';

type Named = Pick<NotedOf, 'object' | 'id'>;

/** A record that a line names, and whether one is what it should be by now. */
export type Ask = { named: NotedOf; isThis: (one: Named) => boolean };

/** What tells what has become of a person's record: kept with deleted ones too, which only queryAll sees. */
const FIELDS: Readonly<Record<string, string>> = {
  Lead: 'Id, IsDeleted, MasterRecordId, IsConverted, ConvertedContactId, ConvertedOpportunityId',
  Contact: 'Id, IsDeleted, MasterRecordId',
};

/** The key of a record; '' for none that can be followed. An id that is none of its object's may spoil a whole query. */
function keyOf({ object, id }: Named): string {
  const long = longId(id);
  return long !== '' && own(FIELDS, object) !== undefined && objectOf(long) === object
    ? `${object} ${long}`
    : '';
}

function callsFor(all: readonly Named[]): CompositePart[] {
  return Object.entries(FIELDS).flatMap(([object, fields]) => {
    const ids = new Set(all.filter((one) => one.object === object).map(({ id }) => text(longId(id))));
    const soql = `SELECT ${fields} FROM ${object} WHERE Id IN (${[...ids].join(', ')})`;
    return ids.size === 0 ? [] : [{ id: object, method: 'GET', url: queryAllUrl(soql) }];
  });
}

/** A look at records by their keys: null where there is none; undefined where Salesforce refuses. */
async function lookUp(
  org: Org,
  all: readonly Named[],
): Promise<(key: string) => OrgRecord | null | undefined> {
  const calls = callsFor(all);
  const { bodies, failed } = await org.client.composite(calls, false);
  if (failed) report(failed, 'salesforce.became');
  const found = new Map(
    calls.flatMap(({ id: object }) =>
      recordsOf(bodies.get(object)).map((one) => [keyOf({ object, id: textOf(one, 'Id') }), one] as const),
    ),
  );
  return (key) => found.get(key) ?? (bodies.has(key.split(' ')[0] ?? '') ? null : undefined);
}

/** What a record was merged or converted into; an empty id where it was not. */
const nextOf = ({ object }: Named, record: OrgRecord): readonly [Named, ...Named[]] =>
  flag(record, 'IsDeleted')
    ? [{ object, id: textOf(record, 'MasterRecordId') }]
    : [
        { object: 'Contact', id: textOf(record, 'ConvertedContactId') },
        { object: 'Opportunity', id: textOf(record, 'ConvertedOpportunityId') },
      ];

/**
 * Where each ask has come to, in one call for each of `hops`: merged, or converted, is one. What was merged away lies in
 * the recycle bin for a while, naming the one that was kept; after that nothing is known of it, and then it is not sure.
 * Never rejects: unsaid.
 */
export async function placesOf(org: Org, asks: readonly Ask[], hops: number): Promise<(ask: Ask) => Place> {
  const places = new Map<Ask, Place>();
  let open = asks.map((ask): { ask: Ask; at: Named } => ({ ask, at: ask.named }));
  const end = (ask: Ask, place: Place): [] => {
    places.set(ask, place);
    return [];
  };
  try {
    for (let hop = 0; hop < hops; hop += 1) {
      open = open.flatMap((one) =>
        one.ask.named.crm === SALESFORCE && keyOf(one.at) !== '' ? [one] : end(one.ask, 'elsewhere'),
      );
      if (open.length === 0) break;
      const recordAt = await lookUp(
        org,
        open.map(({ at }) => at),
      );
      open = open.flatMap(({ ask, at }) => {
        const record = recordAt(keyOf(at));
        if (!record) return end(ask, record === null ? 'unsure' : 'unsaid');
        const next = nextOf(at, record);
        return next.some(ask.isThis) ? end(ask, 'here') : [{ ask, at: next[0] }];
      });
    }
  } catch (error) {
    report(error, 'salesforce.became');
  }
  return (ask) => places.get(ask) ?? 'unsaid';
}
