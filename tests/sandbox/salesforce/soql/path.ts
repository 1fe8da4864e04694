// Following a field's path from a record: Name, Owner.Name, Account.Owner.Email, Who.Type.
import type { FieldDef, ObjectDef, ObjectName, SfRecord, Value } from '../model';
import { malformed, refuse } from '../problem';
import { seesField, seesObject, seesRecord, usableFor } from '../rules/access';
import { lastActivity } from '../rules/derive';
import { fieldOf, objectOf } from '../schema/objects';
import type { Scene } from '../world';
import { type Use, usedField } from './asked';

/** What a polymorphic relationship shows of any record that it may lead to. */
const nameObject = [
  'Id',
  'Name',
  'FirstName',
  'LastName',
  'Email',
  'Phone',
  'Title',
  'Type',
  'Alias',
  'Username',
  'IsActive',
];

export type Path = {
  /** The fields that hold the ids on the way. */
  through: { relation: FieldDef; from: ObjectDef }[];
  /** The object at the end; null where it may be one of several. */
  object: ObjectDef | null;
  field: FieldDef | null;
  name: string;
};

export function noSuchColumn(name: string, entity: string) {
  return refuse(
    'INVALID_FIELD',
    `\nERROR at Row:1:Column:8\nNo such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

/**
 * The path by its parts, for one use. Refuses unknown and hidden fields and relationships, and those that can't be used so.
 */
export function pathOf(scene: Scene, object: ObjectDef, parts: string[], use: Use = 'select'): Path {
  const through: Path['through'] = [];
  let here: ObjectDef | null = object;
  for (const part of parts.slice(0, -1)) {
    const from: ObjectDef | null = here;
    const relation: FieldDef | null = from && relationOf(scene, from, part);
    if (!from || !relation)
      throw refuse(
        'INVALID_FIELD',
        `Didn't understand relationship '${part}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`,
      );
    through.push({ relation, from });
    const target: ObjectName | undefined = relation.referenceTo[0];
    here = relation.referenceTo.length === 1 && target ? objectOf(target) : null;
    if (here && !seesObject(scene, here.name))
      throw refuse('INVALID_FIELD', `Didn't understand relationship '${part}' in field path.`);
  }
  const last = parts.at(-1) ?? '';
  if (!here) {
    const name = nameObject.find((item) => item.toLowerCase() === last.toLowerCase());
    if (!name) throw noSuchColumn(last, 'Name');
    return { through, object: null, field: null, name };
  }
  const field = fieldOf(here, last);
  if (field) usedField(scene.world, { object: here.name, field: field.name, use });
  if (!field || !seesField(scene, here, field)) throw noSuchColumn(last, here.name);
  const may = usableFor(scene, here, field);
  if (use === 'filter' && !may.filter)
    throw refuse('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  if (use === 'sort' && !may.sort) throw malformed(`field '${field.name}' can not be sorted in a query call`);
  return { through, object: here, field, name: field.name };
}

function relationOf(scene: Scene, object: ObjectDef, name: string): FieldDef | null {
  const field = object.fields.find((item) => item.relationshipName?.toLowerCase() === name.toLowerCase());
  return field && seesField(scene, object, field) ? field : null;
}

/** The record at the end of the relationships; null where one of them is empty, or leads to what isn't seen. */
export function follow(scene: Scene, record: SfRecord, through: Path['through']): SfRecord | null {
  let here: SfRecord | null = record;
  for (const { relation } of through) {
    const id: Value = here?.values[relation.name] ?? null;
    here = typeof id === 'string' ? scene.org.findAny(relation.referenceTo, id) : null;
    if (here && (here.deleted || !seesRecord(scene, here))) here = null;
  }
  return here;
}

export function valueAt(scene: Scene, record: SfRecord, path: Path): Value {
  const end = follow(scene, record, path.through);
  if (!end) return null;
  return path.object ? ownValue(scene, end, path.name) : nameValue(end, path.name);
}

/** A record's own value; what is worked out on reading is worked out here. */
export function ownValue(scene: Scene, record: SfRecord, name: string): Value {
  if (name === 'LastActivityDate') return lastActivity(scene, record.type, record.id);
  return record.values[name] ?? null;
}

function nameValue(record: SfRecord, name: string): Value {
  return name === 'Type' ? record.type : (record.values[name] ?? null);
}
