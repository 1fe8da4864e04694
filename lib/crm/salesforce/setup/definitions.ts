// What kind of value a field takes, for the fields that the org demands.
import type { FieldDefinition } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import type { Controller, FieldOption } from '@/lib/record/field';
import { own } from '@/lib/util/object';
import { isProblem } from '../client/problems';
import type { Describe, OrgField } from '../client/shapes';
import { MASTER, type Org } from './org';
import { fieldPath, recordTypeOf, UNTOLD } from './stage-fields';

const NUMBERS = new Set(['int', 'double', 'currency', 'percent', 'long']);
const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** What can stand in a field, in words, whether it is still offered or not; empty where that is anything. */
export function optionsOf({ type, picklistValues }: OrgField): FieldDefinition['options'] {
  return type === 'boolean'
    ? YES_NO
    : picklistValues.map(({ value, label }) => ({ value, label: label || value }));
}

const KINDS: Readonly<Record<string, FieldDefinition['kind']>> = {
  date: 'date',
  datetime: 'time',
  boolean: 'check',
  picklist: 'choice',
  multipicklist: 'choices',
};

const kindOf = ({ type }: OrgField): FieldDefinition['kind'] =>
  NUMBERS.has(type) ? 'number' : (own(KINDS, type) ?? 'text');

type Of = { object: string; id?: string };

/** The record type whose values count: the record's own, and for a new record the one that this user's new ones get. */
async function recordTypeFor(org: Org, { object, id }: Of, { recordTypeInfos }: Describe): Promise<string> {
  const own = id === undefined ? '' : await recordTypeOf(org, { object, id });
  return own || recordTypeInfos.find((one) => one.defaultRecordTypeMapping)?.recordTypeId || MASTER;
}

/** What a picklist offers on this record; all of its active values where the org doesn't say. */
async function offeredTo(org: Org, of: Of, described: Describe, field: OrgField): Promise<FieldOption[]> {
  const all = optionsOf({ ...field, picklistValues: field.picklistValues.filter((one) => one.active) });
  try {
    const offered = await org.picklist(of.object, await recordTypeFor(org, of, described), field.name);
    return offered.length === 0 ? all : offered;
  } catch (error) {
    if (!isProblem(error, ...UNTOLD)) throw error;
    return all;
  }
}

/** The field that decides what a dependent picklist offers, named as the dependent one was. */
async function controllerOf(
  org: Org,
  of: Of,
  { fields }: Describe,
  asked: { id: string; field: OrgField },
): Promise<{ controller?: Controller }> {
  const { controllerName } = asked.field;
  const found = fields.find(({ name }) => name === controllerName);
  if (!found) return {};
  // A new record may get a value by default, and one that can't be read may hold any.
  const held =
    of.id === undefined
      ? null
      : await org.fieldsOf(of.object, of.id, [found.name]).catch(reported('salesforce.definitions', null));
  const field = fieldPath(asked.id) ? `${of.object}.${found.name}` : found.name;
  const value = held === null ? undefined : own(held, found.name);
  const told = value === undefined ? {} : { value };
  return { controller: { field, label: found.label || found.name, ...told } };
}

/** In the order asked; "Lead.Region__c" names its object itself. What can't be looked up is asked for as text. */
export function fieldDefinitions(
  org: Org,
  { object, id: record }: Of,
  fields: readonly string[],
): Promise<FieldDefinition[]> {
  return Promise.all(
    fields.map(async (id): Promise<FieldDefinition> => {
      const path = fieldPath(id) ?? { object, name: id };
      const unknown: FieldDefinition = { field: id, label: path.name, kind: 'text', options: [] };
      // What else is made beside the record is new.
      const of =
        path.object === object && record !== undefined ? { object, id: record } : { object: path.object };
      try {
        const described = await org.describe(of.object);
        const field = described.fields.find(({ name }) => name.toLowerCase() === path.name.toLowerCase());
        if (!field) return unknown;
        const kind = kindOf(field);
        const listed = kind === 'choice' || kind === 'choices';
        return {
          ...{ field: id, label: field.label || field.name, kind },
          options: listed ? await offeredTo(org, of, described, field) : [],
          ...(listed ? await controllerOf(org, of, described, { id, field }) : {}),
        };
      } catch (error) {
        if (!isProblem(error, 'gone', 'forbidden', 'invalid')) throw error;
        return unknown;
      }
    }),
  );
}
