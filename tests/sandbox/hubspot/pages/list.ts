// The data of a list page: search and paging over the records of one type.
import type { TypeName } from '../model';
import { valueIn } from '../model';
import type { PortalState } from '../store';
import { objectTypes } from '../types';
import type { ListPage } from './view';
import { nameOf, pathOf, textOf } from './words';

const PER_PAGE = 25;
const columns: Partial<Record<TypeName, [string, string][]>> = {
  contacts: [
    ['email', 'Email'],
    ['jobtitle', 'Job title'],
    ['company', 'Company'],
    ['lifecyclestage', 'Lifecycle stage'],
    ['hs_lead_status', 'Lead status'],
  ],
  companies: [
    ['domain', 'Domain'],
    ['industry', 'Industry'],
    ['numberofemployees', 'Employees'],
    ['country', 'Country'],
  ],
  deals: [
    ['dealstage', 'Stage'],
    ['amount', 'Amount'],
    ['hubspot_owner_id', 'Owner'],
  ],
  leads: [
    ['hs_lead_label', 'Label'],
    ['hs_pipeline_stage', 'Stage'],
  ],
};

export function listPage(portal: PortalState, type: TypeName, query: string, asked: number): ListPage {
  const fields = columns[type] ?? [];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = portal
    .all(type)
    .filter((record) => !record.archivedAt && !record.mergedInto)
    .filter((record) => {
      const text = [nameOf(record), ...fields.map(([name]) => valueIn(record, name))].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  const pages = Math.max(1, Math.ceil(hits.length / PER_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    typeId: objectTypes[type].id,
    title: type[0]?.toUpperCase() + type.slice(1),
    columns: ['Name', ...fields.map(([, label]) => label)],
    rows: hits.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((record) => ({
      path: pathOf(record),
      cells: [nameOf(record), ...fields.map(([name]) => textOf(portal, record, name))],
    })),
    total: hits.length,
    page,
    pages,
  };
}
