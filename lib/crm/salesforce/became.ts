// What has become of the records that a whole list of tasks names, asked for together: a list has a hundred people.
import { report } from '../../diagnostics/report';
import type { NotedOf } from '../../qualification/record-line';
import type { CompositePart } from './composite';
import { longId } from './ids';
import { objectOf, SALESFORCE } from './locate';
import { fateFields, fateOf, type Named } from './noted-on';
import type { Org } from './org';
import { recordsOf } from './read-around';
import type { OrgRecord } from './shapes';
import { queryAllUrl, text } from './soql';
import { textOf } from './values';

/** A record that a line names, and the contact that it may be by now (its long id). */
export type Ask = { named: NotedOf; contact: string };

/** A lead that became a contact, which was merged. What has gone a longer way is told where the person is opened. */
const MOST_HOPS = 2;
/** Others' tasks may name any number of records; beyond this they are not asked for. */
const MOST_ASKS = 100;

const keyOf = ({ object, id }: Named): string => `${object} ${longId(id)}`;

/** Where an id is none of its object's, Salesforce may refuse the whole query, and so all the others in it. */
const canBe = ({ object, id }: Named): boolean => longId(id) !== '' && objectOf(longId(id)) === object;

function callsFor(all: readonly Named[]): CompositePart[] {
  return ['Lead', 'Contact'].flatMap((object) => {
    const ids = new Set(all.filter((one) => one.object === object).map(({ id }) => longId(id)));
    const fields = fateFields(object);
    if (ids.size === 0 || fields === undefined) return [];
    const list = [...ids].map(text).join(', ');
    return [
      {
        id: object,
        method: 'GET',
        url: queryAllUrl(`SELECT ${fields} FROM ${object} WHERE Id IN (${list})`),
      },
    ];
  });
}

/** The records as they are, deleted ones too, by key. What is refused is not in it. */
async function lookUp(org: Org, all: readonly Named[]): Promise<ReadonlyMap<string, OrgRecord>> {
  const calls = callsFor(all);
  if (calls.length === 0) return new Map();
  const { bodies, failed } = await org.client.composite(calls, false);
  if (failed) report(failed, 'salesforce.became');
  return new Map(
    calls.flatMap(({ id: object }) =>
      recordsOf(bodies.get(object)).map((record) => [keyOf({ object, id: textOf(record, 'Id') }), record]),
    ),
  );
}

/**
 * The asks whose record was merged or converted into their contact, as Salesforce says. In two calls at most, for all of
 * them, and in none without asks. Never rejects: where Salesforce doesn't say, it is not sure.
 */
export async function becameThem(org: Org, asks: readonly Ask[]): Promise<ReadonlySet<Ask>> {
  const sure = new Set<Ask>();
  let open: { ask: Ask; at: Named }[] = asks
    .filter(({ named }) => named.crm === SALESFORCE && canBe(named))
    .slice(0, MOST_ASKS)
    .map((ask) => ({ ask, at: ask.named }));
  try {
    for (let hop = 0; hop < MOST_HOPS && open.length > 0; hop += 1) {
      const found = await lookUp(
        org,
        open.map(({ at }) => at),
      );
      open = open.flatMap(({ ask, at }) => {
        const record = found.get(keyOf(at));
        if (!record) return [];
        const next = fateOf(at.object, record);
        const arrived = next.some(({ object, id }) => object === 'Contact' && longId(id) === ask.contact);
        if (arrived) sure.add(ask);
        return arrived || !canBe(next[0]) ? [] : [{ ask, at: next[0] }];
      });
    }
  } catch (error) {
    report(error, 'salesforce.became');
  }
  return sure;
}
