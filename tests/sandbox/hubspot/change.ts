// A change of the sandbox's state, as it stands in the journal.
import * as v from 'valibot';
import { typeNames } from './model';

const Version = v.object({
  value: v.string(),
  timestamp: v.string(),
  sourceType: v.string(),
  sourceId: v.exactOptional(v.string()),
  sourceLabel: v.exactOptional(v.string()),
  updatedByUserId: v.exactOptional(v.number()),
});
const Type = v.picklist(typeNames);
const End = v.object({ type: Type, id: v.string() });
const Link = v.object({ portal: v.string(), from: End, to: End, typeId: v.number() });
const RecordSchema = v.object({
  portal: v.string(),
  type: Type,
  id: v.string(),
  createdAt: v.string(),
  updatedAt: v.string(),
  archivedAt: v.nullable(v.string()),
  mergedInto: v.nullable(v.string()),
  history: v.record(v.string(), v.array(Version)),
});
const Definition = v.object({
  name: v.string(),
  label: v.string(),
  type: v.string(),
  fieldType: v.string(),
  description: v.string(),
  groupName: v.string(),
  options: v.array(
    v.object({ label: v.string(), value: v.string(), displayOrder: v.number(), hidden: v.boolean() }),
  ),
  displayOrder: v.number(),
  hidden: v.boolean(),
  hubspotDefined: v.boolean(),
  hasUniqueValue: v.boolean(),
  readOnly: v.boolean(),
  createdAt: v.string(),
  updatedAt: v.string(),
});

export const ChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('record'), record: RecordSchema }),
  v.object({ kind: v.literal('link'), link: Link }),
  v.object({ kind: v.literal('unlink'), link: Link }),
  v.object({ kind: v.literal('property'), portal: v.string(), type: Type, definition: Definition }),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

/** The journal's first line: what the seed was made of, so that a restart makes the same one. */
export const StartSchema = v.object({ kind: v.literal('start'), seed: v.number(), now: v.string() });
export const LineSchema = v.object({ kind: v.literal('commit'), changes: v.array(ChangeSchema) });
