// Salesforce's refusals as problems that can be shown, with the org's own words.
import * as v from 'valibot';
import type { Problem, ProblemKind } from '@/lib/problem/problem';
import { isStatus, ProblemError } from '@/lib/problem/problem';
import { own } from '@/lib/util/object';

const errorSchema = v.object({
  message: v.nullish(v.string(), ''),
  errorCode: v.nullish(v.string(), ''),
  fields: v.nullish(v.array(v.string()), []),
  /** With DUPLICATES_DETECTED: whether it may be saved all the same, and what it looks like. */
  duplicateResult: v.optional(v.unknown()),
});
export type OrgError = v.InferOutput<typeof errorSchema>;

const oauthSchema = v.object({ error: v.string(), error_description: v.nullish(v.string(), '') });

/** The errors of a body as far as they can be read: Salesforce sends a list, now and then one alone. */
export function parseErrors(data: unknown): OrgError[] {
  const oauth = v.safeParse(oauthSchema, data);
  if (oauth.success)
    return [{ message: oauth.output.error_description, errorCode: oauth.output.error, fields: [] }];
  return (Array.isArray(data) ? data : [data]).flatMap((one) => {
    const parsed = v.safeParse(errorSchema, one);
    return parsed.success && (parsed.output.errorCode || parsed.output.message) ? [parsed.output] : [];
  });
}

/** What each code means for the rep. Codes that aren't here go by the status. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  REQUIRED_FIELD_MISSING: 'required',
  INSUFFICIENT_ACCESS: 'forbidden',
  INSUFFICIENT_ACCESS_OR_READONLY: 'forbidden',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'forbidden',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'forbidden',
  ENTITY_IS_LOCKED: 'locked',
  API_DISABLED_FOR_ORG: 'no-api',
  API_CURRENTLY_DISABLED: 'no-api',
  FUNCTIONALITY_NOT_ENABLED: 'forbidden',
  REST_API_REFUSED: 'no-api',
  CANNOT_EXECUTE_FLOW_TRIGGER: 'automation',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'automation',
  ENTITY_IS_DELETED: 'gone',
  CANNOT_UPDATE_CONVERTED_LEAD: 'converted',
  INVALID_CROSS_REFERENCE_KEY: 'gone',
  NOT_FOUND: 'gone',
  UNABLE_TO_LOCK_ROW: 'in-use',
  REQUEST_LIMIT_EXCEEDED: 'busy',
  REQUEST_RUNNING_TOO_LONG: 'busy',
  QUERY_TIMEOUT: 'busy',
  SERVER_UNAVAILABLE: 'crm-down',
  UNKNOWN_EXCEPTION: 'crm-down',
  INVALID_SESSION_ID: 'key-refused',
  INVALID_AUTH_HEADER: 'key-refused',
  invalid_grant: 'key-refused',
  inactive_user: 'key-refused',
  inactive_org: 'key-refused',
};

/** In a composite call that is rolled back, the parts that did no wrong say this; it is never the reason. */
export const HALTED = 'PROCESSING_HALTED';

function kindOf(status: number, code: string): ProblemKind {
  const known = own(KINDS, code);
  if (known) return known;
  if (status === 401) return 'key-refused';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (status === 412) return 'changed';
  if (status === 420 || status === 429) return 'busy';
  if (status === 408) return 'timeout';
  if (status >= 500) return 'crm-down';
  return status >= 400 ? 'invalid' : 'unexpected';
}

/** A rolling day's allowance, not too many at one time: Salesforce has one code for both. */
const usedUp = ({ errorCode, message }: OrgError) =>
  errorCode === 'REQUEST_LIMIT_EXCEEDED' && !/concurrent/i.test(message);
const USED_UP =
  'Your org has used up the API calls that it may make in 24 hours. They come back bit by bit as the 24 hours move on, so it may work again soon. An admin can see the use in Setup > Company Information.';

const short = (text: string) => (text.length > 500 ? `${text.slice(0, 499)}…` : text);
const prefix = (object: string, field: string) =>
  object === '' || field.includes('.') ? field : `${object}.${field}`;

/**
 * What a refused call means; `object` is the one that it wrote, for the names of fields. Every message of the org is
 * kept: those about fields beside their field, labels are put in by labels.ts.
 */
export function refusal(status: number, data: unknown, object = '', retryAfterMs?: number): ProblemError {
  const errors = parseErrors(data).filter((one) => one.errorCode !== HALTED);
  // "This session is not valid for use with the REST API": a fresh one of the same kind would fare no better.
  const barred =
    status === 401 && errors.some((one) => /not valid for use with the REST API/i.test(one.message));
  const first = errors[0];
  const kind = barred ? 'no-api' : kindOf(status, first?.errorCode ?? '');
  const words = [...new Set(errors.map((one) => one.message).filter((text) => text !== ''))].join(' ');
  const fields = errors.flatMap((one) =>
    one.fields.map((field) => ({ field: prefix(object, field), label: field, message: one.message })),
  );
  const problem: Problem = {
    kind,
    message: short(words || `Salesforce answered with status ${status}.`),
    ...(isStatus(status) ? { status } : {}),
    ...(fields.length > 0 && (kind === 'required' || kind === 'invalid' || kind === 'forbidden')
      ? { fields: fields.slice(0, 40) }
      : {}),
    ...(retryAfterMs !== undefined ? { retryAfterMs } : {}),
    ...(first && usedUp(first) ? { usedUp: USED_UP } : {}),
    ...duplicatesOf(errors),
  };
  const error = new ProblemError(problem);
  error.cause = first?.errorCode ?? '';
  return error;
}

/** SOAP gives one alone where REST gives a list of one, and text for everything. */
const listOf = <T extends v.GenericSchema>(one: T) =>
  v.pipe(
    v.unknown(),
    v.transform((value) => (value === null || value === undefined ? [] : [value].flat())),
    v.array(one),
  );
const duplicateSchema = v.object({
  allowSave: v.pipe(
    v.unknown(),
    v.transform((value) => value === true || value === 'true'),
  ),
  matchResults: listOf(
    v.object({
      entityType: v.nullish(v.string(), ''),
      matchRecords: listOf(
        v.object({
          record: v.union([
            v.object({ Id: v.string(), attributes: v.nullish(v.object({ type: v.string() })) }),
            v.pipe(
              v.object({ 'sf:Id': v.string() }),
              v.transform((record) => ({ Id: record['sf:Id'], attributes: null })),
            ),
          ]),
        }),
      ),
    }),
  ),
});

/** What a duplicate rule took the record for, and whether the rep may allow it. */
function duplicatesOf(errors: OrgError[]): Pick<Problem, 'duplicates'> {
  const found = errors.find((one) => one.errorCode === 'DUPLICATES_DETECTED');
  if (!found) return {};
  const told = v.safeParse(duplicateSchema, found.duplicateResult);
  if (!told.success) return { duplicates: { mayAllow: false, records: [] } };
  const records = told.output.matchResults.flatMap(({ entityType, matchRecords }) =>
    matchRecords.map(({ record }) => ({ object: record.attributes?.type ?? entityType, id: record.Id })),
  );
  return { duplicates: { mayAllow: told.output.allowSave, records: records.slice(0, 20) } };
}

/**
 * A call that makes or changes something was refused because the session had ended, and that is renewed by now. Salesforce
 * did nothing, if it was Salesforce that said so: so it is looked for before it is sent again.
 */
export class Renewed extends ProblemError {}

/** A problem of our own making, in our own words. `cause`: the error that it was made from, for the trace. */
export function problem(
  kind: ProblemKind,
  message: string,
  more: Omit<Problem, 'kind' | 'message'> = {},
  cause?: unknown,
): ProblemError {
  return new ProblemError({ kind, message, ...more }, cause === undefined ? undefined : { cause });
}

export const isProblem = (error: unknown, ...kinds: ProblemKind[]): error is ProblemError =>
  error instanceof ProblemError && (kinds.length === 0 || kinds.includes(error.problem.kind));

/** Salesforce's own code for what it refused; '' where it gave none. */
export const codeOf = (error: unknown): string =>
  error instanceof ProblemError && typeof error.cause === 'string' ? error.cause : '';

/** The same, with how it was left, in words: anything else than a ProblemError stays as it is. */
export function withStanding(error: unknown, standing: string): unknown {
  if (!(error instanceof ProblemError) || error instanceof Renewed) return error;
  const told = new ProblemError({ ...error.problem, standing });
  told.cause = error.cause;
  return told;
}
