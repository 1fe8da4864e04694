// Puts the org's labels to fields that a refusal names by their API names.
import { ProblemError } from '../../problem';
import { fieldDefinitions } from './definitions';
import type { Org } from './org';

export async function labelled(org: Org, object: string, error: ProblemError): Promise<ProblemError> {
  const { fields } = error.problem;
  if (!fields || !['required', 'invalid', 'forbidden'].includes(error.problem.kind)) return error;
  const ids = fields.map((one) => one.field);
  const known = await fieldDefinitions(org, object, ids).catch(() => []);
  return new ProblemError({
    ...error.problem,
    fields: fields.map((one, index) => ({ ...one, label: known[index]?.label ?? one.label })),
  });
}
