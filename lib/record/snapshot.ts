// A record as read from a CRM: facts, its stage fields' values, what it belongs to.
import * as v from 'valibot';
import { RecordRefSchema } from './record';

/** Something a CRM says. Times are ISO 8601 in UTC, days without a time are days; a value that is itself a time is an ISO string too. */
export const FactSchema = v.strictObject({
  /** A shared name (facts.ts) or a field's own (hubspot:contacts.my_field). */
  name: v.string(),
  value: v.union([v.string(), v.number(), v.boolean()]),
  /** When it became so: for time-valued facts the time itself; null when the CRM doesn't say. */
  at: v.nullable(v.string()),
  /** The day of `at` as the CRM shows it to the rep, in their time zone; left out where it is UTC's. */
  day: v.optional(v.string()),
  /** Where a person can see it. */
  url: v.nullable(v.string()),
  /** The CRM's field, for the curious: contacts.hs_sales_email_last_replied. */
  field: v.string(),
  /** A shown form of the value, where it differs: an option's label, a person's name. */
  text: v.optional(v.string()),
  /** Of a sum of money, where the CRM says so: the code of its currency (EUR). */
  currency: v.optional(v.string()),
  /** Of a firm, where only the contact tells it: there is no company record, it is empty there, or it wasn't read. */
  fromContact: v.optional(v.picklist(['alone', 'empty', 'unread'])),
});
export type Fact = v.InferOutput<typeof FactSchema>;

/** A stage-bearing field of the record: its value now. '' means empty. */
export const StageValueSchema = v.strictObject({
  field: v.string(),
  label: v.string(),
  value: v.string(),
  text: v.string(),
  since: v.nullable(v.string()),
  /** As in mapping.ts: it tells no stage. */
  carries: v.optional(v.picklist(['reason', 'outcome'])),
  /** The record beside this one that has it (a person's lead record); left out: this one. */
  record: v.optional(RecordRefSchema),
});
export type StageValue = v.InferOutput<typeof StageValueSchema>;

export const SnapshotSchema = v.strictObject({
  ref: RecordRefSchema,
  /** The CRM's own name for people: "HubSpot". */
  crmName: v.string(),
  url: v.string(),
  name: v.string(),
  title: v.string(),
  email: v.string(),
  /**
   * Whose answers these are, where the record is no person itself: an opportunity's primary contact; null where it has
   * none. Left out for people.
   */
  about: v.optional(
    v.nullable(v.strictObject({ ref: RecordRefSchema, name: v.string(), title: v.string() })),
  ),
  /** Who owns the record, by the CRM's id; '' for nobody. Left out where the CRM doesn't tell. */
  owner: v.optional(
    v.strictObject({
      field: v.string(),
      id: v.string(),
      /** That it was someone else's when the rep looked before, in whole sentences, and since when that is told. */
      handed: v.optional(v.strictObject({ text: v.string(), at: v.string() })),
    }),
  ),
  /** How many people the record has besides; left out where it has no list of people. */
  others: v.optional(v.number()),
  company: v.nullable(v.strictObject({ ref: RecordRefSchema, name: v.string(), detail: v.string() })),
  facts: v.array(FactSchema),
  stages: v.array(StageValueSchema),
  /**
   * Answers that an earlier Stagecheck note left, newest note only; where a record has notes of two kinds (an
   * opportunity's and its contact's) the newest of each. Only of notes that the CRM says are ours: vouched.ts.
   */
  earlier: v.array(
    v.strictObject({
      criterion: v.string(),
      value: v.union([v.string(), v.number()]),
      at: v.string(),
      by: v.string(),
      url: v.nullable(v.string()),
      quote: v.optional(v.string()),
      /** How it came into the CRM, where that was not plainly `by` in person: vouched.ts. */
      via: v.optional(v.string()),
    }),
  ),
  deals: v.array(
    v.strictObject({ ref: RecordRefSchema, name: v.string(), stage: v.string(), open: v.boolean() }),
  ),
  /** Set when this id was merged into another record, which is the one read. */
  mergedFrom: v.nullable(v.string()),
  readAt: v.string(),
  /** The account's own currency, where the CRM tells it: that of what the team says without one. */
  currency: v.optional(v.string()),
  /** The time zone in which the CRM shows times: the user's, else the account's (Europe/Berlin). */
  zone: v.optional(v.string()),
  /** false for the first paint; true when everything that can be read has been. */
  complete: v.boolean(),
  /** Parts left out, in words: what, and why. */
  gaps: v.array(v.strictObject({ what: v.string(), why: v.string() })),
  /** What the rep should know or do in the CRM, in whole sentences: that nobody is named yet, that it is closed. */
  advice: v.optional(
    v.array(
      v.strictObject({
        title: v.string(),
        text: v.string(),
        link: v.nullable(v.strictObject({ label: v.string(), url: v.string() })),
      }),
    ),
  ),
});
export type Snapshot = v.InferOutput<typeof SnapshotSchema>;
