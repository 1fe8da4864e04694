// What an org demands of a record before it is kept: required fields, its record type's picklists, validation rules.
import type { ObjectDef, Value, Values } from '../model';
import type { SfError } from '../problem';
import { fieldOf } from '../schema/objects';
import type { Condition } from '../settings';
import type { Scene } from '../world';
import { picksFor } from './picks';
import { badPick } from './values';

/** Every demand that the record doesn't meet; `before` is null for a new record. */
export function unmet(scene: Scene, object: ObjectDef, values: Values, before: Values | null): SfError[] {
  const missing = missingFields(scene, object, values);
  if (missing.length > 0)
    return [
      {
        message: `Required fields are missing: [${missing.join(', ')}]`,
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: missing,
      },
    ];
  const picks = object.fields.flatMap((field) => {
    const value = values[field.name];
    if (!field.restricted || typeof value !== 'string' || value === before?.[field.name]) return [];
    const offered = picksFor(scene.org, object, field, values.RecordTypeId ?? null);
    const single = field.type === 'multipicklist' ? value.split(';') : [value];
    return single.every((one) => offered.some((option) => option.value === one))
      ? []
      : [badPick(field, value)];
  });
  if (picks.length > 0) return picks;
  return scene.settings.rules
    .filter((rule) => rule.object === object.name)
    .filter((rule) => rule.when.every((condition) => holds(condition, values, before)))
    .map((rule) => ({
      message: rule.message,
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      fields: rule.errorDisplayField ? [rule.errorDisplayField] : [],
    }));
}

const blank = (value: Value | undefined) => value === null || value === undefined || value === '';

function missingFields({ settings }: Scene, object: ObjectDef, values: Values): string[] {
  const asked = new Set(
    settings.required.filter((path) => path.object === object.name).map((path) => path.field),
  );
  return object.fields
    .filter((field) => (!field.nillable && field.createable) || asked.has(field.name))
    .filter((field) => blank(values[field.name]))
    .map((field) => field.name);
}

function holds(condition: Condition, values: Values, before: Values | null): boolean {
  const value = values[condition.field] ?? null;
  if ('is' in condition) return value === condition.is;
  if ('oneOf' in condition) return condition.oneOf.includes(value);
  if ('blank' in condition) return blank(value) === condition.blank;
  return (before?.[condition.field] ?? null) !== value;
}

/** A rule that names a field which the object doesn't have would never strike: a test must hear of it. */
export function checkRules(scene: Scene, object: ObjectDef) {
  for (const rule of scene.settings.rules) {
    if (rule.object !== object.name) continue;
    for (const { field } of rule.when)
      if (!fieldOf(object, field)) throw new Error(`A validation rule names ${object.name}.${field}.`);
  }
}
