// How a playbook's stages and outcomes are told in a CRM's own fields.
import * as v from 'valibot';
import { recordOf } from '../util/schema';

/** A field of the CRM that can carry a stage, with its options as the account has them. */
export const StageFieldSchema = v.strictObject({
  field: v.string(),
  label: v.string(),
  /** The kind of record that has it, where a CRM has people of more than one kind; left out: all of them. */
  object: v.optional(v.string()),
  /** 'reason': it tells why an outcome was decided. 'outcome': it tells outcomes, never a stage. Left out: both. */
  carries: v.optional(v.picklist(['reason', 'outcome'])),
  /** Why it can't be written by this key or user, as in "stays as it is: …"; left out: it can. */
  gap: v.optional(v.string()),
  /** True where the CRM treats the options as a ladder, so that an earlier one is a step back. */
  ordered: v.boolean(),
  /**
   * True where the CRM has more steps than a playbook has stages (a sales process): a value that isn't mapped then
   * counts as the nearest mapped one before it, where it lies between two that stand for stages.
   */
  spans: v.optional(v.boolean()),
  options: v.array(
    v.strictObject({
      value: v.string(),
      label: v.string(),
      order: v.number(),
      hidden: v.boolean(),
      /** The account has it, but not for this kind of record. */
      elsewhere: v.optional(v.boolean()),
      /** How it comes about, where it is never written plainly: "by converting the lead". */
      by: v.optional(v.string()),
      /** It ends the ladder (won, lost): nothing is written over it. */
      final: v.optional(v.boolean()),
      /** What a new record gets where nobody chooses. */
      usual: v.optional(v.boolean()),
      /** It is no step of the ladder, wherever it stands in the list: it counts as no other value. */
      aside: v.optional(v.boolean()),
    }),
  ),
});
export type StageField = v.InferOutput<typeof StageFieldSchema>;

/** Stage or outcome id, or reasonKey, to the values that stand for it; an empty list: kept in the evidence only. */
export const StageMappingSchema = recordOf(
  v.string(),
  v.array(v.strictObject({ field: v.string(), value: v.string() })),
);
export type StageMapping = v.InferOutput<typeof StageMappingSchema>;

/** The key of an outcome's reason in a mapping; ids have no slash. */
export const reasonKey = (outcome: string, reason: string): string => `${outcome}/${reason}`;
