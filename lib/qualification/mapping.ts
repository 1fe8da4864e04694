// How a playbook's stages and outcomes are told in a CRM's own fields.
import * as v from 'valibot';

/** A field of the CRM that can carry a stage, with its options as the account has them. */
export const StageFieldSchema = v.strictObject({
  field: v.string(),
  label: v.string(),
  /** The kind of record that has it, where a CRM has people of more than one kind; left out: all of them. */
  object: v.optional(v.string()),
  /** True where the CRM treats the options as a ladder, so that an earlier one is a step back. */
  ordered: v.boolean(),
  options: v.array(
    v.strictObject({ value: v.string(), label: v.string(), order: v.number(), hidden: v.boolean() }),
  ),
});
export type StageField = v.InferOutput<typeof StageFieldSchema>;

/** Stage or outcome id to the values that stand for it; an empty list: kept in the evidence only. */
export const StageMappingSchema = v.record(
  v.string(),
  v.array(v.strictObject({ field: v.string(), value: v.string() })),
);
export type StageMapping = v.InferOutput<typeof StageMappingSchema>;
