// Runs a SOQL query over the org's records, as one person sees them.
import { parseQuery, type Query, type QueryBase, type Subquery } from '@jetstreamapp/soql-parser-js';
import type { ObjectDef, SfRecord, Value } from '../model';
import { malformed, noSuchObject, Refusal, refuse } from '../problem';
import { seesObject, seesRecord } from '../rules/access';
import { objectNamed, objectOf } from '../schema/objects';
import type { Scene } from '../world';
import { aggregated, isAggregate, isPlainCount } from './aggregate';
import { filterOf } from './filter';
import { pathOf, valueAt } from './path';
import { columnsOf } from './select';
import type { Shown } from './shown';
import { sorted } from './sort';

export type Result = { totalSize: number; rows: Shown[] };

/** `all`: deleted records too, as queryAll does. Throws Refusal: MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD. */
export function runQuery(scene: Scene, soql: string, all = false): Result {
  let query: Query;
  try {
    query = parseQuery(soql);
  } catch (error) {
    throw malformed(`\n${soql}\n^\nERROR at Row:1:Column:1\n${error instanceof Error ? error.message : ''}`);
  }
  for (const clause of ['having', 'withDataCategory', 'usingScope'] as const)
    if (query[clause]) throw malformed(`${clause} is not supported here`);
  const object = objectNamed(query.sObject ?? '');
  if (!object || !seesObject(scene, object.name)) throw noSuchObject(query.sObject ?? '');
  const fields = query.fields ?? [];
  const records = matching(scene, object, query, source(scene, object, all));
  if (isPlainCount(fields)) return { totalSize: window(query, records).length, rows: [] };
  if (isAggregate(fields) || query.groupBy) {
    const rows = aggregated(scene, object, records, fields, query.groupBy);
    return { totalSize: rows.length, rows: window(query, rows) };
  }
  const show = columnsOf(scene, object, fields, query.limit, (subquery, parent) =>
    childrenOf(scene, subquery, parent),
  );
  const rows = window(query, sorted(scene, object, records, query.orderBy)).map(show);
  return { totalSize: rows.length, rows };
}

function source(scene: Scene, object: ObjectDef, all = false): SfRecord[] {
  const records = all
    ? [...(scene.org.records.get(object.name)?.values() ?? [])]
    : scene.org.all(object.name);
  return records.filter((record) => seesRecord(scene, record));
}

function matching(scene: Scene, object: ObjectDef, query: QueryBase, records: SfRecord[]): SfRecord[] {
  return records.filter(filterOf(scene, object, query.where, (inner) => selected(scene, inner)));
}

const window = <T>({ limit, offset = 0 }: QueryBase, rows: T[]): T[] =>
  rows.slice(offset, limit === undefined ? undefined : offset + limit);

/** The values of a sub-select's one column: WHERE Id IN (SELECT AccountId FROM Contact). */
function selected(scene: Scene, query: Query): Set<Value> {
  const object = objectNamed(query.sObject ?? '');
  if (!object || !seesObject(scene, object.name)) throw noSuchObject(query.sObject ?? '');
  if (object.name === 'Task' || object.name === 'Event')
    throw malformed(`Entity '${object.name}' is not supported for semi join inner selects`);
  const [field] = query.fields ?? [];
  if (field?.type !== 'Field' || query.fields?.length !== 1) throw malformed('a sub-select gives one field');
  const path = pathOf(scene, object, [field.field]);
  if (path.field?.type !== 'reference' && path.field?.type !== 'id')
    throw refuse('MALFORMED_QUERY', 'The inner select field must be an id or a reference');
  return new Set(
    matching(scene, object, query, source(scene, object)).map((record) => valueAt(scene, record, path)),
  );
}

/** The rows of a child relationship. An unknown relationship is INVALID_TYPE, as in Salesforce. */
function childrenOf(scene: Scene, subquery: Subquery, parent: ObjectDef): (record: SfRecord) => Shown | null {
  const wanted = subquery.relationshipName.toLowerCase();
  const relation = parent.children.find((child) => child.name.toLowerCase() === wanted);
  if (!relation || !seesObject(scene, relation.type))
    throw new Refusal(400, {
      errorCode: 'INVALID_TYPE',
      message: `Didn't understand relationship '${subquery.relationshipName}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    });
  const object = objectOf(relation.type);
  const show = columnsOf(scene, object, subquery.fields ?? [], subquery.limit, (inner, of) =>
    childrenOf(scene, inner, of),
  );
  const test = filterOf(scene, object, subquery.where, (inner) => selected(scene, inner));
  // The rows by parent, so that a list of many parents doesn't look through all rows for each.
  const byParent = new Map<Value, SfRecord[]>();
  for (const record of source(scene, object).filter(test)) {
    const id = record.values[relation.field] ?? null;
    byParent.set(id, [...(byParent.get(id) ?? []), record]);
  }
  return (record) => {
    const rows = window(subquery, sorted(scene, object, byParent.get(record.id) ?? [], subquery.orderBy)).map(
      show,
    );
    return rows.length === 0 ? null : { totalSize: rows.length, done: true, records: rows };
  };
}
