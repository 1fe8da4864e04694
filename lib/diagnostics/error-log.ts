// The last errors of the program, newest first: a ring that never grows. Pure.
import * as v from 'valibot';
import type { ErrorRow } from './error-row';
import { ErrorRowSchema } from './error-schema';

/** The same error in a row is one: `count` times, from `first` to `at`. */
export const KeptErrorSchema = v.strictObject({
  ...ErrorRowSchema.entries,
  first: v.pipe(v.string(), v.isoTimestamp()),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type KeptError = v.InferOutput<typeof KeptErrorSchema>;

/** Rows that are kept. */
export const MOST_ERRORS = 50;

/** What was kept, without what this version can't read. */
export function readErrors(kept: unknown): KeptError[] {
  const rows = Array.isArray(kept) ? kept : [];
  return rows.filter((row) => v.is(KeptErrorSchema, row)).slice(0, MOST_ERRORS);
}

const keyOf = ({ level, name, message, where, stack }: ErrorRow): string =>
  JSON.stringify([level, name, message, where, stack]);

/** With one more error. One that is there already moves to the top and counts on. */
export function withError(log: readonly KeptError[], row: ErrorRow): KeptError[] {
  const key = keyOf(row);
  const again = log.find((old) => keyOf(old) === key);
  const kept = { ...row, first: again?.first ?? row.at, count: (again?.count ?? 0) + 1 };
  return [kept, ...log.filter((old) => old !== again)].slice(0, MOST_ERRORS);
}
