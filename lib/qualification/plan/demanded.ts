// Fields that the CRM demands before it takes a decision: what the review shows in them, and what is written of them. Pure.

import { dayWords, timeOf } from '@/lib/util/dates';
import { own } from '@/lib/util/object';
import { EMPTY } from './changes';
import type { FormField } from './form-schema';
import type { FieldChange } from './submission';

/** `value`: what the record held when the field was asked for; left out where nobody knows. */
export type DemandedField = Pick<FormField, 'label' | 'kind'> & {
  field: string;
  options: readonly { value: string; label: string }[];
  value?: string | undefined;
};

/** A time as its day, which is all that the review asks for. */
const inForm = ({ kind }: DemandedField, value: string): string =>
  kind === 'date' && timeOf(value) !== null ? value.slice(0, 10) : value;

/** What stands in a field: what the rep put there, else what the record holds. `typed`: by field id. */
export function demandedValue(field: DemandedField, typed: Readonly<Record<string, string>>): string {
  return own(typed, field.field) ?? inForm(field, field.value ?? '');
}

/** A value of the field as people read it; '' where there is none. */
export function demandedText(field: DemandedField, value: string): string {
  const day = inForm(field, value);
  if (field.kind === 'date' && timeOf(day) !== null) return dayWords(day);
  return field.options.find((option) => option.value === value)?.label ?? value;
}

/**
 * What is written of the demanded fields, and nothing else that was ever typed: as changes of what the record held, to
 * be compared like all others, and as plain values where nobody knows that. What the rep left as it is is left out.
 */
export function demandedWrites(
  fields: readonly DemandedField[],
  typed: Readonly<Record<string, string>>,
): { demanded: FieldChange[]; extra: Record<string, string> } {
  const filled = fields.flatMap((field) => {
    const to = own(typed, field.field)?.trim() ?? '';
    const { value: held = '' } = field;
    // Typed again it is sent again, as it is held: a CRM may want it in the very write that it demands it for.
    return to === '' ? [] : [{ field, to: to === inForm(field, held) ? held : to }];
  });
  return {
    demanded: filled.flatMap(({ field, to }): FieldChange[] => {
      const { value: from, label } = field;
      if (from === undefined) return [];
      const [fromText, toText] = [demandedText(field, from) || EMPTY, demandedText(field, to)];
      return [{ field: field.field, label, from, fromText, to, toText, backward: false, demanded: true }];
    }),
    extra: Object.fromEntries(
      filled.flatMap(({ field, to }) => (field.value === undefined ? [[field.field, to]] : [])),
    ),
  };
}
