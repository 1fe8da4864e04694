// The rep's confirmed decision and the writes that follow from it. Persisted before the first write.
import * as v from 'valibot';
import { ProblemSchema } from '../problem';
import { ConversionDraftSchema, DealDraftSchema, DecisionSchema } from './draft';
import { PersonSchema, RecordRefSchema } from './record';

/** One field of the record: what the rep was shown, and what it shall be. '' means empty. */
export const FieldChangeSchema = v.strictObject({
  field: v.string(),
  label: v.string(),
  from: v.string(),
  fromText: v.string(),
  to: v.string(),
  toText: v.string(),
  /** The target comes earlier in the CRM's own order: allowed only when the rep has seen it said. */
  backward: v.boolean(),
});
export type FieldChange = v.InferOutput<typeof FieldChangeSchema>;

/** What a step does; `note.body` is plain text, built by note.ts, with the machine-readable last line. */
export const WriteSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('fields'),
    changes: v.array(FieldChangeSchema),
    extra: v.record(v.string(), v.string()),
  }),
  v.strictObject({ kind: v.literal('deal'), deal: DealDraftSchema }),
  v.strictObject({ kind: v.literal('note'), body: v.string() }),
  /** All of the above in one, for CRMs that write all or nothing. `allowDuplicates`: the rep has seen and allowed them. */
  v.strictObject({
    kind: v.literal('whole'),
    changes: v.array(FieldChangeSchema),
    extra: v.record(v.string(), v.string()),
    deal: v.nullable(DealDraftSchema),
    body: v.string(),
    allowDuplicates: v.boolean(),
  }),
  /** Turns the record into others. Can't be undone; comes before everything else. */
  v.strictObject({
    kind: v.literal('convert'),
    conversion: ConversionDraftSchema,
    allowDuplicates: v.boolean(),
  }),
]);
export type Write = v.InferOutput<typeof WriteSchema>;

export const StepSchema = v.strictObject({
  id: v.string(),
  write: WriteSchema,
  /** trying: sent, and the answer is not known. Such a step is looked up in the CRM before it is tried again. */
  state: v.picklist(['waiting', 'trying', 'done', 'failed']),
  /** What came of it: a link to what was made, what was read back. */
  result: v.nullable(
    v.strictObject({ text: v.string(), url: v.nullable(v.string()), id: v.nullable(v.string()) }),
  ),
  problem: v.nullable(ProblemSchema),
});
export type Step = v.InferOutput<typeof StepSchema>;

export const SubmissionSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  ref: RecordRefSchema,
  recordName: v.string(),
  by: PersonSchema,
  at: v.string(),
  playbook: v.strictObject({ id: v.string(), version: v.string(), hash: v.string() }),
  answers: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
  /** The stage the answers support, whatever the rep decided. */
  supported: v.nullable(v.string()),
  decision: DecisionSchema,
  steps: v.array(StepSchema),
  state: v.picklist(['waiting', 'writing', 'written', 'failed']),
  finishedAt: v.nullable(v.string()),
});
export type Submission = v.InferOutput<typeof SubmissionSchema>;
