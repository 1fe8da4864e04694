// Which Salesforce field is which fact. One table for each object.
import { domainOf } from '@/lib/crm/shared/website';
import type { Fact } from '@/lib/record/snapshot';
import type { OrgRecord } from '../client/shapes';
import { isoTime, textOf, timeOrDay } from '../client/values';
import { sourceKind } from './source';

type Row = {
  fact: string;
  /** Of several the first that is filled. */
  fields: readonly string[];
  type: 'text' | 'number' | 'bool' | 'domain' | 'lower' | 'time';
};
const row = (fact: string, type: Row['type'], ...fields: string[]): Row => ({ fact, type, fields });

const person = [
  row('person.title', 'text', 'Title'),
  row('person.email', 'text', 'Email'),
  row('person.phone', 'text', 'Phone', 'MobilePhone'),
  row('person.emailOptOut', 'bool', 'HasOptedOutOfEmail'),
  row('engagement.lastBounceAt', 'time', 'EmailBouncedDate'),
];
const firm = (address: string, name: string) => [
  row('company.name', 'text', name),
  row('company.domain', 'domain', 'Website'),
  row('company.industry', 'text', 'Industry'),
  row('company.employees', 'number', 'NumberOfEmployees'),
  row('company.revenue', 'number', 'AnnualRevenue'),
  row('company.country', 'text', `${address}Country`),
  row('company.state', 'text', `${address}State`),
  row('company.city', 'text', `${address}City`),
];
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  Lead: [...person, ...firm('', 'Company'), row('lead.rating', 'lower', 'Rating')],
  Contact: person,
  Account: firm('Billing', 'Name'),
  Opportunity: [],
};

function converted(type: Row['type'], value: string): Fact['value'] {
  if (type === 'number') return Number.isFinite(Number(value)) ? Number(value) : value;
  // Salesforce ticks no box by itself: an empty one says nothing.
  if (type === 'bool') return value === 'true' ? true : '';
  if (type === 'domain') return domainOf(value);
  if (type === 'time') return timeOrDay(value) ?? '';
  return type === 'lower' ? value.toLowerCase() : value;
}

function sourceFacts(object: string, record: OrgRecord, url: string): Fact[] {
  const source = textOf(record, 'LeadSource');
  if (source === '') return [];
  const kind = sourceKind(source);
  const base = { at: null, url, field: `${object}.LeadSource` };
  // What has no kind is shown in the org's own words and not guessed.
  const told: Fact[] = kind === null ? [] : [{ ...base, name: 'source.kind', value: kind, text: source }];
  return [...told, { ...base, name: 'source.detail', value: source }];
}

const LINKEDIN = /^linked_?in(_?(url|profile|page|link))?(__c)?$/i;

/** Salesforce has no field for it; most orgs make one. */
function linkedIn(object: string, record: OrgRecord, url: string): Fact[] {
  const field = Object.keys(record).find(
    (name) => LINKEDIN.test(name) && /linkedin\.com\//i.test(textOf(record, name)),
  );
  if (field === undefined) return [];
  return [
    { name: 'person.linkedinUrl', value: textOf(record, field), at: null, url, field: `${object}.${field}` },
  ];
}

/** Everything the table can tell of a record. Empty fields are no facts. */
export function recordFacts(object: string, record: OrgRecord, url: string): Fact[] {
  const told = (ROWS[object] ?? []).flatMap(({ fact, fields, type }): Fact[] => {
    const field = fields.find((name) => textOf(record, name) !== '');
    const value = field === undefined ? '' : converted(type, textOf(record, field));
    const at = type === 'time' ? String(value) : null;
    return value === '' ? [] : [{ name: fact, value, at, url, field: `${object}.${field}` }];
  });
  if (object !== 'Lead' && object !== 'Contact') return told;
  return [...told, ...linkedIn(object, record, url), ...sourceFacts(object, record, url)];
}

const OWN = /^salesforce:(Lead|Contact|Account|Opportunity)\.([A-Za-z]\w{0,79})$/;

/** Facts under a team's own field names: salesforce:Lead.My_Field__c. Names of other CRMs and objects are left out. */
export function ownFacts(object: string, record: OrgRecord, fields: readonly string[], url: string): Fact[] {
  return [...new Set(fields)].flatMap((name): Fact[] => {
    const [, of, field = ''] = OWN.exec(name) ?? [];
    const raw = of === object && Object.hasOwn(record, field) ? record[field] : null;
    const shown = of === object ? textOf(record, field) : '';
    if (shown === '') return [];
    const time = /^\d{4}-\d\d-\d\dT/.test(shown) ? isoTime(shown) : null;
    const value = time ?? (typeof raw === 'number' || typeof raw === 'boolean' ? raw : shown);
    return [{ name, value, at: time, url, field: `${object}.${field}` }];
  });
}
