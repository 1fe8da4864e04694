// Looks through records by their ids, for one that may have been made before: what HubSpot leaves out is not absent.
import { report, reported } from '@/lib/diagnostics/report';
import { isProblem, problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import type { Portal } from '../setup/portal';

/** HubSpot reads so many at a time, and fewer with their earlier values. */
const PAGE = 100;
const HISTORY_PAGE = 50;
/** So many that a batch leaves out are asked for one by one. */
const MOST_ALONE = 10;

type Asked = {
  object: string;
  properties: string[];
  property: string;
  isIt: (one: HubSpotObject) => boolean;
};

/** Those of the newest that `isIt` takes, as they are. */
export async function amongNewest(
  portal: Portal,
  ids: readonly string[],
  { object, properties, isIt }: Asked,
): Promise<HubSpotObject[]> {
  const found = await portal.client.batchRead(object, ids.slice(0, PAGE), properties);
  return found.filter(isIt);
}

/**
 * The first of all that `isIt` takes, with those of the same page, and with what `property` was before; [] where it is
 * none of them. Absent is only what HubSpot names as gone, or answers so when it is asked for alone. Rejects with crm-down
 * where that can't be known.
 */
export async function amongAll(
  portal: Portal,
  ids: readonly string[],
  { object, properties, property, isIt }: Asked,
): Promise<HubSpotObject[]> {
  const { client } = portal;
  /** Where HubSpot tells nothing of what texts were, what they are has to do. */
  const withHistory = <T>(read: (history: string[]) => Promise<T>): Promise<T> =>
    read([property]).catch((error: unknown) => {
      if (!isProblem(error, 'invalid')) throw error;
      report(error, 'hubspot.look-through');
      return read([]);
    });
  const left: string[] = [];
  for (let at = 0; at < ids.length; at += HISTORY_PAGE) {
    const page = ids.slice(at, at + HISTORY_PAGE);
    const batch = await withHistory((history) => client.batch(object, page, properties, history));
    const found = batch.results.filter(isIt);
    if (found.length > 0) return found;
    left.push(...batch.left);
  }
  for (const id of left.slice(0, MOST_ALONE)) {
    const one = await withHistory((history) => client.get(object, id, properties, undefined, history)).catch(
      (error: unknown) => {
        if (!isProblem(error, 'gone')) throw error;
        return null;
      },
    );
    if (one && isIt(one)) return [one];
  }
  if (left.length <= MOST_ALONE) return [];
  throw problem(
    'crm-down',
    `HubSpot left out ${left.length} of the ${object} that it names, without a word.`,
  );
}

/**
 * The ids that HubSpot's other way to ask for associations names, beside those that are known: the contact comes without
 * any also where it has none. The two together are wrong only where both are.
 */
export async function othersOf(
  portal: Portal,
  contact: string,
  object: string,
  known: readonly string[],
): Promise<string[]> {
  const { ids } = await portal.client
    .associated('contacts', contact, object, null)
    .catch(reported('hubspot.look-through', { ids: [] }));
  return ids.filter((id) => !known.includes(id));
}
