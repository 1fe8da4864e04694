// The columns of a query: each knows how to put its value into a row.
import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import type { FieldDef, ObjectDef, SfRecord } from '../model';
import { malformed, refuse } from '../problem';
import { seesField } from '../rules/access';
import { fieldOf, objectOf } from '../schema/objects';
import type { Scene } from '../world';
import { follow, ownValue, type Path, pathOf, valueAt } from './path';
import { attributesOf, type Shown, shownValue } from './shown';

type Column = (record: SfRecord, row: Shown) => void;
/** The rows of a child subquery under one record. */
export type Children = (subquery: Subquery, parent: ObjectDef) => (record: SfRecord) => Shown | null;

/** A function that shows a record as the query asks for it. Every column is checked at once. */
export function columnsOf(
  scene: Scene,
  object: ObjectDef,
  fields: FieldType[],
  limit: number | undefined,
  children: Children,
): (record: SfRecord) => Shown {
  const columns = fields.flatMap((field) => column(field));
  return (record) => {
    const row: Shown = { attributes: attributesOf(record) };
    for (const put of columns) put(record, row);
    return row;
  };

  function column(field: FieldType): Column[] {
    switch (field.type) {
      case 'Field':
        return [plain(pathOf(scene, object, field.field.split('.')))];
      case 'FieldRelationship': {
        const own = field.relationships[0]?.toLowerCase() === object.name.toLowerCase();
        return [
          related(
            pathOf(scene, object, [
              ...field.relationships.slice(own && !isRelation(object) ? 1 : 0),
              field.field,
            ]),
          ),
        ];
      }
      case 'FieldSubquery': {
        const rows = children(field.subquery, object);
        const { relationshipName } = field.subquery;
        return [
          (record, row) => {
            row[relationshipName] = rows(record);
          },
        ];
      }
      case 'FieldTypeof':
        return [typeOf(field)];
      case 'FieldFunctionExpression':
        return fromFunction(field);
    }
  }

  function fromFunction(field: Extract<FieldType, { type: 'FieldFunctionExpression' }>): Column[] {
    const [first] = field.parameters;
    const name = field.functionName.toUpperCase();
    if (name === 'FIELDS') {
      if (first !== 'STANDARD' && (limit === undefined || limit > 200))
        throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200');
      const custom = (item: FieldDef) => item.name.endsWith('__c');
      return object.fields
        .filter((item) => seesField(scene, object, item))
        .filter((item) => first === 'ALL' || custom(item) === (first === 'CUSTOM'))
        .map((item) => plain(pathOf(scene, object, [item.name])));
    }
    if (name !== 'TOLABEL' || typeof first !== 'string')
      throw malformed(`${field.functionName} is not supported here`);
    const path = pathOf(scene, object, [first]);
    const label = field.alias ?? path.name;
    return [
      (record, row) => {
        const value = valueAt(scene, record, path);
        row[label] = path.field?.values.find((option) => option.value === value)?.label ?? value;
      },
    ];
  }

  function plain(path: Path): Column {
    return (record, row) => {
      row[path.name] = shownValue(path.field, ownValue(scene, record, path.name));
    };
  }

  function related(path: Path): Column {
    return (record, row) => {
      let here = row;
      for (const [at, { relation }] of path.through.entries()) {
        const name = relation.relationshipName ?? relation.name;
        const target = follow(scene, record, path.through.slice(0, at + 1));
        if (!target) {
          here[name] = null;
          return;
        }
        const known = here[name];
        const next: Shown = isShown(known)
          ? known
          : {
              attributes:
                path.object || at < path.through.length - 1
                  ? attributesOf(target)
                  : { type: 'Name', url: attributesOf(target).url },
            };
        here[name] = next;
        here = next;
      }
      here[path.name] = shownValue(path.field, valueAt(scene, record, path));
    };
  }

  function typeOf(field: Extract<FieldType, { type: 'FieldTypeof' }>): Column {
    const relation = object.fields.find((item) => item.relationshipName === field.field);
    if (!relation)
      throw refuse('INVALID_FIELD', `Didn't understand relationship '${field.field}' in field path.`);
    const through = [{ relation, from: object }];
    return (record, row) => {
      const target = follow(scene, record, through);
      const when = field.conditions.find((item) => item.objectType === target?.type);
      const list = (when ?? field.conditions.find((item) => item.type === 'ELSE'))?.fieldList ?? [];
      const shown = (name: string) =>
        target && [name, target.values[fieldOf(objectOf(target.type), name)?.name ?? name] ?? null];
      row[field.field] = target && {
        attributes: attributesOf(target),
        ...Object.fromEntries(
          list.flatMap((name) => {
            const pair = shown(name);
            return pair ? [pair] : [];
          }),
        ),
      };
    };
  }
}

const isRelation = (object: ObjectDef) =>
  object.fields.some((field) => field.relationshipName?.toLowerCase() === object.name.toLowerCase());
const isShown = (value: unknown): value is Shown => typeof value === 'object' && value !== null;
