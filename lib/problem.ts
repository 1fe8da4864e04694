// Everything that can go wrong between us and a CRM, as data that can be shown to the person who can act.
import * as v from 'valibot';

export const problemKinds = [
  'not-connected',
  'key-refused',
  'missing-scope',
  'forbidden',
  'wrong-account',
  'gone',
  'merged',
  'changed',
  'required',
  'invalid',
  'unmapped',
  'not-moved',
  'busy',
  'crm-down',
  'offline',
  'timeout',
  'odd-answer',
  'not-here',
  'storage',
  'unexpected',
] as const;

/**
 * kind: what sort it is. message: the CRM's or our own words, plain text. detail holds what the words need:
 * scopes (missing-scope), fields (required, invalid: id, label and the CRM's message), theirs (changed: the CRM's
 * present values), accounts (wrong-account: the page's and the key's), mergedInto, retryAfterMs, supportId.
 */
export const ProblemSchema = v.strictObject({
  kind: v.picklist(problemKinds),
  message: v.string(),
  status: v.optional(v.number()),
  scopes: v.optional(v.array(v.string())),
  fields: v.optional(v.array(v.strictObject({ field: v.string(), label: v.string(), message: v.string() }))),
  theirs: v.optional(v.array(v.strictObject({ field: v.string(), value: v.string(), text: v.string() }))),
  accounts: v.optional(v.strictObject({ page: v.string(), key: v.string() })),
  mergedInto: v.optional(v.string()),
  /** invalid, where a duplicate rule refused: what it takes the record for, and whether the rep may allow it. */
  duplicates: v.optional(
    v.strictObject({
      mayAllow: v.boolean(),
      records: v.array(v.strictObject({ object: v.string(), id: v.string() })),
    }),
  ),
  retryAfterMs: v.optional(v.number()),
  supportId: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
export type ProblemKind = Problem['kind'];

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Thrown inside lib/crm and turned into a Result where a message is answered. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'ProblemError';
  }
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = <T>(problem: Problem): Result<T> => ({ ok: false, problem });
