// A HubSpot contact's and company's values in Salesforce's fields.
import { industries as hubspotIndustries } from '../../hubspot/definitions/others';
import { type CrmRecord, valueIn } from '../../hubspot/model';
import type { Values } from '../model';

/** Lead and contact need a last name, a lead a company: people write this where they have none. */
export const NOT_PROVIDED = '[not provided]';

const orNull = (record: CrmRecord | null, name: string) => (record ? valueIn(record, name) || null : null);
const number = (record: CrmRecord | null, name: string) => {
  const value = orNull(record, name);
  return value === null ? null : Number(value);
};
const industry = (company: CrmRecord | null) => {
  const value = orNull(company, 'industry');
  return hubspotIndustries.find(([name]) => name === value)?.[1] ?? value;
};

const sources: Record<string, string> = {
  ORGANIC_SEARCH: 'Web',
  DIRECT_TRAFFIC: 'Web',
  REFERRALS: 'Web',
  PAID_SEARCH: 'Advertisement',
  PAID_SOCIAL: 'Advertisement',
  SOCIAL_MEDIA: 'Social Media',
  EMAIL_MARKETING: 'Email Campaign',
};

export function leadSource(person: CrmRecord): string | null {
  const source = valueIn(person, 'hs_analytics_source');
  if (source !== 'OFFLINE') return sources[source] ?? null;
  if (/bought/i.test(valueIn(person, 'hs_analytics_source_data_2'))) return 'Purchased List';
  if (/lead subscription/i.test(valueIn(person, 'hs_analytics_source_data_2'))) return 'Lead Subscription';
  return valueIn(person, 'hs_analytics_source_data_1') === 'IMPORT' ? 'Imported List' : 'Offline';
}

export function personValues(person: CrmRecord): Values {
  return {
    FirstName: orNull(person, 'firstname'),
    LastName: orNull(person, 'lastname') ?? NOT_PROVIDED,
    Title: orNull(person, 'jobtitle'),
    Email: orNull(person, 'email'),
    Phone: orNull(person, 'phone'),
    MobilePhone: orNull(person, 'mobilephone'),
    LeadSource: leadSource(person),
    HasOptedOutOfEmail: valueIn(person, 'hs_email_optout') === 'true',
    Favourite_Topic__c: orNull(person, 'favourite_topic'),
    Qualification_Stage__c: qualification[valueIn(person, 'lifecyclestage')] ?? null,
    Legacy_Id__c: `HS-${person.id}`,
  };
}

const qualification: Record<string, string> = {
  lead: 'Lead',
  marketingqualifiedlead: 'Lead',
  salesqualifiedlead: 'Prospect',
  opportunity: 'Opportunity',
  customer: 'Opportunity',
};

/** The company's part of a lead; a lead has one country, and it is the company's. */
export function leadCompany(company: CrmRecord | null, person: CrmRecord): Values {
  return {
    Company: orNull(company, 'name') ?? NOT_PROVIDED,
    Website: orNull(company, 'website') ?? orNull(company, 'domain'),
    Industry: industry(company),
    NumberOfEmployees: number(company, 'numberofemployees'),
    AnnualRevenue: number(company, 'annualrevenue'),
    Country: orNull(company, 'country') ?? (company ? null : orNull(person, 'country')),
    State: orNull(company, 'state'),
    City: orNull(company, 'city'),
  };
}

export function accountValues(company: CrmRecord): Values {
  return {
    Name: orNull(company, 'name') ?? NOT_PROVIDED,
    Website: orNull(company, 'website') ?? orNull(company, 'domain'),
    Industry: industry(company),
    NumberOfEmployees: number(company, 'numberofemployees'),
    AnnualRevenue: number(company, 'annualrevenue'),
    BillingCountry: orNull(company, 'country'),
    BillingState: orNull(company, 'state'),
    BillingCity: orNull(company, 'city'),
    Phone: orNull(company, 'phone'),
    Description: orNull(company, 'description'),
    Type: valueIn(company, 'lifecyclestage') === 'customer' ? 'Customer - Direct' : 'Prospect',
    Legacy_Id__c: `HS-${company.id}`,
  };
}

export function leadStatus(person: CrmRecord): string {
  const status = valueIn(person, 'hs_lead_status');
  if (status === 'UNQUALIFIED') return 'Closed - Not Converted';
  if (status === 'BAD_TIMING') return 'Nurture';
  if (valueIn(person, 'lifecyclestage') === 'salesqualifiedlead') return 'Qualified Prospect';
  return status === '' || status === 'NEW' ? 'Open - Not Contacted' : 'Working - Contacted';
}

/** What HubSpot tells of a person and Salesforce can't, in words. */
export function differences(person: CrmRecord, meetings: CrmRecord[], hasRole: boolean, now: Date): string[] {
  const has = (name: string) => valueIn(person, name) !== '';
  const list: [boolean, string][] = [
    [has('hs_sales_email_last_clicked'), 'click'],
    [has('hs_analytics_last_visit_timestamp'), 'visit'],
    [has('hs_social_last_engagement'), 'social'],
    [meetings.some((item) => valueIn(item, 'hs_meeting_outcome') === 'COMPLETED'), 'meeting held'],
    [has('hs_buying_role') && !hasRole, 'buying role'],
    [valueIn(person, 'hs_sales_email_last_replied') > now.toISOString(), 'roll-up without an email'],
    [valueIn(person, 'jobtitle').length > 128, 'long title'],
  ];
  return list.filter(([differs]) => differs).map(([, name]) => name);
}
