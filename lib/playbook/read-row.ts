// Reads given answers into a row: one check per criterion, made ready once.
import type { Answers, AnswerValue } from './answer';
import { fits, type Known } from './known';
import type { Row } from './program';
import type { Criterion } from './schema';

type Check = (value: unknown) => value is AnswerValue;

/** The same as `fits` of known.ts, with the kind looked at once. */
function checkOf(criterion: Criterion): Check {
  if (criterion.kind === 'yesno') return (value): value is AnswerValue => value === 'yes' || value === 'no';
  if (criterion.kind === 'choice') {
    const options = new Set<unknown>(criterion.options?.map((option) => option.id));
    return (value): value is AnswerValue => options.has(value);
  }
  return (value): value is AnswerValue => fits(criterion, value);
}

/** The answers that count, in the order of the criteria; what doesn't fit its criterion is unknown. */
export function rowReader(criteria: readonly Criterion[]): (answers: Answers) => Row {
  const all = criteria.map((criterion) => ({ id: criterion.id, counts: checkOf(criterion) }));
  return (answers) => {
    const row: (AnswerValue | undefined)[] = [];
    for (const { id, counts } of all) {
      // An id may be "constructor": only what the object itself holds is an answer.
      const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
      row.push(counts(value) ? value : undefined);
    }
    return row;
  };
}

/** The row as a map, for what works on any set of criteria. */
export function knownOf(row: Row, criteria: readonly Criterion[]): Known {
  const known = new Map<string, AnswerValue>();
  criteria.forEach(({ id }, at) => {
    const value = row[at];
    if (value !== undefined) known.set(id, value);
  });
  return known;
}
