// HubSpot's answers in our own shapes. The client's models are parsed, not trusted: they check nothing.
import * as v from 'valibot';
import { recordOf } from '@/lib/util/schema';
import { isWhole } from '@/lib/util/whole-text';
import { besideResults } from './partly';
import { isoTime } from './times';

const idSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  // Half a character is no part of an id, and no address can be made with it.
  v.check((id) => id.length > 0 && id.length <= 40 && isWhole(id)),
);

const modelTime = v.pipe(v.unknown(), v.transform(isoTime));

const propertiesSchema = v.pipe(
  recordOf(v.string(), v.nullish(v.union([v.string(), v.number(), v.boolean()]))),
  v.transform((all) => {
    const present: Record<string, string> = {};
    for (const [name, value] of Object.entries(all))
      if (value !== null && value !== undefined) present[name] = String(value);
    return present;
  }),
);

const moreSchema = v.nullish(v.object({ next: v.nullish(v.object({ after: v.nullish(v.string()) })) }));

const associatedSchema = v.object({
  results: v.array(v.object({ id: idSchema, type: v.nullish(v.string()) })),
  paging: moreSchema,
});

/** A record: empty and absent properties are both absent. Association lists are keyed by HubSpot's name for the type. */
export const ObjectSchema = v.object({
  id: idSchema,
  properties: v.optional(propertiesSchema, {}),
  propertiesWithHistory: v.nullish(
    recordOf(
      v.string(),
      v.array(
        v.object({
          value: v.nullish(v.string()),
          timestamp: modelTime,
          sourceType: v.nullish(v.string()),
          sourceId: v.nullish(v.string()),
          sourceLabel: v.nullish(v.string()),
          updatedByUserId: v.nullish(v.number()),
        }),
      ),
    ),
  ),
  associations: v.nullish(recordOf(v.string(), associatedSchema)),
  /** By HubSpot's clock; nobody who writes a record sets it. */
  createdAt: v.optional(modelTime),
  archived: v.nullish(v.boolean()),
});
export type HubSpotObject = v.InferOutput<typeof ObjectSchema>;

export const ObjectsSchema = v.object({ results: v.array(ObjectSchema) });
/** The same of a batch. */
export const BatchSchema = v.object({ results: v.array(ObjectSchema), ...besideResults });
export const AnythingSchema = v.unknown();

export const PropertySchema = v.object({
  name: v.string(),
  label: v.string(),
  type: v.string(),
  fieldType: v.optional(v.string(), ''),
  options: v.optional(
    v.array(
      v.object({
        value: v.string(),
        label: v.string(),
        displayOrder: v.nullish(v.number()),
        hidden: v.nullish(v.boolean()),
      }),
    ),
    [],
  ),
});
export type HubSpotProperty = v.InferOutput<typeof PropertySchema>;

export const OwnerSchema = v.object({
  id: idSchema,
  email: v.nullish(v.string()),
  firstName: v.nullish(v.string()),
  lastName: v.nullish(v.string()),
  type: v.nullish(v.string()),
  archived: v.nullish(v.boolean()),
});
export type HubSpotOwner = v.InferOutput<typeof OwnerSchema>;

export const OwnersSchema = v.object({
  results: v.array(OwnerSchema),
  paging: moreSchema,
});

export const PipelinesSchema = v.object({
  results: v.array(
    v.object({
      id: idSchema,
      label: v.string(),
      displayOrder: v.nullish(v.number()),
      archived: v.nullish(v.boolean()),
      stages: v.array(
        v.object({
          id: idSchema,
          label: v.string(),
          displayOrder: v.nullish(v.number()),
          archived: v.nullish(v.boolean()),
          metadata: v.nullish(recordOf(v.string(), v.unknown())),
        }),
      ),
    }),
  ),
});
export type HubSpotPipeline = v.InferOutput<typeof PipelinesSchema>['results'][number];

export const AccountSchema = v.object({
  portalId: v.pipe(v.union([v.number(), v.string()]), v.transform(String), v.regex(/^\d{1,12}$/)),
  uiDomain: v.nullish(v.string()),
  timeZone: v.nullish(v.string()),
  companyCurrency: v.nullish(v.string()),
});
export type HubSpotAccount = v.InferOutput<typeof AccountSchema>;

const portalId = v.pipe(v.union([v.number(), v.string()]), v.transform(String), v.regex(/^\d{1,12}$/));

export const TokenInfoSchema = v.object({ hubId: portalId, scopes: v.array(v.string()) });

/** The associations batch read: what one record is associated with. */
export const AssociatedSchema = v.object({
  results: v.array(v.object({ to: v.array(v.object({ toObjectId: idSchema })), paging: moreSchema })),
  ...besideResults,
});

/** What a link between two records is answered with: one for each way. */
export const LinkedSchema = v.object({ results: v.array(v.unknown()), ...besideResults });
