// COUNT, MIN, MAX, SUM and AVG, with GROUP BY.
import type { FieldType, GroupByClause } from '@jetstreamapp/soql-parser-js';
import type { ObjectDef, SfRecord, Value } from '../model';
import { malformed } from '../problem';
import type { Scene } from '../world';
import { pathOf, valueAt } from './path';
import { type Shown, shownValue } from './shown';

export const isAggregate = (fields: FieldType[]) =>
  fields.some((field) => field.type === 'FieldFunctionExpression' && field.isAggregateFn === true);

/** COUNT() alone gives a size and no rows. */
export const isPlainCount = (fields: FieldType[]) => {
  const [field] = fields;
  return (
    fields.length === 1 &&
    field?.type === 'FieldFunctionExpression' &&
    field.functionName.toUpperCase() === 'COUNT' &&
    field.parameters.length === 0
  );
};

export function aggregated(
  scene: Scene,
  object: ObjectDef,
  records: SfRecord[],
  fields: FieldType[],
  groupBy: GroupByClause | GroupByClause[] | undefined,
): Shown[] {
  const keys = [groupBy ?? []].flat().map((clause) => {
    if (!('field' in clause)) throw malformed('functions are not supported in GROUP BY');
    return pathOf(scene, object, clause.field.split('.'));
  });
  const groups = new Map<string, SfRecord[]>();
  if (keys.length === 0) groups.set('', []);
  for (const record of records) {
    const key = JSON.stringify(keys.map((path) => valueAt(scene, record, path)));
    const name = keys.length === 0 ? '' : key;
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return [...groups.values()].map((group) => {
    const row: Shown = { attributes: { type: 'AggregateResult' } };
    let unnamed = 0;
    for (const field of fields) {
      if (field.type === 'FieldFunctionExpression') {
        const name = field.alias ?? `expr${unnamed}`;
        if (!field.alias) unnamed += 1;
        row[name] = result(field.functionName.toUpperCase(), field.parameters[0], group);
      } else if (field.type === 'Field' || field.type === 'FieldRelationship') {
        const parts = field.type === 'Field' ? [field.field] : [...field.relationships, field.field];
        const path = pathOf(scene, object, parts);
        if (!keys.some((key) => key.name === path.name))
          throw malformed(`Field must be grouped or aggregated: ${path.name}`);
        const [first] = group;
        row[('alias' in field && field.alias) || path.name] = first
          ? shownValue(path.field, valueAt(scene, first, path))
          : null;
      } else throw malformed('this column can not stand beside an aggregate');
    }
    return row;
  });

  function result(name: string, parameter: unknown, group: SfRecord[]): Value {
    if (typeof parameter !== 'string') {
      if (name === 'COUNT') return group.length;
      throw malformed(`${name} needs a field`);
    }
    const path = pathOf(scene, object, parameter.split('.'));
    const values = group.map((record) => valueAt(scene, record, path)).filter((value) => value !== null);
    if (name === 'COUNT') return values.length;
    if (name === 'COUNT_DISTINCT') return new Set(values).size;
    if (name === 'MIN' || name === 'MAX') {
      const order = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      return shownValue(path.field, (name === 'MIN' ? order[0] : order.at(-1)) ?? null);
    }
    const sum = values.reduce<number>((total, value) => total + Number(value), 0);
    if (name === 'SUM') return values.length === 0 ? null : sum;
    if (name === 'AVG') return values.length === 0 ? null : sum / values.length;
    throw malformed(`${name} is not supported here`);
  }
}
