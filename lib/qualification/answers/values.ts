// Which values fit a criterion, and how a fact's value becomes one.
import type { AnswerValue } from '@/lib/playbook/answer';
import type { Criterion } from '@/lib/playbook/schema';
import { dayOf } from '@/lib/record/facts';
import type { Fact } from '@/lib/record/snapshot';
import { dayWords, isoDay, timeOf } from '@/lib/util/dates';
import { fold, foldedValue, onceFor } from './folded';

/** Whether a value is an answer that this criterion can have. */
export function fits(criterion: Criterion, value: unknown): value is AnswerValue {
  switch (criterion.kind) {
    case 'yesno':
      return value === 'yes' || value === 'no';
    case 'choice':
      return (criterion.options ?? []).some((option) => option.id === value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && value.length === 10 && timeOf(value) !== null;
  }
}

/** A plain decimal number, or null: "1,200" could be either of two numbers and is neither. */
export function toNumber(value: Fact['value']): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean' || !/^\s*[+-]?\d{1,15}(\.\d{1,9})?\s*$/.test(value)) return null;
  return Number(value);
}

/** The ids and labels of a choice's options, folded. */
const foldedOptions = onceFor(({ options = [] }: Criterion) =>
  options.map(({ id, label }) => ({ id, words: [fold(id), fold(label)] })),
);
const foldedText = onceFor((fact: Fact): string | null => (fact.text === undefined ? null : fold(fact.text)));

/** A fact's own value as an answer to the criterion; null where it can't be one. */
export function toAnswer(criterion: Criterion, fact: Fact): AnswerValue | null {
  const { value } = fact;
  switch (criterion.kind) {
    case 'number':
      return toNumber(value);
    case 'date': {
      const ms = typeof value === 'string' ? timeOf(value) : null;
      return ms === null ? null : (dayOf(fact) ?? isoDay(new Date(ms)));
    }
    case 'yesno': {
      const word = foldedValue(fact);
      if (word === 'true' || word === 'yes') return 'yes';
      return word === 'false' || word === 'no' ? 'no' : null;
    }
    case 'choice': {
      const options = criterion.options ?? [];
      const exact = options.find((option) => option.id === value);
      if (exact !== undefined) return exact.id;
      const [own, shown] = [foldedValue(fact), foldedText(fact)];
      const named = foldedOptions(criterion).find(
        ({ words }) => words.includes(own) || (shown !== null && words.includes(shown)),
      );
      return named?.id ?? null;
    }
  }
}

/** A value in the words of the criterion: an option's label, a number with its unit, a day, yes or no. */
export function valueLabel(criterion: Criterion, value: AnswerValue): string {
  if (criterion.kind === 'choice')
    return criterion.options?.find((option) => option.id === value)?.label ?? String(value);
  if (criterion.kind === 'date') return dayWords(String(value));
  if (typeof value !== 'number') return value;
  return `${value.toLocaleString('en-US')}${criterion.unit === undefined ? '' : ` ${criterion.unit}`}`;
}
