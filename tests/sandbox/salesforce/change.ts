// A change of the sandbox org's state, as it stands in the journal.
import * as v from 'valibot';
import { objectNames } from './model';

const Value = v.union([v.string(), v.number(), v.boolean(), v.null()]);
const RecordSchema = v.object({
  org: v.string(),
  type: v.picklist(objectNames),
  id: v.string(),
  deleted: v.boolean(),
  values: v.record(v.string(), Value),
});
export const GrantSchema = v.object({
  id: v.string(),
  /** session: the cookie of a signed-in browser. lightning: that of its Lightning pages, no good for the API. */
  kind: v.picklist(['session', 'lightning', 'oauth']),
  org: v.picklist(['acme', 'uat']),
  user: v.string(),
  access: v.string(),
  refresh: v.nullable(v.string()),
  /** Tokens that came from the same consent: they are revoked together. */
  family: v.string(),
  client: v.string(),
  state: v.picklist(['good', 'expired', 'revoked']),
  /** False once its refresh token has been exchanged for a new one. */
  refreshable: v.boolean(),
  /** What the log calls it. */
  label: v.string(),
});
export type Grant = v.InferOutput<typeof GrantSchema>;

export const ChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('record'), record: RecordSchema }),
  v.object({ kind: v.literal('grant'), grant: GrantSchema }),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

/** The journal's first line: what the seed was made of, so that a restart makes the same one. */
export const StartSchema = v.object({ kind: v.literal('start'), seed: v.number(), now: v.string() });
export const LineSchema = v.object({ kind: v.literal('commit'), changes: v.array(ChangeSchema) });
