// What a problem is, as a schema: its kind, and the little that its words need.
import * as v from 'valibot';

export const problemKinds = [
  'not-connected',
  'key-refused',
  'sign-in',
  'no-api',
  'missing-scope',
  'forbidden',
  'wrong-account',
  'other-user',
  'gone',
  'merged',
  'converted',
  'changed',
  'required',
  'invalid',
  'automation',
  'locked',
  'in-use',
  'unmapped',
  'not-moved',
  'busy',
  'crm-down',
  'offline',
  'timeout',
  'odd-answer',
  'not-here',
  'in-line',
  'storage',
  'unexpected',
] as const;

/**
 * kind: what sort it is. message: the CRM's or our own words, plain text. detail holds what the words need:
 * scopes (missing-scope), fields (required, invalid: id, label and the CRM's message), theirs (changed: the CRM's
 * present values), accounts (wrong-account: the page's and the key's), standing (how the record was left where a write broke off
 * half-way, a sentence), mergedInto, became (converted: what it is now), retryAfterMs, supportId.
 */
export const ProblemSchema = v.strictObject({
  kind: v.picklist(problemKinds),
  message: v.string(),
  status: v.optional(v.number()),
  scopes: v.optional(v.array(v.string())),
  fields: v.optional(v.array(v.strictObject({ field: v.string(), label: v.string(), message: v.string() }))),
  theirs: v.optional(
    v.array(
      v.strictObject({
        field: v.string(),
        value: v.string(),
        text: v.string(),
        /** Of what the submission does not write itself: what it is called, and what the rep was shown of it. */
        label: v.optional(v.string()),
        was: v.optional(v.string()),
        /** Who changed it, and when (ISO), where the CRM tells it of the field. */
        by: v.optional(v.string()),
        at: v.optional(v.nullable(v.string())),
      }),
    ),
  ),
  /** changed: who changed the record last, and when, where the CRM tells it of the whole record only. */
  lastChange: v.optional(v.strictObject({ by: v.string(), at: v.nullable(v.string()) })),
  accounts: v.optional(v.strictObject({ page: v.string(), key: v.string() })),
  standing: v.optional(v.string()),
  mergedInto: v.optional(v.string()),
  became: v.optional(v.strictObject({ name: v.string(), url: v.string() })),
  /** invalid, where a duplicate rule refused: what it takes the record for, and whether the rep may allow it. */
  duplicates: v.optional(
    v.strictObject({
      mayAllow: v.boolean(),
      records: v.array(
        v.strictObject({
          object: v.string(),
          id: v.string(),
          /** Where the CRM tells them: what people call it, and where they can see it. */
          name: v.optional(v.string()),
          url: v.optional(v.string()),
        }),
      ),
    }),
  ),
  /** key-refused: how the account was signed in to, where the way says what to do next. */
  way: v.optional(v.picklist(['key', 'oauth', 'session'])),
  /** not-connected: it is, and the browser doesn't let us reach this host any more. */
  barred: v.optional(v.string()),
  retryAfterMs: v.optional(v.number()),
  /** in-line: the earlier one was taken back while it was being written, and may still arrive. */
  takenBack: v.optional(v.literal(true)),
  /** busy, where a whole day's allowance is used up: when it opens again and who can see the use, in sentences. */
  usedUp: v.optional(v.string()),
  supportId: v.optional(v.string()),
  /** storage: what is the matter with it, where it can be told. */
  store: v.optional(v.picklist(['full', 'newer', 'held', 'broken'])),
  /**
   * other-user: who answered, and who is signed in now, by name. `as`, where it is about more than the sign-in: who was
   * chosen in the connections (chosen), or whose connection this is (confirm: nothing was taken yet; unasked: the same,
   * and nobody could say who is signed in).
   */
  users: v.optional(
    v.strictObject({
      answered: v.string(),
      now: v.string(),
      as: v.optional(v.picklist(['chosen', 'confirm', 'unasked'])),
    }),
  ),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;
export type ProblemKind = Problem['kind'];
