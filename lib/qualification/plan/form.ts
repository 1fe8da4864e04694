// The form of a decision: questions that a CRM asks for on this record (a conversion, for one), read and checked.

import { type FieldKind, severalOf } from '@/lib/record/field';
import type { StageMapping } from '@/lib/record/mapping';
import { dayWords, timeOf } from '@/lib/util/dates';
import { own } from '@/lib/util/object';
import { cleanLine } from '@/lib/util/text';
import type { Decision } from '../answers/draft';
import type { FormField, ReviewForm } from './form-schema';

export type { FormField, ReviewForm } from './form-schema';

/** What can't be written yet, and what to do about it; `field` is a FormField's id. */
export type FormGap = { field: string; message: string };

/** An answer for people; `told`: the two in one, where the form says how. */
export type Shown = { label: string; text: string; told?: string };

/** A form as the rep filled it in. */
export type FilledForm = {
  id: string;
  title: string;
  instead: boolean;
  warning: string | null;
  /** The questions that are asked now, in the form's order. */
  fields: FormField[];
  /** Their values as they will be sent, tidied; '' where it was left empty. Hidden questions have none. */
  values: Record<string, string>;
  /** The same for people: an option's label instead of its value; empty ones left out. */
  shown: Shown[];
  gaps: FormGap[];
  /** Its questions are still to come. */
  pending: boolean;
};

const number = /^-?\d+(\.\d+)?$/;

/** Each form as it belongs to the decisions of a mapping; one that reaches several values comes once for each decision. */
export function mappedForms(forms: readonly ReviewForm[], mapping: StageMapping): ReviewForm[] {
  return forms.flatMap((form) => {
    const mapped = Object.entries(mapping).flatMap(([id, entries]): ReviewForm[] => {
      const reached = form.reaches?.find((one) =>
        entries.some(({ field, value }) => field === one.field && value === one.value),
      );
      if (!reached || form.stages.includes(id)) return [];
      const fields = form.fields.map((one) =>
        one.id === reached.fills ? { ...one, value: reached.value } : one,
      );
      return [{ ...form, stages: [id], fields }];
    });
    return [...(form.stages.length > 0 ? [form] : []), ...mapped];
  });
}

/** The form that belongs to a decision: the first that names it, or null. */
export function formOf(forms: readonly ReviewForm[] | undefined, decision: Decision): ReviewForm | null {
  const id = decision.kind === 'stage' ? decision.stage : decision.outcome;
  return forms?.find((form) => form.stages.includes(id)) ?? null;
}

/** What stands in a field: what the rep put there, else the CRM's proposal. As typed, not tidied. */
export function fieldValue(field: FormField, typed: Record<string, string>): string {
  return own(typed, field.id) ?? field.value;
}

/** The fields whose condition holds. One that hangs on a hidden field is hidden too; so is one that hangs on itself. */
function askedNow(form: ReviewForm, typed: Record<string, string>): FormField[] {
  const asked = (field: FormField, above: readonly string[]): boolean => {
    const { when } = field;
    if (when === undefined) return true;
    const other = form.fields.find((one) => one.id === when.field);
    if (other === undefined || above.includes(other.id)) return false;
    return asked(other, [...above, other.id]) && when.is.includes(fieldValue(other, typed));
  };
  return form.fields.filter((field) => asked(field, [field.id]));
}

/** What is wrong with a tidied value of a CRM's field, and what to do; null when nothing is. */
export function valueGap(
  field: { label: string; kind: FieldKind; options: readonly { value: string }[]; required: boolean },
  value: string,
): string | null {
  const isOffered = (one: string) =>
    field.options.length === 0 || field.options.some((option) => option.value === one);
  // A box that is left alone is an answer as well.
  if (value === '') return field.required && field.kind !== 'check' ? `${field.label} is needed.` : null;
  switch (field.kind) {
    case 'text':
      return null;
    case 'number':
      return number.test(value) ? null : 'Type digits only, with a point for decimals: 12000 or 12000.50.';
    case 'date':
      return value.length === 10 && timeOf(value) !== null
        ? null
        : 'Choose a day: this one is not in the calendar.';
    case 'time':
      return timeOf(value) !== null && value.includes('T') ? null : 'Choose a day and a time.';
    case 'check':
      return value === 'true' || value === 'false' ? null : 'Tick it, or leave it alone.';
    case 'choice':
      return isOffered(value) ? null : 'Choose again: what was chosen is no longer offered.';
    case 'choices': {
      const gone = severalOf(value).filter((one) => !isOffered(one));
      return gone.length === 0 ? null : `Choose again: ${gone.join(', ')} is no longer offered.`;
    }
  }
}

/** A value as people read it. */
function textOf(field: FormField, value: string): string {
  if (field.kind === 'date') return dayWords(value);
  return field.options.find((option) => option.value === value)?.label ?? value;
}

/** Question and answer in one, where the form has words for it. */
function toldOf({ told, options }: FormField, value: string, text: string): Pick<Shown, 'told'> {
  const own = options.find((option) => option.value === value)?.told;
  if (own !== undefined) return { told: own };
  return told === undefined ? {} : { told: `${told} ${text}` };
}

/** A form with what the rep typed (by field id; missing: the CRM's proposal). Pure and total. */
export function fillForm(form: ReviewForm, typed: Record<string, string>): FilledForm {
  const fields = askedNow(form, typed);
  // A choice is one of the CRM's own values, to the letter.
  const tidied = (field: FormField, value: string) => (field.kind === 'choice' ? value : cleanLine(value));
  const filled = fields.map((field) => ({ field, value: tidied(field, fieldValue(field, typed)) }));
  return {
    id: form.id,
    title: form.title,
    instead: form.instead,
    warning: form.warning,
    fields,
    values: Object.fromEntries(filled.map(({ field, value }) => [field.id, value])),
    shown: filled.flatMap(({ field, value }) => {
      if (value === '') return [];
      const text = textOf(field, value);
      return [{ label: field.label, text, ...toldOf(field, value, text) }];
    }),
    gaps: filled.flatMap(({ field, value }) => {
      const message = valueGap(field, value);
      return message === null ? [] : [{ field: field.id, message }];
    }),
    pending: form.pending ?? false,
  };
}

/** The first gap in words that stand alone; null where there is none. */
export function formGap(form: FilledForm): string | null {
  if (form.pending) return `${form.title}: its questions are still being read.`;
  const [gap] = form.gaps;
  if (gap === undefined) return null;
  const label = form.fields.find((field) => field.id === gap.field)?.label ?? gap.field;
  return form.values[gap.field] === '' ? gap.message : `${label}: ${gap.message}`;
}
