// One comparison of a query, on one record.

import { to18 } from '../ids';
import type { FieldDef, Value } from '../model';
import { malformed, refuse } from '../problem';
import { spanOf } from './dates';
import type { Comparison } from './tree';

export type Wanted = { value: Value } | { from: string; to: string };
const texts = ['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox'];
const numbers = ['int', 'double', 'currency', 'percent'];

/** What a field is compared with. Refuses a value of the wrong kind with INVALID_FIELD. */
export function wanted(field: FieldDef | null, raw: string, literal: string, now: Date): Wanted {
  if (literal === 'NULL') return { value: null };
  const type = field?.type ?? 'string';
  const wrong = (should: string) =>
    refuse('INVALID_FIELD', `value of filter criterion for field '${field?.name}' must be of type ${should}`);
  const dated = type === 'date' || type === 'datetime';
  if (literal === 'DATE_LITERAL' || literal === 'DATE_N_LITERAL') {
    if (!dated) throw wrong(type);
    const span = spanOf(raw, now);
    return type === 'date' ? { from: span.from.slice(0, 10), to: span.to.slice(0, 10) } : span;
  }
  if (literal === 'DATE') {
    if (type !== 'date') throw wrong(type === 'datetime' ? 'dateTime' : type);
    return { value: raw };
  }
  if (literal === 'DATETIME') {
    if (type !== 'datetime') throw wrong(type);
    return { value: new Date(raw).toISOString() };
  }
  if (literal === 'STRING') {
    if (type === 'boolean' || dated || numbers.includes(type))
      throw wrong(`${type} and should not be enclosed in quotes`);
    const text = unquoted(raw);
    if (type !== 'id' && type !== 'reference') return { value: text };
    const id = to18(text);
    if (!id) throw refuse('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
    return { value: id };
  }
  if (literal === 'BOOLEAN') {
    if (type !== 'boolean') throw wrong(type);
    return { value: raw.toUpperCase() === 'TRUE' };
  }
  if (literal === 'INTEGER' || literal === 'DECIMAL') {
    if (!numbers.includes(type))
      throw wrong(texts.includes(type) ? 'string and should be enclosed in quotes' : type);
    return { value: Number(raw) };
  }
  throw malformed(`${literal} values are not supported here`);
}

export function unquoted(raw: string): string {
  const plain: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return raw.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => plain[letter] ?? letter);
}

const fold = (value: Value) => (typeof value === 'string' ? value.toLowerCase() : value);

export function holds(value: Value, operator: Comparison['operator'], want: Wanted): boolean {
  if ('from' in want) return inSpan(value, operator, want);
  const [left, right] = [fold(value), fold(want.value)];
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === 'LIKE') return typeof left === 'string' && typeof right === 'string' && like(left, right);
  if (left === null || right === null) return false;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  throw malformed(`unexpected operator: ${operator}`);
}

function inSpan(
  value: Value,
  operator: Comparison['operator'],
  { from, to }: { from: string; to: string },
): boolean {
  if (typeof value !== 'string') return operator === '!=';
  const inside = value >= from && value < to;
  if (operator === '=') return inside;
  if (operator === '!=') return !inside;
  if (operator === '<') return value < from;
  if (operator === '<=') return value < to;
  if (operator === '>') return value >= to;
  if (operator === '>=') return value >= from;
  throw malformed(`unexpected operator: ${operator}`);
}

function like(text: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[\\s\\S]*')
    .replaceAll('_', '[\\s\\S]');
  return new RegExp(`^${source}$`).test(text);
}
