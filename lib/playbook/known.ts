// Which answers count as known: a value that its criterion could really have, and nothing else.
import type { Answers, AnswerValue } from './answer';
import type { Criterion } from './schema';

/** Criterion id to a value that fits its kind. What isn't in it is unknown. */
export type Known = ReadonlyMap<string, AnswerValue>;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day of the calendar as YYYY-MM-DD; 2026-02-30 is none. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !ISO_DAY.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Whether the criterion's kind allows this value: 'yes' or 'no', one of its options, a finite number, a day. */
export function fits(criterion: Criterion, value: unknown): value is AnswerValue {
  switch (criterion.kind) {
    case 'yesno':
      return value === 'yes' || value === 'no';
    case 'choice':
      return criterion.options?.some((option) => option.id === value) ?? false;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return isDay(value);
  }
}

/**
 * The answers that count, of all that were given. A value of the wrong kind, an option that the playbook no longer
 * has and an answer to a criterion it doesn't know are all left out, so that they read as unknown and never as no.
 */
export function knownAnswers(criteria: Iterable<Criterion>, answers: Answers): Known {
  const known = new Map<string, AnswerValue>();
  for (const criterion of criteria) {
    // An id may be "constructor": only what the object itself holds is an answer.
    const value = Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : null;
    if (fits(criterion, value)) known.set(criterion.id, value);
  }
  return known;
}
