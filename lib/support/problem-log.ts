// Recent problems as they are kept: codes, times and counts, with no room in them for a word of anybody's. Pure.
import * as v from 'valibot';
import { isStatus, type Problem, problemKinds } from '../problem/problem';

/** At what a problem came up: the first word of the request that it answered, or 'delivery'. */
export const places = [
  'record',
  'members',
  'review',
  'draft',
  'submission',
  'outbox',
  'connections',
  'mapping',
  'delivery',
  'other',
] as const;
export type ProblemPlace = (typeof places)[number];

/** What a kind alone doesn't tell, and what to do depends on. */
const more = [
  'key',
  'oauth',
  'session',
  'full',
  'newer',
  'held',
  'broken',
  'barred',
  'used-up',
  'duplicate',
] as const;

/** A problem without its words: what of it may be kept, and told to others. */
export const codeEntries = {
  kind: v.picklist(problemKinds),
  /** The CRM's HTTP status; null where it gave none. */
  status: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
  more: v.nullable(v.picklist(more)),
};
export type ProblemCode = {
  [Part in keyof typeof codeEntries]: v.InferOutput<(typeof codeEntries)[Part]>;
};

const time = v.pipe(v.string(), v.isoTimestamp());

/** One problem, or the same one several times in a row. `account`: see markOf; '' where no account was concerned. */
const NotedSchema = v.strictObject({
  first: time,
  last: time,
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  where: v.picklist(places),
  crm: v.pipe(v.string(), v.regex(/^[a-z]{0,20}$/)),
  account: v.pipe(v.string(), v.regex(/^([0-9a-f]{8})?$/)),
  ...codeEntries,
});
export type Noted = v.InferOutput<typeof NotedSchema>;

/** Rows that are kept, and for how long. */
export const [MOST, DAYS] = [50, 30];
/** The same problem so soon after the last time is the same row. */
const SAME_MS = 60 * 60_000;

/** A problem's code: every part of it is one of ours. */
export function codeOf({ kind, status, barred, usedUp, duplicates, store, way }: Problem): ProblemCode {
  return {
    kind,
    status: status !== undefined && isStatus(status) ? status : null,
    more: barred ? 'barred' : usedUp ? 'used-up' : duplicates ? 'duplicate' : (store ?? way ?? null),
  };
}

/** Tells accounts apart without naming them: 32 bits of what accountKey gives (FNV-1a). */
export function markOf(account: string): string {
  let hash = 0x811c9dc5;
  for (const char of new TextEncoder().encode(account)) hash = Math.imul(hash ^ char, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** What was kept, newest first, without what is too old or what this version can't read. */
export function readLog(kept: unknown, now: Date): Noted[] {
  const since = now.getTime() - DAYS * 24 * 60 * 60_000;
  const rows = Array.isArray(kept) ? kept : [];
  return rows.filter((row) => v.is(NotedSchema, row) && Date.parse(row.last) >= since).slice(0, MOST);
}

/** With one more problem. `crm`: a CRM's id; `account`: its accountKey, '' for none. */
export function withProblem(
  log: readonly Noted[],
  { where, crm, account, problem }: { where: ProblemPlace; crm: string; account: string; problem: Problem },
  now: Date,
): Noted[] {
  const code = { where, crm, account: account && markOf(account), ...codeOf(problem) };
  // A clock that was put back: the distance counts, not its direction.
  const again = log.find(
    (old) =>
      Math.abs(Date.parse(old.last) - now.getTime()) < SAME_MS &&
      JSON.stringify({ ...old, ...code }) === JSON.stringify(old),
  );
  const last = now.toISOString();
  const row = { first: again?.first ?? last, last, count: (again?.count ?? 0) + 1, ...code };
  return [row, ...log.filter((old) => old !== again)].slice(0, MOST);
}
