// GET /query?explain=: how the org would go about a query or a list view, without running it.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_performance_feedback.htm
import { parseQuery } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../problem';
import { objectNamed } from '../schema/objects';
import { runQuery } from '../soql/run';
import type { Scene } from '../world';
import { type Answer, ok } from './call';
import { soqlOf, viewOfId } from './listviews';

/** `asked`: a query, or the id of a list view. */
export function explained(scene: Scene, asked: string): Answer {
  const view = viewOfId(scene, asked);
  if (!view && /^\w{15}(\w{3})?$/.test(asked)) throw refuse('INVALID_ID', `No list view or report: ${asked}`);
  const soql = view ? soqlOf(scene, view) : asked;
  // Refuses what can't be read, as the query itself would.
  runQuery(scene, soql);
  const object = objectNamed(parseQuery(soql).sObject ?? '');
  const rows = object ? scene.org.all(object.name).length : 0;
  const byId = /\bWHERE\s+Id\s*(=|IN)/i.test(soql);
  const scan = {
    ...{ cardinality: rows, fields: [], leadingOperationType: 'TableScan', notes: [] },
    ...{ relativeCost: 1.5, sobjectCardinality: rows, sobjectType: object?.name ?? '' },
  };
  const index = {
    ...{ ...scan, cardinality: Math.min(1, rows), fields: ['Id'] },
    ...{ leadingOperationType: 'Index', relativeCost: 0 },
  };
  return ok({ plans: byId ? [index, scan] : [scan] });
}
