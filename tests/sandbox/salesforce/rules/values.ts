// Turning what a client sends for a field into what the org keeps, or into the error that Salesforce gives.
import { to18 } from '../ids';
import type { FieldDef, Value } from '../model';
import { refuse, type SfError } from '../problem';
import { seesRecord } from '../rules/access';
import { objectOf } from '../schema/objects';
import type { Scene } from '../world';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const numeric = ['int', 'double', 'currency', 'percent'];

/** The kept form of a value; SfError where it isn't allowed. Throws where Salesforce can't even read it. */
export function keptValue(scene: Scene, field: FieldDef, raw: unknown): Value | SfError {
  if (raw === null || raw === undefined || raw === '') return field.type === 'boolean' ? false : null;
  // Reported of the sObject Tree resource for both, so a sandbox that takes text would hide it.
  if (field.type === 'boolean') {
    if (typeof raw !== 'boolean') throw unreadable('boolean', 'VALUE_STRING', String(raw));
    return raw;
  }
  if (numeric.includes(field.type)) return numberOf(field, raw);
  if (typeof raw === 'object') throw unreadable('string', 'START_OBJECT', '');
  const text = String(raw);
  if (field.type === 'date') return dayOf(text);
  if (field.type === 'datetime') return momentOf(text);
  if (field.type === 'reference' || field.type === 'id') return referenceOf(scene, field, text);
  if (field.length > 0 && text.length > field.length)
    return {
      message: `${field.label}: data value too large: ${text.slice(0, 255)} (max length=${field.length})`,
      errorCode: 'STRING_TOO_LONG',
      fields: [field.name],
    };
  if (field.type === 'email' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text))
    return {
      message: `${field.label}: invalid email address: ${text}`,
      errorCode: 'INVALID_EMAIL_ADDRESS',
      fields: [field.name],
    };
  if (field.type === 'multipicklist') return severalOf(field, text);
  if (field.restricted && !field.values.some((option) => option.active && option.value === text))
    return badPick(field, text);
  return text;
}

export function isError(value: Value | SfError): value is SfError {
  return typeof value === 'object' && value !== null;
}

export const badPick = (field: FieldDef, value: string): SfError => ({
  message: `${field.label}: bad value for restricted picklist field: ${value}`,
  errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  fields: [field.name],
});

function numberOf(field: FieldDef, raw: unknown): Value {
  const value = typeof raw === 'number' ? raw : Number.NaN;
  if (Number.isNaN(value) || (field.type === 'int' && !Number.isInteger(value)))
    throw unreadable(field.type === 'int' ? 'int' : 'double', 'VALUE_STRING', String(raw));
  return value;
}

/** Kept in the picklist's own order, whatever it came in. */
function severalOf(field: FieldDef, text: string): Value | SfError {
  const chosen = text.split(';').filter((one) => one !== '');
  const odd = chosen.find((one) => !field.values.some(({ active, value }) => active && value === one));
  if (odd !== undefined) return badPick(field, odd);
  const kept = field.values.map(({ value }) => value).filter((value) => chosen.includes(value));
  return kept.length === 0 ? null : kept.join(';');
}

function dayOf(text: string): Value {
  const day = text.slice(0, 10);
  if (!DAY.test(day) || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day)
    throw unreadable('date', 'VALUE_STRING', text);
  return day;
}

function momentOf(text: string): Value {
  const time = DAY.test(text)
    ? Date.parse(`${text}T00:00:00Z`)
    : MOMENT.test(text)
      ? Date.parse(text)
      : Number.NaN;
  if (Number.isNaN(time)) throw unreadable('datetime', 'VALUE_STRING', text);
  return new Date(Math.floor(time / 1000) * 1000).toISOString();
}

function referenceOf(scene: Scene, field: FieldDef, text: string): Value | SfError {
  const id = to18(text);
  const fits = field.referenceTo.some((type) => objectOf(type).prefix === text.slice(0, 3));
  if (!id || !fits)
    return {
      message: `${field.label}: id value of incorrect type: ${text}`,
      errorCode: 'MALFORMED_ID',
      fields: [field.name],
    };
  const target = scene.org.findAny(field.referenceTo, id);
  if (!target)
    return { message: 'invalid cross reference id', errorCode: 'INVALID_CROSS_REFERENCE_KEY', fields: [] };
  if (target.deleted) return { message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] };
  if (!seesRecord(scene, target))
    return {
      message: `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
      errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      fields: [],
    };
  return id;
}

function unreadable(type: string, token: string, value: string) {
  return refuse(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${token} value ${value} or request may be missing a required field at [line:1, column:1]`,
  );
}
