// A refusal in Salesforce's words: a status, and an array of errors with their codes and fields.
export type SfError = {
  message: string;
  errorCode: string;
  fields?: string[];
  /** With DUPLICATES_DETECTED. */
  duplicateResult?: DuplicateResult;
};

/** What a duplicate rule found. */
export type DuplicateResult = {
  allowSave: boolean;
  duplicateRule: string;
  duplicateRuleEntityType: string;
  errorMessage: string;
  matchResults: {
    entityType: string;
    errors: string[];
    matchEngine: string;
    matchRecords: {
      additionalInformation: string[];
      fieldDiffs: string[];
      matchConfidence: number;
      record: { attributes: { type: string; url: string }; Id: string };
    }[];
    rule: string;
    size: number;
    success: boolean;
  }[];
};

export class Refusal extends Error {
  readonly errors: SfError[];
  constructor(
    readonly status: number,
    errors: SfError | SfError[],
    readonly headers: Record<string, string> = {},
  ) {
    const list = Array.isArray(errors) ? errors : [errors];
    super(list[0]?.message ?? 'refused');
    this.errors = list;
  }
}

/** A refusal with one error: 400 unless said otherwise. */
export function refuse(errorCode: string, message: string, fields?: string[], status = 400): Refusal {
  return new Refusal(status, { message, errorCode, ...(fields && { fields }) });
}

export const notFound = (message = 'The requested resource does not exist') =>
  new Refusal(404, { errorCode: 'NOT_FOUND', message });
export const deleted = () => refuse('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
export const malformed = (message: string) => refuse('MALFORMED_QUERY', message);
/** Which object can't be had, in the words of a query. */
export const noSuchObject = (name: string) =>
  refuse(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
