// Which HubSpot property is which fact. One table; everything else about properties follows from it.

import { kindInWords } from '@/lib/crm/shared/source-kinds';
import { domainOf } from '@/lib/crm/shared/website';
import { tellingPart } from '@/lib/qualification/evidence/form-kind';
import type { Fact } from '@/lib/record/snapshot';
import { dayWords } from '@/lib/util/dates';
import type { HubSpotObject } from '../client/shapes';
import { isoTime } from '../client/times';
import { sourceKind } from './source';

type Row = {
  fact: string;
  /** Of several, a time takes the newest, anything else the first that is filled. */
  properties: readonly string[];
  type: 'time' | 'number' | 'text' | 'option' | 'options' | 'bool' | 'domain';
  /** The property that says since when a value that is no time itself holds. */
  since?: string;
};

const row = (fact: string, type: Row['type'], properties: string[], since?: string): Row =>
  since === undefined ? { fact, type, properties } : { fact, type, properties, since };

const contactRows: readonly Row[] = [
  row('person.title', 'text', ['jobtitle']),
  row('person.email', 'text', ['email']),
  row('person.phone', 'text', ['phone', 'mobilephone']),
  row('person.buyingRole', 'options', ['hs_buying_role']),
  row('person.seniority', 'options', ['hs_seniority']),
  row('person.persona', 'options', ['hs_persona']),
  row('person.linkedinUrl', 'text', ['hs_linkedin_url']),
  row('person.emailOptOut', 'bool', ['hs_email_optout']),
  row('engagement.lastReplyAt', 'time', ['hs_sales_email_last_replied', 'hs_email_last_reply_date']),
  row('engagement.firstReplyAt', 'time', ['hs_email_first_reply_date']),
  row('engagement.lastMeetingBookedAt', 'time', [
    'engagements_last_meeting_booked',
    'hs_latest_meeting_activity',
  ]),
  row('engagement.lastClickAt', 'time', ['hs_sales_email_last_clicked', 'hs_email_last_click_date']),
  row('engagement.lastOpenAt', 'time', ['hs_sales_email_last_opened', 'hs_email_last_open_date']),
  row('engagement.lastSentAt', 'time', ['hs_email_last_send_date']),
  row('engagement.lastOutreachAt', 'time', ['notes_last_contacted', 'hs_first_outreach_date']),
  row('engagement.outreachCount', 'number', ['num_contacted_notes'], 'notes_last_contacted'),
  row('web.formCount', 'number', ['num_conversion_events'], 'recent_conversion_date'),
  row('web.lastFormAt', 'time', ['recent_conversion_date']),
  row('web.lastFormName', 'text', ['recent_conversion_event_name'], 'recent_conversion_date'),
  row('web.firstFormAt', 'time', ['first_conversion_date']),
  row('web.firstFormName', 'text', ['first_conversion_event_name'], 'first_conversion_date'),
  row('web.lastVisitAt', 'time', ['hs_analytics_last_visit_timestamp']),
  row('social.lastEngagementAt', 'time', ['hs_social_last_engagement']),
];

/**
 * What a contact says of its firm itself: all that there is where HubSpot made no company record, as for free-mail
 * addresses. Its industry is text that anyone typed, its number of employees one of a list of spans ("25-50").
 * https://knowledge.hubspot.com/properties/hubspots-default-contact-properties
 */
const contactFirmRows: readonly Row[] = [
  row('company.name', 'text', ['company']),
  row('company.domain', 'domain', ['website']),
  row('company.industry', 'option', ['industry']),
  row('company.employees', 'number', ['numemployees']),
  row('company.revenue', 'number', ['annualrevenue']),
  row('company.country', 'text', ['country']),
  row('company.state', 'text', ['state']),
  row('company.city', 'text', ['city']),
];

const companyRows: readonly Row[] = [
  row('company.name', 'text', ['name']),
  row('company.domain', 'text', ['domain']),
  row('company.industry', 'options', ['industry']),
  row('company.employees', 'number', ['numberofemployees']),
  row('company.revenue', 'number', ['annualrevenue']),
  row('company.country', 'text', ['country']),
  row('company.state', 'text', ['state']),
  row('company.city', 'text', ['city']),
];

const SOURCES = ['hs_analytics_source', 'hs_latest_source'] as const;
const names = (rows: readonly Row[]) =>
  rows.flatMap((one) => [...one.properties, ...(one.since === undefined ? [] : [one.since])]);

/** The properties to ask for so that every fact of the table can be told. */
export const contactFactProperties: string[] = [
  ...new Set([
    ...names(contactRows),
    ...names(contactFirmRows),
    ...SOURCES.flatMap((one) => [one, `${one}_data_1`, `${one}_data_2`]),
  ]),
];
/** HubSpot keeps it beside a company's annual revenue where a portal has several currencies. */
export const REVENUE_CURRENCY = 'hs_annual_revenue_currency_code';
export const companyFactProperties: string[] = [...names(companyRows), REVENUE_CURRENCY];

/** SOME_OPTION as a person would write it: "Some option". Used where the option's label would cost a call. */
export function optionText(value: string): string {
  if (!/^[A-Z0-9_&]+$/.test(value)) return value;
  const words = value.replaceAll('_', ' ').toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Cell = { property: string; value: string };

function cells(object: HubSpotObject, properties: readonly string[]): Cell[] {
  return properties.flatMap((property) => {
    const value = (object.properties[property] ?? '').trim();
    return value === '' ? [] : [{ property, value }];
  });
}

/** The facts that one row makes of a record: none, one, or one per option that is ticked. */
function tell(object: HubSpotObject, one: Row, prefix: string, url: string): Fact[] {
  const filled = cells(object, one.properties);
  const [first] = filled;
  if (!first) return [];
  const since = one.since === undefined ? null : isoTime(object.properties[one.since]);
  const base = { name: one.fact, at: since, url, field: `${prefix}.${first.property}` };
  switch (one.type) {
    case 'time': {
      const times = filled.flatMap(({ property, value }) => {
        const at = isoTime(value);
        return at === null ? [] : [{ property, at }];
      });
      const newest = times.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
      if (!newest) return [];
      return [{ ...base, value: newest.at, at: newest.at, field: `${prefix}.${newest.property}` }];
    }
    case 'number': {
      const number = Number(first.value);
      return [{ ...base, value: Number.isFinite(number) ? number : first.value }];
    }
    case 'bool':
      return [{ ...base, value: first.value.toLowerCase() === 'true' }];
    case 'options':
      return first.value
        .split(';')
        .map((value) => value.trim())
        .filter((value) => value !== '')
        .map((value) => {
          const text = optionText(value);
          return { ...base, value, ...(text === value ? {} : { text }) };
        });
    case 'option': {
      const text = optionText(first.value);
      return [{ ...base, value: first.value, ...(text === first.value ? {} : { text }) }];
    }
    case 'domain': {
      const value = domainOf(first.value);
      return value === '' ? [] : [{ ...base, value }];
    }
    case 'text':
      return [{ ...base, value: first.value }];
  }
}

function sourceFacts(contact: HubSpotObject, url: string): Fact[] {
  const read = (name: string) => (contact.properties[name] ?? '').trim();
  const name = SOURCES.find((one) => read(one) !== '');
  if (name === undefined) return [];
  const [first, second] = [read(`${name}_data_1`), read(`${name}_data_2`)];
  const kind = sourceKind(read(name), first, second);
  const detail = [first, second].filter((text) => text !== '').join(', ');
  const at = null;
  const text = [optionText(read(name)), ...(detail === '' ? [] : [detail])].join(': ');
  // What has no kind is shown in HubSpot's own words and not guessed.
  if (kind === null) return [{ name: 'source.detail', value: text, at, url, field: `contacts.${name}` }];
  return [
    { name: 'source.kind', value: kind, at, url, field: `contacts.${name}`, text },
    ...(detail === ''
      ? []
      : [{ name: 'source.detail', value: detail, at, url, field: `contacts.${name}_data_1` }]),
  ];
}

/** What is watched afterwards was no event to come to. */
const AFTERWARDS = /record|replay|on.?demand|aufzeichnung|grabaci|grava[cç]/i;
function isForEvent(name: string): boolean {
  const told = tellingPart(name);
  return told !== null && !AFTERWARDS.test(told) && kindInWords(told) === 'event';
}

/** A form for a webinar or a fair is how they registered for it; a page about one, or an opinion on it, is not. */
function eventFacts(contact: HubSpotObject, url: string): Fact[] {
  const name = (contact.properties.recent_conversion_event_name ?? '').trim();
  const at = isoTime(contact.properties.recent_conversion_date);
  if (at === null || !isForEvent(name)) return [];
  const text = `${dayWords(at)}, ${name}`;
  const field = 'contacts.recent_conversion_event_name';
  return [{ name: 'event.lastRegisteredAt', value: at, at, url, field, text }];
}

/** Everything the table can tell of a contact. Empty fields are no facts. `url` is the contact's page. */
export function contactFacts(contact: HubSpotObject, url: string): Fact[] {
  return [
    ...contactRows.flatMap((one) => tell(contact, one, 'contacts', url)),
    ...sourceFacts(contact, url),
    ...eventFacts(contact, url),
  ];
}

/** What a contact says of its firm. */
export function contactFirmFacts(
  contact: HubSpotObject,
  url: string,
  fromContact: NonNullable<Fact['fromContact']>,
): Fact[] {
  return contactFirmRows
    .flatMap((one) => tell(contact, one, 'contacts', url))
    .map((fact) => ({ ...fact, fromContact }));
}

export function companyFacts(company: HubSpotObject, url: string): Fact[] {
  return companyRows.flatMap((one) => tell(company, one, 'companies', url));
}
