// Pure: where the review shows what the CRM did not accept, in its own words.
import type { Problem } from '@/lib/problem/problem';
import { allChanges, type Plan, partsOf } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Sheet } from './state';

export type RefusedField = { field: string; label: string; message: string };

/** A refusal that the rep can mend in the review; null for any other problem. */
export function mendable(problem: Problem | null): Problem | null {
  return problem?.kind === 'required' || problem?.kind === 'invalid' ? problem : null;
}

/** The refused fields that the review does not show by itself: they are asked for besides. */
export function unasked(problem: Problem, submission: Submission): RefusedField[] {
  const changes = allChanges(submission).filter((change) => !change.demanded);
  const shown = new Set(changes.map((change) => change.field));
  for (const part of submission.steps.flatMap((step) => partsOf(step.write))) {
    if (part.kind === 'form') for (const field of Object.keys(part.values)) shown.add(field);
  }
  return (problem.fields ?? []).filter((one) => !shown.has(one.field));
}

/** So many fields can be asked for at once. */
const MOST = 40;

/**
 * Every field that the review has to ask for besides: what it asks for already, what was filled in, what is refused.
 * `fresh`: what they are, and hold, has to be read; what others changed under a write was told with the problem.
 */
export function demandedBy(
  { demanded, submission }: Pick<Sheet, 'demanded' | 'submission'>,
  refused: Problem | null,
): { all: string[]; fresh: boolean } {
  const now = submission && refused ? unasked(refused, submission).map(({ field }) => field) : [];
  const before = submission ? allChanges(submission).filter((change) => change.demanded) : [];
  const known = new Set(demanded.map(({ field }) => field));
  const all = [...new Set([...known, ...before.map(({ field }) => field), ...now])];
  return { all: all.slice(-MOST), fresh: now.length > 0 || all.some((field) => !known.has(field)) };
}

/** The refusal without a field that the rep has just changed; null once nothing of it is left. */
export function withoutField(problem: Problem | null, field: string): Problem | null {
  if (!problem?.fields?.some((one) => one.field === field)) return problem;
  const fields = problem.fields.filter((one) => one.field !== field);
  return fields.length === 0 ? null : { ...problem, fields };
}

/** By field: what the CRM said of it. */
export function refusedOf({ refused }: Pick<Sheet, 'refused'>): ReadonlyMap<string, string> {
  return new Map((refused?.fields ?? []).map(({ field, message }) => [field, message]));
}

/** below: fields of the form or the diff, which tell it themselves. here: those that the review doesn't show at all. */
export type Told = { below: RefusedField[]; here: RefusedField[] };

/** What the top of the review says of a refusal; fields that are asked for besides have a notice of their own. */
export function toldOf(sheet: Sheet, plan: Plan): Told {
  const shown = new Set([
    ...(plan.form?.fields ?? []).map((field) => field.id),
    ...plan.changes.map((change) => change.field),
  ]);
  const asked = new Set(sheet.demanded.map((field) => field.field));
  const fields = sheet.refused?.fields ?? [];
  return {
    below: fields.filter((one) => shown.has(one.field)),
    here: fields.filter((one) => !shown.has(one.field) && !asked.has(one.field)),
  };
}
