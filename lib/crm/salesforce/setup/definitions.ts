// What kind of value a field takes, for the fields that the org demands.
import type { FieldDefinition } from '@/lib/crm/shared/crm';
import { isProblem } from '../client/problems';
import type { OrgField } from '../client/shapes';
import type { Org } from './org';
import { fieldPath } from './stage-fields';

const NUMBERS = new Set(['int', 'double', 'currency', 'percent', 'long']);
const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** What can stand in a field, in words, whether it is still offered or not; empty where that is anything. */
export function optionsOf({ type, picklistValues }: OrgField): FieldDefinition['options'] {
  return type === 'boolean'
    ? YES_NO
    : picklistValues.map(({ value, label }) => ({ value, label: label || value }));
}

function definitionOf(id: string, field: OrgField): FieldDefinition {
  const { label, name, type } = field;
  const offered = { ...field, picklistValues: field.picklistValues.filter((one) => one.active) };
  const kind = NUMBERS.has(type)
    ? 'number'
    : type === 'date' || type === 'datetime'
      ? 'date'
      : type === 'boolean' || type === 'picklist'
        ? 'choice'
        : 'text';
  return {
    field: id,
    label: label || name,
    kind,
    options: kind === 'choice' ? optionsOf(offered) : [],
  };
}

/** In the order asked; "Lead.Region__c" names its object itself. What can't be looked up is asked for as text. */
export function fieldDefinitions(
  org: Org,
  object: string,
  fields: readonly string[],
): Promise<FieldDefinition[]> {
  return Promise.all(
    fields.map(async (id): Promise<FieldDefinition> => {
      const path = fieldPath(id) ?? { object, name: id };
      const unknown: FieldDefinition = { field: id, label: path.name, kind: 'text', options: [] };
      try {
        const { fields: all } = await org.describe(path.object);
        const found = all.find((field) => field.name.toLowerCase() === path.name.toLowerCase());
        return found ? definitionOf(id, found) : unknown;
      } catch (error) {
        if (!isProblem(error, 'gone', 'forbidden', 'invalid')) throw error;
        return unknown;
      }
    }),
  );
}
