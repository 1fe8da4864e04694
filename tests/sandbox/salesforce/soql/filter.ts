// Which records a WHERE clause lets through.
import type { Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { ObjectDef, SfRecord, Value } from '../model';
import { malformed } from '../problem';
import type { Scene } from '../world';
import { holds, wanted } from './compare';
import { pathOf, valueAt } from './path';
import { type Comparison, type Tree, treeOf } from './tree';

export type Test = (record: SfRecord) => boolean;
/** The values of the one field that a sub-select gives. */
export type SubSelect = (query: Query) => Set<Value>;

/** A test of records; every field and value in it is checked once, whether or not there are records. */
export function filterOf(
  scene: Scene,
  object: ObjectDef,
  where: WhereClause | undefined,
  sub: SubSelect,
): Test {
  if (!where) return () => true;
  return testOf(treeOf(where));

  function testOf(tree: Tree): Test {
    if (tree.kind === 'is') return comparison(tree.condition);
    if (tree.kind === 'not') {
      const inner = testOf(tree.of);
      return (record) => !inner(record);
    }
    if (tree.kind === 'or' && tree.of.some((part) => part.kind === 'is' && 'valueQuery' in part.condition))
      throw malformed('Semi join sub-selects are not allowed with the OR operator');
    const parts = tree.of.map(testOf);
    return tree.kind === 'and'
      ? (record) => parts.every((part) => part(record))
      : (record) => parts.some((part) => part(record));
  }

  function comparison(condition: Comparison): Test {
    if (!('field' in condition)) throw malformed('functions are not supported in this filter');
    const path = pathOf(scene, object, condition.field.split('.'), 'filter');
    const { operator } = condition;
    const value = (record: SfRecord) => valueAt(scene, record, path);
    const negative = operator === 'NOT IN';
    if ('valueQuery' in condition) {
      const found = sub(condition.valueQuery);
      return (record) => found.has(value(record)) !== negative;
    }
    const now = scene.world.clock();
    const types = [condition.literalType ?? 'STRING'].flat();
    const wants = [condition.value]
      .flat()
      .map((raw, at) => wanted(path.field, raw, types[at] ?? types[0] ?? 'STRING', now));
    if (operator === 'IN' || operator === 'NOT IN') {
      return (record) => {
        const own = value(record);
        return wants.some((want) => holds(own, '=', want)) !== negative;
      };
    }
    if (operator === 'INCLUDES' || operator === 'EXCLUDES')
      throw malformed(`${operator} is not supported here`);
    const [want] = wants;
    if (!want) throw malformed('a filter without a value');
    return (record) => holds(value(record), operator, want);
  }
}
