// The rep's confirmed decision and the writes that follow from it. Persisted before the first write.
import * as v from 'valibot';
import { ProblemSchema } from '@/lib/problem/problem';
import { PersonSchema, RecordRefSchema } from '@/lib/record/record';
import { recordOf } from '@/lib/util/schema';
import { DealDraftSchema, DecisionSchema, NextStepSchema, RevisionSchema } from '../answers/draft';

/** One field of the record, or of one beside it: what the rep was shown, and what it shall be. '' means empty. */
export const FieldChangeSchema = v.strictObject({
  field: v.string(),
  label: v.string(),
  from: v.string(),
  fromText: v.string(),
  to: v.string(),
  toText: v.string(),
  /** The target comes earlier in the CRM's own order: allowed only when the rep has seen it said. */
  backward: v.boolean(),
  /** The record beside the submission's that has the field; left out: the submission's own. */
  record: v.optional(RecordRefSchema),
  /** The CRM demanded the field, and the rep filled it in: it belongs to no stage. */
  demanded: v.optional(v.literal(true)),
});
export type FieldChange = v.InferOutput<typeof FieldChangeSchema>;

/** All of them of one record. */
const fields = v.strictObject({
  kind: v.literal('fields'),
  changes: v.array(FieldChangeSchema),
  /**
   * What the rep put into demanded fields of which it is not known what they held: of records that are yet to be made,
   * and all of them in versions before 2026-12.
   */
  extra: recordOf(v.string(), v.string()),
});
/** A decision's form, filled in: `title` and `shown` are the same in words, for the receipt. */
const form = v.strictObject({
  kind: v.literal('form'),
  form: v.string(),
  values: recordOf(v.string(), v.string()),
  title: v.optional(v.string()),
  shown: v.optional(
    v.array(v.strictObject({ label: v.string(), text: v.string(), told: v.optional(v.string()) })),
  ),
  /**
   * Of a form that makes the stage itself: the record's stage fields as the rep saw them, which it changes by other
   * means than a field's write. Left out by earlier versions.
   */
  seen: v.optional(
    v.array(v.strictObject({ field: v.string(), label: v.string(), value: v.string(), text: v.string() })),
  ),
});
const deal = v.strictObject({ kind: v.literal('deal'), deal: DealDraftSchema });
/** The next step, as an open task for the rep. */
const task = v.strictObject({ kind: v.literal('task'), task: NextStepSchema });
const note = v.strictObject({ kind: v.literal('note'), body: v.string() });

const PartSchema = v.variant('kind', [fields, form, deal, task, note]);
export type Part = v.InferOutput<typeof PartSchema>;

/**
 * What a step does; `note.body` is plain text, built by note.ts, with the machine-readable last line. `together`: all
 * of it happens or none of it, in one call.
 */
export const WriteSchema = v.variant('kind', [
  fields,
  form,
  deal,
  task,
  note,
  v.strictObject({ kind: v.literal('together'), writes: v.pipe(v.array(PartSchema), v.minLength(1)) }),
]);
export type Write = v.InferOutput<typeof WriteSchema>;

const made = {
  text: v.string(),
  url: v.nullable(v.string()),
  id: v.nullable(v.string()),
  /** Others that are there of the very same, which was to be made once; left out: none is known. */
  twins: v.optional(v.array(v.strictObject({ text: v.string(), url: v.nullable(v.string()) }))),
};

export const StepSchema = v.strictObject({
  id: v.string(),
  write: WriteSchema,
  /** trying: sent, and the answer is not known. Such a step is looked up in the CRM before it is tried again. */
  state: v.picklist(['waiting', 'trying', 'done', 'failed']),
  /** What came of it: a link to what was made, what was read back. */
  result: v.nullable(
    v.strictObject({
      ...made,
      /** Of a step that writes together: what came of each part, in their order. */
      parts: v.optional(v.array(v.strictObject(made))),
      /** The record that goes on from here, where this one has become another. */
      next: v.optional(v.nullable(v.strictObject({ ref: RecordRefSchema, url: v.string() }))),
    }),
  ),
  problem: v.nullable(ProblemSchema),
  /**
   * Set where the rep edited it while its answer was lost: what is written in its place if it turns out not to have
   * arrived, fields also if it has; null: nothing.
   */
  instead: v.optional(v.nullable(WriteSchema)),
  /** Of one that failed: all of it was saved, and its fields alone do not stand. What went along with them is there. */
  saved: v.optional(v.literal(true)),
  /**
   * What it was before the rep edited it, where it had failed and was not sent since: if it turns out that the CRM has
   * made that all the same, the edit came too late.
   */
  edited: v.optional(WriteSchema),
});
export type Step = v.InferOutput<typeof StepSchema>;

const moment = v.nullable(v.pipe(v.string(), v.isoTimestamp()));

/**
 * How long a call whose answer was lost may still act: `ms` from when it was lost. `until`: the same by the CRM's own
 * clock (ISO), once an answer has told it; null before. `wall`: by this computer's clock, from the same moment; it ends
 * when both have passed. Left out by versions that went by the CRM's alone.
 */
export const FenceSchema = v.strictObject({
  ms: v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)),
  until: moment,
  wall: v.optional(moment),
});
export type Fence = v.InferOutput<typeof FenceSchema>;

export const SubmissionSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  ref: RecordRefSchema,
  recordName: v.string(),
  /** Whose answers they are, where the record is no person itself; see Snapshot.about. */
  about: v.optional(RecordRefSchema),
  /** Who owned the record when the rep confirmed; see Snapshot.owner. */
  owner: v.optional(v.strictObject({ field: v.string(), id: v.string() })),
  /** Whom the person works for, for lists; left out where nobody knows, and by versions before 2026-11. */
  company: v.optional(v.string()),
  by: PersonSchema,
  /** The CRM's user who was signed in when the rep confirmed, as the background found it; left out: nobody, or not known. */
  as: v.optional(PersonSchema),
  at: v.string(),
  /** The revision of the draft that was confirmed: once written, that one has served. Left out: of none. */
  draft: v.optional(RevisionSchema),
  playbook: v.strictObject({ id: v.string(), version: v.string(), hash: v.string() }),
  answers: recordOf(v.string(), v.nullable(v.union([v.string(), v.number()]))),
  /** What was live and said otherwise than an answer, by criterion: both sides are kept. */
  against: v.optional(
    recordOf(
      v.string(),
      v.array(
        v.strictObject({
          value: v.union([v.string(), v.number()]),
          text: v.string(),
          source: v.string(),
          at: v.nullable(v.string()),
        }),
      ),
    ),
  ),
  /** The stage the answers support, whatever the rep decided. */
  supported: v.nullable(v.string()),
  decision: DecisionSchema,
  /** What the rep has seen and allows: 'duplicates'. */
  allow: v.optional(v.array(v.string())),
  steps: v.array(StepSchema),
  /** Steps, by id, that stand in the CRM as they were before the rep edited the submission: the edit came too late. */
  late: v.optional(v.array(v.string())),
  /**
   * waiting: goes on by itself, at `nextAt`, or when what its step's problem names has changed (signed in again, the
   * one before it is done). failed: wants the rep. withdrawn: the rep took it back; what had arrived stays.
   */
  state: v.picklist(['waiting', 'writing', 'written', 'failed', 'withdrawn']),
  /** How often it was stopped by something that passes; left out: never. */
  tries: v.optional(v.number()),
  /** When it is tried again by itself (ISO). failed, withdrawn: until when a write whose answer was lost may yet arrive. */
  nextAt: v.optional(v.nullable(v.string())),
  /** Before it has passed nobody repeats a step that is 'trying', nor writes the record before it. Kept while it holds. */
  fence: v.optional(FenceSchema),
  /** Set with written and withdrawn, and with failed where only the rep can go on. */
  finishedAt: v.nullable(v.string()),
});
export type Submission = v.InferOutput<typeof SubmissionSchema>;
