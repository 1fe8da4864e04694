// What a review offers for choice, as a schema: it is kept for a day without network, and parsed when it is read back.
import * as v from 'valibot';
import { StageFieldSchema } from '@/lib/record/mapping';
import { ReviewFormSchema } from './form-schema';

const OptionSchema = v.object({ value: v.string(), label: v.string() });
export type Option = v.InferOutput<typeof OptionSchema>;

export const ReviewOptionsSchema = v.object({
  stageFields: v.array(StageFieldSchema),
  /** Deal pipelines; empty where deals can't be created, with the reason in `dealGap`. A single one without a label is no question. */
  pipelines: v.array(v.object({ id: v.string(), label: v.string(), stages: v.array(OptionSchema) })),
  dealGap: v.nullable(v.string()),
  currency: v.string(),
  /** What a deal is called here, as in "Also create a deal"; left out: deal. */
  dealWord: v.exactOptional(v.string()),
  /** What decisions on this record ask for besides; left out where there is nothing. */
  forms: v.exactOptional(v.array(ReviewFormSchema)),
  /** Characters of plain text that a note may have; left out: 12,000. */
  noteMost: v.exactOptional(v.number()),
  /** All this holds for the one record only (its record type, what it may be converted to); left out: for the account. */
  perRecord: v.exactOptional(v.boolean()),
});
export type ReviewOptions = v.InferOutput<typeof ReviewOptionsSchema>;
