// One filter of a search against one record of the index.
import { badRequest } from '../problem';
import type { PortalState } from '../store';
import { objectType } from '../types';
import type { IndexEntry } from './indexed';

export const operators = [
  'BETWEEN',
  'CONTAINS_TOKEN',
  'EQ',
  'GT',
  'GTE',
  'HAS_PROPERTY',
  'IN',
  'LT',
  'LTE',
  'NEQ',
  'NOT_CONTAINS_TOKEN',
  'NOT_HAS_PROPERTY',
  'NOT_IN',
] as const;

export type Filter = {
  propertyName: string;
  operator: (typeof operators)[number];
  value?: string | undefined;
  highValue?: string | undefined;
  values?: string[] | undefined;
};

/** Whether the record passes. `associations.contact` tests what it is linked to. */
export function matches(portal: PortalState, entry: IndexEntry, filter: Filter): boolean {
  const { propertyName: name, operator } = filter;
  if (name.startsWith('associations.')) return linked(portal, entry, filter);
  const definition = portal.property(entry.record.type, name);
  const numeric =
    definition?.type === 'number' || definition?.type === 'datetime' || definition?.type === 'date';
  const own = entry.value(name);
  const order = (other: string) => (numeric ? scale(own) - scale(other) : own.localeCompare(other));
  const same = (other: string) => (numeric ? order(other) === 0 : own.toLowerCase() === other.toLowerCase());
  const value = filter.value ?? '';
  const tokens = () => own.toLowerCase().split(/[^\p{L}\p{N}_-]+/u);
  const token = () =>
    tokens().some((part) => wildcard(value).test(part)) || own.toLowerCase().includes(value.toLowerCase());
  if (operator === 'HAS_PROPERTY') return own !== '';
  if (operator === 'NOT_HAS_PROPERTY') return own === '';
  if (operator === 'IN' || operator === 'NOT_IN') {
    const inside = (filter.values ?? []).some(same);
    return operator === 'IN' ? own !== '' && inside : !inside;
  }
  if (filter.value === undefined) throw badRequest(`The operator ${operator} needs a value.`);
  if (operator === 'NEQ') return !same(value);
  if (operator === 'NOT_CONTAINS_TOKEN') return !token();
  if (own === '') return false;
  switch (operator) {
    case 'EQ':
      return same(value);
    case 'GT':
      return order(value) > 0;
    case 'GTE':
      return order(value) >= 0;
    case 'LT':
      return order(value) < 0;
    case 'LTE':
      return order(value) <= 0;
    case 'BETWEEN':
      return order(value) >= 0 && order(filter.highValue ?? value) <= 0;
    case 'CONTAINS_TOKEN':
      return token();
  }
}

function linked(
  portal: PortalState,
  entry: IndexEntry,
  { propertyName, operator, value, values }: Filter,
): boolean {
  const type = objectType(propertyName.slice('associations.'.length));
  if (!type) throw badRequest(`${propertyName} names no object type.`);
  const ids = portal.linked(entry.record, type.name).map((record) => record.id);
  if (operator === 'EQ') return ids.includes(value ?? '');
  if (operator === 'IN') return ids.some((id) => (values ?? []).includes(id));
  throw badRequest(`${propertyName} can be searched with EQ and IN only.`);
}

/** A number, or a time in milliseconds, that values are compared by. */
function scale(value: string): number {
  const number = Number(value);
  return Number.isFinite(number) ? number : new Date(value).getTime();
}

function wildcard(value: string): RegExp {
  const escaped = value.toLowerCase().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`, 'u');
}
