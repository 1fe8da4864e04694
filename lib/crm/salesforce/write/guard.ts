// The comparison before a write, as its first part: finds the record only while it is what the rep saw.

import type { ProblemError } from '@/lib/problem/problem';
import type { FieldChange } from '@/lib/qualification/plan/submission';
import { type CompositeAnswer, type CompositePart, type Reference, unreferenced } from '../client/composite';
import type { Describe } from '../client/shapes';
import { isName, queryUrl, text } from '../client/soql';
import { fieldPath } from '../setup/stage-fields';
import type { Target } from './target';

/** Stands for the record's id in the writes after it. Without a record there is no id, so none of them happens. */
export const HELD: Reference = { refersTo: '@{held.records[0].Id}' };
/** The account behind the record, by the same way. */
export const HELD_ACCOUNT: Reference = { refersTo: '@{held.records[0].AccountId}' };

/** Fields of these types can be asked for in a query as text. */
const TEXTUAL = new Set(['picklist', 'combobox', 'string', 'email', 'phone', 'url', 'reference']);

/** The changes of one kind of record. */
export const ofObject = (object: string, changes: readonly FieldChange[]): FieldChange[] =>
  changes.filter(({ field }) => (fieldPath(field)?.object ?? object) === object);

/** The record's own changes, by what a query can compare and what it can't. */
export function comparable(
  object: string,
  changes: readonly FieldChange[],
  described: Describe | null,
): { inQuery: FieldChange[]; apart: FieldChange[] } {
  const own = ofObject(object, changes);
  const textual = ({ field, from, to }: FieldChange) => {
    const name = nameOf(field);
    // Not known: whether Salesforce looks for references before or after it decodes a query's address.
    if ([from, to].some((value) => value !== unreferenced(value))) return false;
    const known = described?.fields.find((one) => one.name === name);
    return isName(name) && known?.filterable === true && TEXTUAL.has(known.type);
  };
  return { inQuery: own.filter(textual), apart: own.filter((change) => !textual(change)) };
}

export const nameOf = (field: string): string => field.split('.').at(-1) ?? '';

const is = (name: string, value: string) => `${name} = ${value === '' ? 'null' : text(value)}`;

/**
 * Each field as it is: as the rep saw it, or as a look since has found it. Not also as it shall be: a call that was lost
 * and arrives after its repetition finds just that, and would leave its evidence a second time. And a lead that was not
 * converted meanwhile. `owner`: it tells who owns the record, for who reads back afterwards.
 */
export function guardCall(
  { ref, account }: Target,
  changes: readonly FieldChange[],
  owner: boolean,
): CompositePart {
  const { object, id } = ref;
  const where = [
    is('Id', id),
    ...(object === 'Lead' ? ['IsConverted = false'] : []),
    ...changes.map(({ field, from }) => is(nameOf(field), from)),
  ];
  const fields = ['Id', ...(account === '' ? [] : ['AccountId']), ...(owner ? ['OwnerId'] : [])].join(', ');
  return {
    id: 'held',
    method: 'GET',
    url: queryUrl(`SELECT ${fields} FROM ${object} WHERE ${where.join(' AND ')} LIMIT 1`),
  };
}

/** Nothing was refused and yet nothing was kept: the guard found no such record. */
export function notHeld(answer: CompositeAnswer, calls: readonly CompositePart[]): boolean {
  if (answer.failed) return /Invalid reference specified/i.test(answer.failed.message);
  return calls.some(({ id }) => !answer.bodies.has(id));
}

/** If-Unmodified-Since was not met, or is nothing that the org takes within a composite call. */
export const notSince = ({ problem }: ProblemError): boolean =>
  problem.kind === 'changed' || /If-Unmodified-Since/i.test(problem.message);
