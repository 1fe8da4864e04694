// What kind of value a field takes, for the fields that the org demands.
import type { FieldDefinition } from '../crm';
import type { Org } from './org';
import { isProblem } from './problems';
import type { OrgField } from './shapes';
import { fieldPath } from './stage-fields';

const NUMBERS = new Set(['int', 'double', 'currency', 'percent', 'long']);
const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function definitionOf(id: string, { label, name, type, picklistValues }: OrgField): FieldDefinition {
  const options = picklistValues
    .filter((one) => one.active)
    .map(({ value, label: shown }) => ({ value, label: shown || value }));
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
    options: type === 'boolean' ? YES_NO : kind === 'choice' ? options : [],
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
