// The order of a query's rows.
import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { ObjectDef, SfRecord, Value } from '../model';
import { malformed } from '../problem';
import type { Scene } from '../world';
import { pathOf, valueAt } from './path';

const fold = (value: Value) => (typeof value === 'string' ? value.toLowerCase() : value);

/** A sorted copy. Empty values come first unless the query says otherwise; equals keep the order of their ids. */
export function sorted(
  scene: Scene,
  object: ObjectDef,
  records: SfRecord[],
  order: OrderByClause | OrderByClause[] | undefined,
): SfRecord[] {
  const keys = [order ?? []].flat().map((clause) => {
    if (!('field' in clause)) throw malformed('functions are not supported in ORDER BY');
    const path = pathOf(scene, object, clause.field.split('.'), 'sort');
    return { path, sign: clause.order === 'DESC' ? -1 : 1, empty: clause.nulls === 'LAST' ? 1 : -1 };
  });
  const rows = records.map((record) => ({
    record,
    values: keys.map(({ path }) => fold(valueAt(scene, record, path))),
  }));
  rows.sort((a, b) => {
    for (const [at, { sign, empty }] of keys.entries()) {
      const [left = null, right = null] = [a.values[at], b.values[at]];
      if (left === right) continue;
      if (left === null) return empty;
      if (right === null) return -empty;
      return left < right ? -sign : sign;
    }
    return a.record.id < b.record.id ? -1 : 1;
  });
  return rows.map(({ record }) => record);
}
