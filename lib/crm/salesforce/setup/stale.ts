// Which refusals say that what is known of the org's set-up is out of date.
import { codeOf } from '../client/problems';

const CODES: readonly string[] = [
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  'INVALID_FIELD',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'INVALID_TYPE',
  'INVALID_STATUS',
  'BAD_VALUE_FOR_RESTRICTED_PICKLIST',
  'RECORD_TYPE_MISMATCH',
];

/** A field, a value or a record type that the org had, and has no longer; or not for this person any more. */
export const isStale = (error: unknown): boolean => CODES.includes(codeOf(error));
