// What kind of value a property takes, for the fields that the portal demands.
import type { FieldDefinition } from '@/lib/crm/shared/crm';
import { isProblem } from '../client/problems';
import type { HubSpotProperty } from '../client/shapes';
import type { Portal } from './portal';

function kindOf({ type, fieldType, options }: HubSpotProperty): FieldDefinition['kind'] {
  if (type === 'number') return 'number';
  if (type === 'date') return 'date';
  if (type === 'datetime') return 'time';
  // Empty, yes or no: of a box nobody could tell whether it was left alone.
  if (type === 'bool') return 'choice';
  if ((type !== 'enumeration' && fieldType !== 'booleancheckbox') || options.length === 0) return 'text';
  return fieldType === 'checkbox' ? 'choices' : 'choice';
}

const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function toDefinition(property: HubSpotProperty): FieldDefinition {
  const kind = kindOf(property);
  const options = property.options
    .filter((one) => one.hidden !== true)
    .sort((a, b) => (a.displayOrder ?? 0) - (b.displayOrder ?? 0))
    .map(({ value, label }) => ({ value, label }));
  return {
    field: property.name,
    label: property.label,
    kind,
    options: kind === 'choices' ? options : kind !== 'choice' ? [] : options.length > 0 ? options : YES_NO,
  };
}

/** In the order asked. A property that can't be looked up is asked for as text, under its own name. */
export function fieldDefinitions(
  portal: Portal,
  object: string,
  fields: readonly string[],
): Promise<FieldDefinition[]> {
  return Promise.all(
    fields.map(async (field): Promise<FieldDefinition> => {
      try {
        return toDefinition(await portal.property(object, field));
      } catch (error) {
        if (!isProblem(error, 'gone', 'missing-scope', 'forbidden', 'invalid')) throw error;
        return { field, label: field, kind: 'text', options: [] };
      }
    }),
  );
}
