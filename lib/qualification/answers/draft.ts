// The unfinished qualification of one record: what the rep has said so far. Kept until it is written or thrown away.
import * as v from 'valibot';
import { stepKinds } from '@/lib/playbook/step-schema';
import { PersonSchema, RecordRefSchema } from '@/lib/record/record';
import { recordOf } from '@/lib/util/schema';

/** Characters of a customer's own words beside an answer. Drafts and notes of before may hold up to 500. */
export const QUOTE_MOST = 280;

/**
 * Counts changes: what is compared to tell what came after what. Times can't, for a clock may be put back. Left out by
 * versions before 2026-12.
 */
export const RevisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The rep's word on one criterion. value null: the rep said "don't know", which is an answer to the question but not to the logic. */
export const RepAnswerSchema = v.strictObject({
  value: v.nullable(v.union([v.string(), v.number()])),
  at: v.string(),
  /** The draft's revision that it came with: of two answers that both windows gave, the higher one counts. */
  rev: v.optional(RevisionSchema),
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
    /**
     * What the CRM says, in its own words, where that is ahead of the stage and stays: no stage field is written, and
     * the evidence is added. Left out: the fields are made to say the stage.
     */
    keep: v.optional(v.string()),
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
 * What a list needs to tell of an unfinished qualification without reading its record again, as the rep last saw it;
 * ids are the playbook's. It goes when the draft goes.
 */
export const ListedSchema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(300)),
  company: v.pipe(v.string(), v.maxLength(300)),
  /** The stage that the answers support; null: not even the first. */
  stage: v.nullable(v.string()),
  /** The stage after it; null at the top. */
  next: v.nullable(v.string()),
  /** How many answers the next stage needs at least; null: something speaks against it. */
  missing: v.nullable(v.number()),
  /** Criteria that nobody knows the answer to yet. */
  unknown: v.pipe(v.array(v.string()), v.maxLength(200)),
  /** The playbook's flags that hold; left out where none does. */
  flags: v.optional(v.pipe(v.array(v.string()), v.maxLength(9))),
});
export type Listed = v.InferOutput<typeof ListedSchema>;

/** Characters of a task's first line, and of what it says to do. */
export const SUBJECT_MOST = 200;
export const TASK_TEXT_MOST = 2000;

/** The next step: a task in the CRM, for the rep. dueOn an ISO day; `label` as the playbook calls it. */
export const NextStepSchema = v.strictObject({
  kind: v.picklist(stepKinds),
  label: v.string(),
  subject: v.pipe(v.string(), v.maxLength(SUBJECT_MOST)),
  body: v.pipe(v.string(), v.maxLength(TASK_TEXT_MOST)),
  dueOn: v.string(),
});
export type NextStep = v.InferOutput<typeof NextStepSchema>;

/** Characters that the rep's part of the note may have, and a value of a form. */
export const NOTE_TEXT_MOST = 20_000;
export const FORM_VALUE_MOST = 2000;

/** When the call began and was last answered in (ISO), since when it is paused, and for how long it was (ms). */
export const CallSchema = v.strictObject({
  startedAt: v.string(),
  lastAt: v.string(),
  pausedAt: v.nullable(v.string()),
  pausedMs: v.number(),
});
export type Call = v.InferOutput<typeof CallSchema>;

export const DraftSchema = v.strictObject({
  ref: RecordRefSchema,
  playbook: v.strictObject({ id: v.string(), version: v.string(), hash: v.string() }),
  answers: recordOf(v.string(), RepAnswerSchema),
  /** Whom they are about, where the record is no person itself: as its first answer was given. */
  about: v.optional(v.strictObject({ ref: RecordRefSchema, name: v.string() })),
  /** What the rep typed in the review, kept between visits; null: as generated. */
  noteText: v.nullable(v.pipe(v.string(), v.maxLength(NOTE_TEXT_MOST))),
  decision: v.nullable(DecisionSchema),
  deal: v.nullable(DealDraftSchema),
  /** The task to make with it; left out or null: none. */
  next: v.optional(v.nullable(NextStepSchema)),
  /** Values for properties that the CRM demanded, by field id. */
  extra: recordOf(v.string(), v.string()),
  /** What the rep put into a decision's form: form id, field id, value. */
  form: v.optional(
    recordOf(v.string(), recordOf(v.string(), v.pipe(v.string(), v.maxLength(FORM_VALUE_MOST)))),
  ),
  /** Left out in drafts of versions before 2026-11, until their record is opened again. */
  listed: v.optional(ListedSchema),
  /** The call's time, from the first answer on. */
  call: v.optional(CallSchema),
  /**
   * One more with every change by the rep, and more than both after a merge: two drafts of a record with the same
   * revision are the same. It begins at random, so that a draft never meets the revision of one that was thrown away.
   */
  revision: v.optional(RevisionSchema, 0),
  /** For people; nothing is decided by them. */
  startedAt: v.string(),
  updatedAt: v.string(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;
