// What the rows of our own database must be to be used: another version of ours, or a damaged disk, may have left anything.
import * as v from 'valibot';
import { ReviewOptionsSchema } from '@/lib/qualification/plan/review-options';
import { StageMappingSchema } from '@/lib/record/mapping';
import { PersonSchema } from '@/lib/record/record';
import { recordOf } from '@/lib/util/schema';
import { WholeTextSchema as whole } from '@/lib/util/whole-text';

/** What is kept as the schema has it; null for anything else, which is then as good as not there. */
export function readRow<T>(schema: v.GenericSchema<unknown, T>, kept: unknown): T | null {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : null;
}

const text = v.string();
const texts = recordOf(text, text);
const address = v.pipe(text, v.url());

const key = v.object({ way: v.literal('key'), key: text });
/** `values`: what was typed before the sign-in, for the next one. */
const oauth = v.object({
  way: v.literal('oauth'),
  values: texts,
  tokens: v.object({ access: text, refresh: v.nullable(text), origin: address, fields: texts }),
});
/**
 * `page`: the address of a page of the account, which says which session is meant. The session itself is not kept;
 * `digest`: of the last one that was known to be the connection's own user's. Left out: by versions before 2026-12.
 */
const session = v.object({ way: v.literal('session'), page: address, digest: v.exactOptional(text) });

/** A credential as it is kept: wrapped by connections/seal.ts, in base64. */
export const SealedRow = v.object({ credential: v.strictObject({ iv: text, data: text }) });
export type Sealed = v.InferOutput<typeof SealedRow>['credential'];

const missing = v.array(v.object({ scope: text, need: v.picklist(['must', 'should']), purpose: text }));

/** A connection with its key. It never leaves the background: pages get messages.ts's Connection instead. */
export const ConnectionRow = v.object({
  crm: whole,
  account: whole,
  accountName: text,
  credential: v.variant('way', [key, oauth, session]),
  /** The CRM refused it for good: the rep has to sign in again. */
  signedOut: v.boolean(),
  /** Who signed in, as the CRM says; null for a key, which is nobody's, and where it has not been asked yet. */
  user: v.nullable(PersonSchema),
  /** Whom Stagecheck writes as. */
  person: PersonSchema,
  connectedAt: text,
  missing,
  /** The id under which the sign-in was kept aside, so that finishing it twice is finishing it once. */
  pending: v.nullable(text),
});

/** A sign-in that waits for the rep to say who they are. `account`: null until the CRM has said whose it is. */
export const PendingRow = v.object({
  crm: whole,
  credential: v.variant('way', [oauth, session]),
  account: v.nullable(
    v.object({ id: whole, name: text, timeZone: text, user: v.exactOptional(PersonSchema), missing }),
  ),
  at: text,
});

/** Records that the background itself has seen to belong to a record: members of a group, a merge's survivor. */
/** `lives`: how many workers have gone by it; left out by versions before 2026-12. */
export const BelongingRow = v.object({
  account: text,
  keys: v.array(text),
  at: text,
  lives: v.optional(v.pipe(v.number(), v.minValue(1))),
});

/** `format`: moves when what a review offers means something else; what was kept in an older one is left alone. */
export const KeptReviewRow = v.object({
  format: v.number(),
  options: ReviewOptionsSchema,
  mapping: StageMappingSchema,
});
