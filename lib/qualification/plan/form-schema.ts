// The questions of a decision's form, as a schema: what a review offers is kept and read back.
import * as v from 'valibot';

/** A question of a form. `value` is the CRM's proposal; a date is an ISO day; '' means empty. */
const FormFieldSchema = v.object({
  id: v.string(),
  label: v.string(),
  help: v.string(),
  kind: v.picklist(['text', 'choice', 'date', 'number']),
  /** For a choice; empty for the others. `told`: in a receipt, in place of question and answer; '' where another one tells it. */
  options: v.array(v.object({ value: v.string(), label: v.string(), told: v.exactOptional(v.string()) })),
  required: v.boolean(),
  value: v.string(),
  /** The word before the answer in a receipt: "account" for "account Acme". Left out: the label and a colon. */
  told: v.exactOptional(v.string()),
  /** Shown, and asked for, only while another field of the form has one of these values. */
  when: v.exactOptional(v.object({ field: v.string(), is: v.array(v.string()) })),
});
export type FormField = v.InferOutput<typeof FormFieldSchema>;

/** Questions that a decision needs on this record. */
export const ReviewFormSchema = v.object({
  id: v.string(),
  /** Ids of the decisions (a playbook's stages or outcomes) that it belongs to. */
  stages: v.array(v.string()),
  /**
   * Values that it brings about, which are never written plainly: it belongs to the decisions which the team has mapped
   * to one of them, too. `fills`: the question that such a value answers.
   */
  reaches: v.exactOptional(v.array(v.object({ field: v.string(), value: v.string(), fills: v.string() }))),
  /** It makes the change of stage itself: the mapped fields are then not written. */
  instead: v.boolean(),
  /** What it does, as a verb: "Convert the lead". */
  title: v.string(),
  /** What the rep must have acknowledged before it is sent: that it can't be undone. */
  warning: v.nullable(v.string()),
  fields: v.array(FormFieldSchema),
  /** Its questions have still to be fetched, for the decision that it belongs to. */
  pending: v.exactOptional(v.boolean()),
});
export type ReviewForm = v.InferOutput<typeof ReviewFormSchema>;
