// Puts the org's labels to fields that a refusal names by their API names, and addresses to the records that it names.
import { ProblemError } from '../../problem';
import { fieldDefinitions } from './definitions';
import type { Org } from './org';

/** Where the rep can look at what a duplicate rule found. */
function linked(org: Org, error: ProblemError): ProblemError {
  const { duplicates } = error.problem;
  if (!duplicates) return error;
  const records = duplicates.records.map((one) =>
    one.object === '' ? one : { ...one, url: org.page(one.object, one.id) },
  );
  return new ProblemError({ ...error.problem, duplicates: { ...duplicates, records } });
}

export async function labelled(org: Org, object: string, refused: ProblemError): Promise<ProblemError> {
  const error = linked(org, refused);
  const { fields } = error.problem;
  if (!fields || !['required', 'invalid', 'forbidden'].includes(error.problem.kind)) return error;
  const ids = fields.map((one) => one.field);
  const known = await fieldDefinitions(org, object, ids).catch(() => []);
  return new ProblemError({
    ...error.problem,
    fields: fields.map((one, index) => ({ ...one, label: known[index]?.label ?? one.label })),
  });
}
