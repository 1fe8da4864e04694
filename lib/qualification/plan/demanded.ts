// Fields that the CRM demands before it takes a decision: what the review shows in them, and what is written of them. Pure.

import { type Controller, type FieldKind, type FieldOption, severalOf } from '@/lib/record/field';
import { dayWords, localTimeWords, timeOf } from '@/lib/util/dates';
import { own } from '@/lib/util/object';
import { EMPTY } from './changes';
import { valueGap } from './form';
import type { FieldChange } from './submission';

/** `value`: what the record held when the field was asked for; left out where nobody knows. */
export type DemandedField = {
  field: string;
  label: string;
  kind: FieldKind;
  options: readonly FieldOption[];
  controller?: Controller;
  value?: string | undefined;
};

type Typed = Readonly<Record<string, string>>;

/** As the review asks for it: of a day only the day, of a time the time in UTC, of a box whether it is ticked. */
function inForm({ kind }: Pick<DemandedField, 'kind'>, value: string): string {
  const ms = kind === 'date' || kind === 'time' ? timeOf(value) : null;
  if (kind === 'check') return value === 'true' ? 'true' : 'false';
  if (ms === null) return value;
  return kind === 'date' ? value.slice(0, 10) : new Date(ms).toISOString();
}

/** What stands in a field: what the rep put there, else what the record holds. `typed`: by field id. */
export function demandedValue(field: DemandedField, typed: Typed): string {
  return own(typed, field.field) ?? inForm(field, field.value ?? '');
}

/**
 * The fields with what they offer now: of a dependent picklist that hangs on what its controlling field will hold, by what
 * the rep typed, by a change that is written with it, else as the record holds it.
 */
export function demandedNow<F extends DemandedField>(
  fields: readonly F[],
  typed: Typed,
  changes: readonly Pick<FieldChange, 'field' | 'to'>[],
): F[] {
  return fields.map((field) => {
    const { controller } = field;
    if (!controller) return field;
    const other = fields.find((one) => one.field === controller.field);
    const change = changes.find((one) => one.field === controller.field);
    const value = other ? demandedValue(other, typed) : (change?.to ?? controller.value);
    // Where nobody knows, all is offered: what doesn't go with it the CRM refuses itself.
    if (value === undefined) return field;
    // A controlling field may have several values itself: what one of them offers is offered.
    const values = value === '' ? [] : [value, ...severalOf(value)];
    const options = field.options.filter(({ under }) => !under || under.some((one) => values.includes(one)));
    return { ...field, options, controller: { ...controller, value } };
  });
}

/** What is wrong with what stands in a field that the CRM demanded, as demandedNow gives it; null when nothing is. */
export function demandedGap(field: DemandedField, value: string): string | null {
  const { controller, options } = field;
  if (controller && options.length === 0)
    return `Nothing is offered here while ${controller.label} is ${controller.value ? `“${controller.value}”` : 'empty'}.`;
  return valueGap({ ...field, required: true }, value.trim());
}

/** A value of the field as people read it; '' where there is none. */
export function demandedText(field: DemandedField, value: string): string {
  const { kind, options } = field;
  if (value === '') return '';
  const shown = inForm(field, value);
  if (kind === 'check') return shown === 'true' ? 'Yes' : 'No';
  if (kind === 'date' && timeOf(shown) !== null) return dayWords(shown);
  if (kind === 'time') return localTimeWords(shown);
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label ?? one;
  return kind === 'choices' ? severalOf(value).map(labelOf).join(', ') : labelOf(value);
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
