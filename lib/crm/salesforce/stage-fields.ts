// The fields that can carry a stage: Lead.Status, Opportunity.StageName, and a team's own picklists.
import type { StageField } from '../../qualification/mapping';
import type { RecordRef } from '../../qualification/record';
import type { StageValue } from '../../qualification/snapshot';
import { MASTER, type Org } from './org';
import { isProblem } from './problems';
import type { Describe, OrgField, OrgRecord } from './shapes';
import { isoTime, textOf } from './values';

const STANDARD: Readonly<Record<string, string>> = { Lead: 'Status', Opportunity: 'StageName' };
const OBJECTS = ['Lead', 'Contact', 'Opportunity'];

/** A team's own picklist that by its name tells where someone stands. */
const isOwn = ({ name, label, type, updateable }: OrgField) =>
  type === 'picklist' &&
  updateable &&
  name.endsWith('__c') &&
  /stage|status|lifecycle|qualif/i.test(`${name} ${label}`);

/** The stage-bearing fields of an object, the standard one first. */
export function stageFieldsIn(described: Describe): OrgField[] {
  const standard = STANDARD[described.name];
  return [...described.fields.filter((field) => field.name === standard), ...described.fields.filter(isOwn)];
}

/** "Lead.Status" in parts; null for a name that isn't one of ours. */
export function fieldPath(field: string): { object: string; name: string } | null {
  const [object = '', name = '', ...rest] = field.split('.');
  return name !== '' && rest.length === 0 ? { object, name } : null;
}

/** The values that the record type offers; where the org doesn't say, all of the field's active ones. */
async function valuesOf(org: Org, object: string, field: OrgField, recordType: string) {
  const all = field.picklistValues
    .filter((one) => one.active)
    .map(({ value, label }) => ({ value, label: label || value }));
  try {
    const offered = await org.picklist(object, recordType || MASTER, field.name);
    return offered.length > 0 ? offered : all;
  } catch (error) {
    if (isProblem(error, 'gone', 'forbidden', 'invalid', 'odd-answer', 'unexpected')) return all;
    throw error;
  }
}

async function ofObject(org: Org, object: string, recordType: string): Promise<StageField[]> {
  const described = await org.describe(object).catch((error: unknown) => {
    if (isProblem(error, 'gone', 'forbidden', 'invalid')) return null;
    throw error;
  });
  if (!described) return [];
  const converted = new Set(
    object === 'Lead' ? (await org.convertedStatuses().catch(() => [])).map((one) => one.value) : [],
  );
  return Promise.all(
    stageFieldsIn(described).map(async (field): Promise<StageField> => {
      const options = await valuesOf(org, object, field, recordType);
      return {
        field: `${object}.${field.name}`,
        label: field.label || field.name,
        object,
        ordered: field.name === 'StageName',
        // A converted status is set by converting alone.
        options: options.map(({ value, label }, order) => ({
          value,
          label,
          order,
          hidden: field.name === 'Status' && converted.has(value),
        })),
      };
    }),
  );
}

/** Of every object; those of the record's own with the values that its record type offers. */
export async function stageFields(org: Org, ref?: RecordRef): Promise<StageField[]> {
  const own = ref && OBJECTS.includes(ref.object) ? await recordTypeOf(org, ref) : '';
  const all = await Promise.all(
    OBJECTS.map((object) => ofObject(org, object, object === ref?.object ? own : MASTER)),
  );
  return all.flat();
}

/** '' where the object has no record types, or the field isn't to be seen. */
export async function recordTypeOf(org: Org, { object, id }: RecordRef): Promise<string> {
  const described = await org.describe(object);
  if (!described.fields.some((field) => field.name === 'RecordTypeId')) return '';
  return (await org.fieldsOf(object, id, ['RecordTypeId'])).RecordTypeId ?? '';
}

/** Where a record stands in each stage field, and since when by its history (newest first). */
export function stageValuesOf(record: OrgRecord, described: Describe, history: OrgRecord[]): StageValue[] {
  return stageFieldsIn(described).map((field) => {
    const value = textOf(record, field.name);
    const newest = history.find((row) => textOf(row, 'Field') === field.name);
    const told = newest && textOf(newest, 'NewValue') === value ? textOf(newest, 'CreatedDate') : '';
    return {
      field: `${described.name}.${field.name}`,
      label: field.label || field.name,
      value,
      text: field.picklistValues.find((one) => one.value === value)?.label || value,
      since: isoTime(told),
    };
  });
}
