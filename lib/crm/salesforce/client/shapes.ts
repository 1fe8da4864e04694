// Salesforce's answers in our own shapes: parsed, not trusted.
import * as v from 'valibot';
import { recordOf } from '@/lib/util/schema';
import { longId } from '../page/ids';

const idSchema = v.pipe(
  v.string(),
  v.transform(longId),
  v.check((id) => id !== ''),
);

/** A record: its fields by name; those of other records that came along are records in it. */
export const RecordSchema = recordOf(v.string(), v.unknown());
export type OrgRecord = v.InferOutput<typeof RecordSchema>;

/** `done`: nothing of what was asked for is left for another page. */
export const QuerySchema = v.object({
  records: v.array(RecordSchema),
  done: v.nullish(v.boolean(), true),
});

export const UserInfoSchema = v.object({
  user_id: idSchema,
  organization_id: idSchema,
  name: v.nullish(v.string(), ''),
  email: v.nullish(v.string(), ''),
  zoneinfo: v.nullish(v.string()),
});

/** What SOAP's getUserInfo says of the user, in the same form. */
export const SoapUserSchema = v.pipe(
  v.object({
    userId: idSchema,
    userFullName: v.nullish(v.string(), ''),
    userEmail: v.nullish(v.string(), ''),
    userTimeZone: v.nullish(v.string()),
    /** Of an org with one currency, by the documentation. */
    orgDefaultCurrencyIsoCode: v.nullish(v.string(), ''),
  }),
  v.transform(({ userId, userFullName, userEmail, userTimeZone, orgDefaultCurrencyIsoCode }) => ({
    ...{ user_id: userId, name: userFullName, email: userEmail },
    ...{ zoneinfo: userTimeZone || null, currency: orgDefaultCurrencyIsoCode },
  })),
);

/** The versions of the API that an org has. */
export const VersionsSchema = v.array(v.object({ version: v.string() }));

const valueSchema = v.object({
  value: v.string(),
  label: v.nullish(v.string()),
  active: v.nullish(v.boolean(), true),
  defaultValue: v.nullish(v.boolean(), false),
});

export const FieldSchema = v.object({
  name: v.string(),
  label: v.nullish(v.string(), ''),
  type: v.string(),
  updateable: v.nullish(v.boolean(), false),
  createable: v.nullish(v.boolean(), false),
  unique: v.nullish(v.boolean(), false),
  /** Whether a query may look for its values, and order by them: an encrypted field may not. */
  filterable: v.nullish(v.boolean(), true),
  sortable: v.nullish(v.boolean(), true),
  /** What it leads to, and under which name in a query. */
  relationshipName: v.nullish(v.string()),
  referenceTo: v.nullish(v.array(v.string()), []),
  /** In characters; 0 where the type has none. */
  length: v.nullish(v.number(), 0),
  restrictedPicklist: v.nullish(v.boolean(), false),
  /** The field that decides which of its values are offered. */
  controllerName: v.nullish(v.string()),
  picklistValues: v.nullish(v.array(valueSchema), []),
});
export type OrgField = v.InferOutput<typeof FieldSchema>;

export const DescribeSchema = v.object({
  name: v.string(),
  label: v.nullish(v.string(), ''),
  createable: v.nullish(v.boolean(), false),
  updateable: v.nullish(v.boolean(), false),
  queryable: v.nullish(v.boolean(), true),
  fields: v.array(FieldSchema),
  childRelationships: v.nullish(
    v.array(v.object({ childSObject: v.string(), relationshipName: v.nullish(v.string()) })),
    [],
  ),
  recordTypeInfos: v.nullish(
    v.array(
      v.object({
        recordTypeId: v.string(),
        name: v.nullish(v.string(), ''),
        available: v.nullish(v.boolean(), false),
        active: v.nullish(v.boolean(), true),
        master: v.nullish(v.boolean(), false),
        defaultRecordTypeMapping: v.nullish(v.boolean(), false),
      }),
    ),
    [],
  ),
});
export type Describe = v.InferOutput<typeof DescribeSchema>;

/**
 * A picklist's values for a record type. Of a dependent one: `controllerValues` numbers the values of its controlling
 * field, 'false' and 'true' where that is a checkbox, and `validFor` names those under which a value is offered.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values.htm
 */
export const PicklistSchema = v.object({
  controllerValues: v.nullish(recordOf(v.string(), v.number()), {}),
  values: v.array(
    v.object({
      value: v.string(),
      label: v.nullish(v.string()),
      validFor: v.nullish(v.array(v.number()), []),
    }),
  ),
});

/** The answer to a create. */
export const CreatedSchema = v.object({ id: idSchema });

export const ConvertResultSchema = v.object({
  success: v.boolean(),
  accountId: v.nullish(v.string()),
  contactId: v.nullish(v.string()),
  opportunityId: v.nullish(v.string()),
  errors: v.nullish(
    v.array(
      v.object({
        message: v.nullish(v.string(), ''),
        statusCode: v.nullish(v.string(), ''),
        fields: v.nullish(v.unknown()),
        duplicateResult: v.optional(v.unknown()),
      }),
    ),
    [],
  ),
});
export type ConvertResult = v.InferOutput<typeof ConvertResultSchema>;
