// Names of records and shown forms of values, for the pages.
import type { CrmRecord } from '../model';
import { valueIn } from '../model';
import type { PortalState } from '../store';
import { objectTypes } from '../types';

export function nameOf(record: CrmRecord): string {
  const value = (name: string) => valueIn(record, name);
  switch (record.type) {
    case 'contacts':
      return (
        [value('firstname'), value('lastname')].filter(Boolean).join(' ') || value('email') || '(no name)'
      );
    case 'companies':
      return value('name') || value('domain') || '(no name)';
    case 'deals':
      return value('dealname') || '(no name)';
    case 'leads':
      return value('hs_lead_name') || '(no name)';
    default:
      return record.id;
  }
}

export function detailOf(portal: PortalState, record: CrmRecord): string {
  const text = (name: string) => textOf(portal, record, name);
  switch (record.type) {
    case 'contacts':
      return text('jobtitle');
    case 'companies':
      return [text('industry'), text('country')].filter(Boolean).join(' · ');
    case 'deals':
      return [text('dealstage'), text('amount') && `${portal.info.currency} ${text('amount')}`]
        .filter(Boolean)
        .join(' · ');
    case 'leads':
      return [text('hs_lead_label'), text('hs_pipeline_stage')].filter(Boolean).join(' · ');
    default:
      return '';
  }
}

/** A value as a person reads it. */
export function textOf(portal: PortalState, record: CrmRecord, name: string): string {
  return wordsFor(portal, record, name, valueIn(record, name));
}

export function wordsFor(portal: PortalState, record: CrmRecord, name: string, value: string): string {
  if (name === 'hubspot_owner_id') {
    const owner = portal.owners.find((item) => item.id === value);
    return owner ? `${owner.firstName} ${owner.lastName}` : value;
  }
  const options = portal.property(record.type, name)?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}

export function pathOf(record: CrmRecord): string {
  return `/contacts/${record.portal}/record/${objectTypes[record.type].id}/${record.id}`;
}
