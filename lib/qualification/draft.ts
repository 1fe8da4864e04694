// The unfinished qualification of one record: what the rep has said so far. Kept until it is written or thrown away.
import * as v from 'valibot';
import { PersonSchema, RecordRefSchema } from './record';

/** The rep's word on one criterion. value null: the rep said "don't know", which is an answer to the question but not to the logic. */
export const RepAnswerSchema = v.strictObject({
  value: v.nullable(v.union([v.string(), v.number()])),
  at: v.string(),
  by: v.nullable(PersonSchema),
  quote: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
export type RepAnswer = v.InferOutput<typeof RepAnswerSchema>;

/** Where the rep stands: a stage (usually the verdict's) or an outcome. */
export const DecisionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('stage'),
    stage: v.string(),
    override: v.nullable(v.strictObject({ reason: v.string() })),
  }),
  v.strictObject({
    kind: v.literal('outcome'),
    outcome: v.string(),
    reason: v.string(),
    comment: v.string(),
    returnOn: v.nullable(v.string()),
  }),
]);
export type Decision = v.InferOutput<typeof DecisionSchema>;

/** The deal to create with an opportunity. Amount in the portal's currency; closeDate an ISO day. */
export const DealDraftSchema = v.strictObject({
  create: v.boolean(),
  name: v.string(),
  pipeline: v.string(),
  stage: v.string(),
  amount: v.nullable(v.number()),
  closeDate: v.string(),
});
export type DealDraft = v.InferOutput<typeof DealDraftSchema>;

/**
 * What a record is converted into (a lead of Salesforce): an account that is there or a new one, a contact that is
 * there or a new one (null), an opportunity by this name or none (null), an owner where a queue has the record.
 */
export const ConversionDraftSchema = v.strictObject({
  account: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  contact: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  opportunity: v.nullable(v.string()),
  status: v.string(),
  owner: v.nullable(v.string()),
});
export type ConversionDraft = v.InferOutput<typeof ConversionDraftSchema>;

export const DraftSchema = v.strictObject({
  ref: RecordRefSchema,
  playbook: v.strictObject({ id: v.string(), version: v.string(), hash: v.string() }),
  answers: v.record(v.string(), RepAnswerSchema),
  /** What the rep typed in the review, kept between visits; null: as generated. */
  noteText: v.nullable(v.pipe(v.string(), v.maxLength(20_000))),
  decision: v.nullable(DecisionSchema),
  deal: v.nullable(DealDraftSchema),
  /** Values for properties that the CRM demanded, by field id. */
  extra: v.record(v.string(), v.string()),
  startedAt: v.string(),
  updatedAt: v.string(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;
