// Values as JSON has them: who sends a number or a checkbox as text may be refused.
import { own } from '@/lib/util/object';
import type { OrgField } from '../client/shapes';

const NUMBERS = new Set(['int', 'long', 'double', 'currency', 'percent']);

type Typed = string | number | boolean | null;

function typedValue(value: string, type: string | undefined): Typed {
  if (type === 'boolean') return value === 'true' ? true : value === 'false' || value === '' ? false : value;
  // Nothing for empty, so that the field is emptied.
  if (value === '') return null;
  const number = type !== undefined && NUMBERS.has(type) ? Number(value) : Number.NaN;
  // One with more digits than a number holds goes as it was typed.
  return Number.isFinite(number) && (Number.isSafeInteger(number) || value.length <= 15) ? number : value;
}

/**
 * By field name. `fields`: those of the object, as far as they are known; what isn't known goes as text. Whether REST takes
 * "5" and "true" for a number and a checkbox depends, by reports of those who tried, on the resource: their own types are
 * taken by all.
 */
export function typed(
  values: Readonly<Record<string, string>>,
  fields: readonly OrgField[],
): Record<string, Typed> {
  // Salesforce takes a name in any case.
  const types = Object.fromEntries(fields.map(({ name, type }) => [name.toLowerCase(), type]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typedValue(value, own(types, name.toLowerCase()))]),
  );
}
