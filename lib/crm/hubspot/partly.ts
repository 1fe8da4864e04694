// What HubSpot tells beside the results of a batch: which of it could not be answered, and why.
import * as v from 'valibot';
import { parseErrorBody, problem, refusal } from './problems';

/** They come with a 207 and, by the documents of 2026-09, with a plain 200 as well. */
export const besideResults = {
  status: v.nullish(v.string()),
  numErrors: v.nullish(v.number()),
  errors: v.nullish(v.array(v.unknown())),
};
const besideSchema = v.object(besideResults);

/** What is gone, or has nothing associated with it, is an answer like any other. */
const NOT_FOUND = /(^|_)NOT_FOUND$/;

/**
 * Rejects where a part of a batch could not be read for now: it must not be taken for absent, or it would be written
 * again. crm-down, which passes; missing-scope where the key may not read it.
 */
export function holdWhole({ status, numErrors, errors }: v.InferOutput<typeof besideSchema>): void {
  const told = errors ?? [];
  const failed = told.find((one) => !NOT_FOUND.test(parseErrorBody(one).category ?? ''));
  const untold = told.length === 0 && (numErrors ?? 0) > 0;
  const unfinished = (status ?? 'COMPLETE') !== 'COMPLETE';
  if (failed === undefined && !untold && !unfinished) return;
  const { category, message = '' } = parseErrorBody(failed);
  if (category === 'MISSING_SCOPES') throw refusal(403, failed);
  throw problem('crm-down', `HubSpot could not read all of it just now${message && `: ${message}`}`);
}
