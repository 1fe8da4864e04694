// The contact properties that can carry a stage, with their options as the portal has them.
import { saysEnded } from '@/lib/crm/shared/ended';
import type { StageField } from '@/lib/record/mapping';
import type { StageValue } from '@/lib/record/snapshot';
import { own } from '@/lib/util/object';
import { isProblem } from '../client/problems';
import type { HubSpotObject, HubSpotProperty } from '../client/shapes';
import type { Portal } from './portal';

export const LIFECYCLE = 'lifecyclestage';
export const LEAD_STATUS = 'hs_lead_status';
export const STAGE_PROPERTIES = [LIFECYCLE, LEAD_STATUS];

/** Fields of the contact's lead record go by the object's name, and those of a pipeline by its id: leads.x.pipeline. */
export const LEAD_REASON = 'leads.hs_lead_disqualification_reason';
export const LEAD_STAGE = 'leads.hs_pipeline_stage';

/** The property behind a stage field. */
export const propertyOf = (field: string): string => field.split('.')[1] ?? field;

/** In HubSpot's order. */
export function stageOptions(options: HubSpotProperty['options']): StageField['options'] {
  return options
    .map((option, index) => ({ ...option, place: option.displayOrder ?? index, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ value, label, hidden }, order) => ({ value, label, order, hidden: hidden ?? false }));
}

/** HubSpot's last lifecycle stage is for whom none of the others fits: not for those who came after customers. */
const ASIDE = 'other';

/** HubSpot treats the lifecycle stage as a ladder and the lead status as a mere list. */
function toStageField({ name, label, options }: HubSpotProperty): StageField {
  return {
    field: name,
    label,
    ordered: name === LIFECYCLE,
    // A marketing qualified lead, between lead and sales qualified lead, is a lead still.
    ...(name === LIFECYCLE ? { spans: true } : {}),
    options: stageOptions(options).map((one) =>
      (name === LIFECYCLE && one.value === ASIDE) || saysEnded(one.label) ? { ...one, aside: true } : one,
    ),
  };
}

/** In HubSpot's order, hidden options marked. A portal that deleted the lead status has one field fewer. */
export async function stageFields(portal: Portal): Promise<StageField[]> {
  const found = await Promise.all(
    STAGE_PROPERTIES.map((name) =>
      portal.property('contacts', name).catch((error: unknown) => {
        if (isProblem(error, 'gone')) return null;
        throw error;
      }),
    ),
  );
  return found.flatMap((property) => (property ? [toStageField(property)] : []));
}

/** The label of a stage value; the value itself where the portal no longer has the option. */
export function stageText(fields: StageField[], field: string, value: string): string {
  if (value === '') return '';
  const options = fields.find((one) => one.field === field)?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}

const FALLBACK_LABELS: Readonly<Record<string, string>> = {
  [LIFECYCLE]: 'Lifecycle Stage',
  [LEAD_STATUS]: 'Lead Status',
};

/** Where a contact stands in each stage field, and since when by the property's history. */
export function stageValuesOf(contact: HubSpotObject, fields: StageField[]): StageValue[] {
  const names = fields.length > 0 ? fields.map((one) => one.field) : STAGE_PROPERTIES;
  return names.map((field) => {
    const value = own(contact.properties, field) ?? '';
    const history = own(contact.propertiesWithHistory ?? {}, field) ?? [];
    const newest = history
      .filter((entry) => entry.timestamp !== null)
      .sort((a, b) => ((a.timestamp ?? '') < (b.timestamp ?? '') ? 1 : -1))[0];
    return {
      field,
      label: fields.find((one) => one.field === field)?.label ?? FALLBACK_LABELS[field] ?? field,
      value,
      text: stageText(fields, field, value),
      since: newest && (newest.value ?? '') === value ? newest.timestamp : null,
    };
  });
}
