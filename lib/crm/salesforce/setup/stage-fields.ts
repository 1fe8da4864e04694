// The fields that can carry a stage: Lead.Status, Opportunity.StageName, and a team's own picklists.
import { saysEnded } from '@/lib/crm/shared/ended';
import { reported } from '@/lib/diagnostics/report';
import type { StageField } from '@/lib/record/mapping';
import type { RecordRef } from '@/lib/record/record';
import type { StageValue } from '@/lib/record/snapshot';
import { isProblem } from '../client/problems';
import type { Describe, OrgField, OrgRecord } from '../client/shapes';
import { isName } from '../client/soql';
import { isoTime, textOf } from '../client/values';
import { MASTER, type Org } from './org';

const STANDARD: Readonly<Record<string, string>> = { Lead: 'Status', Opportunity: 'StageName' };
const OBJECTS = ['Lead', 'Contact', 'Opportunity'];

/** A team's own picklist that by its name tells where someone stands. */
const isOwn = ({ name, label, type, updateable }: OrgField) =>
  type === 'picklist' &&
  updateable &&
  name.endsWith('__c') &&
  /stage|status|lifecycle|qualif/i.test(`${name} ${label}`);

/** A team's own picklist that tells why someone was turned away: "Disqualification Reason", "Reject Reason". */
const isReason = ({ name, label, type, updateable }: OrgField) =>
  type === 'picklist' &&
  updateable &&
  name.endsWith('__c') &&
  /reason/i.test(`${name} ${label}`) &&
  /qualif|reject|lost|clos|nurtur|dead/i.test(`${name} ${label}`);

/** The fields of an object that carry the reason of an outcome. */
export const reasonFieldsIn = (described: Describe): OrgField[] => described.fields.filter(isReason);

/** The stage-bearing fields of an object, the standard one first. */
export function stageFieldsIn(described: Describe): OrgField[] {
  const standard = STANDARD[described.name];
  const own = described.fields.filter((field) => isOwn(field) && !isReason(field));
  return [...described.fields.filter((field) => field.name === standard), ...own];
}

/** "Lead.Status" in parts; null for a name that isn't one of ours. */
export function fieldPath(field: string): { object: string; name: string } | null {
  const [object = '', name = '', ...rest] = field.split('.');
  return isName(object) && isName(name) && rest.length === 0 ? { object, name } : null;
}

type Value = { value: string; label: string; elsewhere?: boolean };

/** True of what every new record of the object gets, whatever its record type offers first. */
const isUsual = (field: OrgField, value: string) =>
  field.picklistValues.some((one) => one.value === value && one.active && one.defaultValue);

/** An org that answers so doesn't say what a record type offers. */
export const UNTOLD = ['gone', 'forbidden', 'invalid', 'odd-answer', 'unexpected'] as const;

/** The field's values in the org's order; `elsewhere`: those that the record type doesn't offer. */
async function valuesOf(org: Org, object: string, field: OrgField, recordType: string): Promise<Value[]> {
  const all = field.picklistValues
    .filter((one) => one.active)
    .map(({ value, label }) => ({ value, label: label || value }));
  try {
    const offered = await org.picklist(object, recordType || MASTER, field.name);
    // Where the org doesn't say, all of the field's active ones.
    if (offered.length === 0) return all;
    const own = new Map(offered.map((one) => [one.value, one]));
    const known = new Set(all.map((one) => one.value));
    return [
      ...all.map((one) => own.get(one.value) ?? { ...one, elsewhere: true }),
      ...offered.filter((one) => !known.has(one.value)),
    ];
  } catch (error) {
    if (isProblem(error, ...UNTOLD)) return all;
    throw error;
  }
}

const carriesOf = (field: OrgField) => (isReason(field) ? { carries: 'reason' as const } : {});

/** Values that a plain write must not set, or not leave: a lead's converted statuses, an opportunity's closed stages. */
async function endings(org: Org, object: string): Promise<{ converted: Set<string>; closed: Set<string> }> {
  const none = new Set<string>();
  if (object === 'Lead') {
    const statuses = await org.convertedStatuses().catch(reported('salesforce.stage-fields', []));
    return { converted: new Set(statuses.map((one) => one.value)), closed: none };
  }
  const closed =
    object === 'Opportunity'
      ? await org.closedStages().catch(reported('salesforce.stage-fields', none))
      : none;
  return { converted: none, closed };
}

async function ofObject(org: Org, object: string, recordType: string): Promise<StageField[]> {
  const described = await org.describe(object).catch((error: unknown) => {
    if (isProblem(error, 'gone', 'forbidden', 'invalid')) return null;
    throw error;
  });
  if (!described) return [];
  const { converted, closed } = await endings(org, object);
  return Promise.all(
    [...stageFieldsIn(described), ...reasonFieldsIn(described)].map(async (field): Promise<StageField> => {
      const options = await valuesOf(org, object, field, recordType);
      return {
        field: `${object}.${field.name}`,
        label: field.label || field.name,
        object,
        ...carriesOf(field),
        ordered: field.name === 'StageName',
        // Between two mapped steps of a process a record is still on the first: nobody is put back to "not contacted".
        ...(field.name === STANDARD[object] ? { spans: true } : {}),
        options: options.map(({ value, label, elsewhere }, order) => ({
          ...{ value, label, order },
          // A converted status is set by converting alone.
          ...(field.name === 'Status' && converted.has(value)
            ? { hidden: true, by: 'by converting the lead' }
            : { hidden: false }),
          ...(elsewhere ? { elsewhere } : {}),
          ...(isUsual(field, value) ? { usual: true } : {}),
          ...(field.name === 'StageName' && closed.has(value) ? { final: true } : {}),
          // "Denied" between two steps is none of them.
          ...(saysEnded(label) ? { aside: true } : {}),
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

/** As the record was last read, else asked. '' where the object has no record types, or the field isn't to be seen. */
export async function recordTypeOf(
  org: Org,
  { object, id }: Pick<RecordRef, 'object' | 'id'>,
): Promise<string> {
  const seen = await org.seen.get(id);
  if (seen) return seen.recordType;
  const described = await org.describe(object);
  if (!described.fields.some((field) => field.name === 'RecordTypeId')) return '';
  return (await org.fieldsOf(object, id, ['RecordTypeId'])).RecordTypeId ?? '';
}

/** Where a record stands in each stage field, and since when by its history (newest first). */
export function stageValuesOf(record: OrgRecord, described: Describe, history: OrgRecord[]): StageValue[] {
  return [...stageFieldsIn(described), ...reasonFieldsIn(described)].map((field) => {
    const value = textOf(record, field.name);
    const newest = history.find((row) => textOf(row, 'Field') === field.name);
    const tracked = newest && textOf(newest, 'NewValue') === value ? textOf(newest, 'CreatedDate') : '';
    // An opportunity says by itself when its stage was changed last.
    const told = field.name === 'StageName' ? textOf(record, 'LastStageChangeDate') : tracked;
    return {
      field: `${described.name}.${field.name}`,
      label: field.label || field.name,
      value,
      text: field.picklistValues.find((one) => one.value === value)?.label || value,
      since: isoTime(told),
      ...carriesOf(field),
    };
  });
}
