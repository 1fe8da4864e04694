// The data of one record's page.
import type { CrmRecord, TypeName } from '../model';
import { valueIn } from '../model';
import type { PortalState } from '../store';
import { objectTypes } from '../types';
import { timeline } from './timeline';
import type { FieldView, RecordPage, Related } from './view';
import { detailOf, nameOf, pathOf, textOf } from './words';

const shownFields: Partial<Record<TypeName, string[]>> = {
  contacts: [
    'lifecyclestage',
    'hs_lead_status',
    'email',
    'phone',
    'jobtitle',
    'company',
    'hs_buying_role',
    'hubspot_owner_id',
    'city',
    'country',
    'hs_sales_email_last_replied',
    'notes_last_contacted',
    'engagements_last_meeting_booked',
    'recent_conversion_event_name',
    'hs_analytics_source',
    'favourite_topic',
    'createdate',
    'lastmodifieddate',
  ],
  companies: [
    'lifecyclestage',
    'name',
    'domain',
    'industry',
    'numberofemployees',
    'annualrevenue',
    'phone',
    'city',
    'state',
    'country',
    'hubspot_owner_id',
    'description',
    'createdate',
  ],
  deals: [
    'dealstage',
    'pipeline',
    'amount',
    'closedate',
    'dealname',
    'hubspot_owner_id',
    'description',
    'createdate',
  ],
  leads: [
    'hs_pipeline_stage',
    'hs_lead_label',
    'hs_lead_type',
    'hs_lead_name',
    'hubspot_owner_id',
    'hs_createdate',
  ],
};
const relatedTypes: { type: TypeName; label: string }[] = [
  { type: 'companies', label: 'Companies' },
  { type: 'contacts', label: 'Contacts' },
  { type: 'deals', label: 'Deals' },
  { type: 'leads', label: 'Leads' },
];

export function recordPage(portal: PortalState, record: CrmRecord, askedId: string): RecordPage {
  const type = objectTypes[record.type];
  return {
    typeId: type.id,
    id: record.id,
    singular: type.singular,
    name: nameOf(record),
    detail: detailOf(portal, record),
    notice: askedId === record.id ? '' : `Record ${askedId} was merged into this one.`,
    fields: (shownFields[record.type] ?? []).flatMap((name) => field(portal, record, name)),
    timeline: timeline(portal, record),
    related: relatedTypes
      .filter((item) => item.type !== record.type)
      .map((item) => related(portal, record, item)),
  };
}

function field(portal: PortalState, record: CrmRecord, name: string): FieldView[] {
  const property = portal.property(record.type, name);
  if (!property) return [];
  const kind = property.readOnly
    ? property.type === 'datetime'
      ? 'moment'
      : 'fixed'
    : property.fieldType === 'select'
      ? 'choice'
      : property.type === 'datetime'
        ? 'moment'
        : property.type === 'enumeration'
          ? 'fixed'
          : 'text';
  const people = portal.owners
    .filter((owner) => !owner.archived)
    .map((owner) => ({ value: owner.id, label: `${owner.firstName} ${owner.lastName}` }));
  const options = name === 'hubspot_owner_id' ? people : property.options.filter((option) => !option.hidden);
  return [
    {
      name,
      label: property.label,
      value: valueIn(record, name),
      text: textOf(portal, record, name),
      kind,
      options: options.map(({ value, label }) => ({ value, label })),
    },
  ];
}

function related(
  portal: PortalState,
  record: CrmRecord,
  { type, label }: { type: TypeName; label: string },
): Related {
  const items = portal.linked(record, type).map((other) => ({
    name: nameOf(other),
    detail: detailOf(portal, other),
    path: pathOf(other),
  }));
  return { type, label, items };
}
