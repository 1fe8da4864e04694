// What HubSpot tells beside the results of a batch: which of it could not be answered, and why.
import * as v from 'valibot';
import { contextStrings, parseErrorBody } from './error-body';
import { problem, refusal } from './problems';

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

/**
 * Which of the records that were asked for HubSpot neither gave nor named as gone. A record may come under another id than
 * it was asked by, after a merge.
 */
export function leftOut(
  asked: readonly string[],
  { results, errors }: { results: { id: string }[]; errors?: unknown[] | null | undefined },
): string[] {
  const shown = results.map(({ id }) => id);
  const named = (errors ?? []).flatMap((one) => contextStrings(parseErrorBody(one).context));
  const left = asked.filter((id) => !shown.includes(id) && !named.includes(id));
  const renamed = shown.filter((id) => !asked.includes(id)).length;
  return left.length <= renamed ? [] : left;
}
