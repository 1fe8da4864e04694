// The many contacts beside the cast: believable, uneven, with histories of every kind.

import type { Random } from '../../common/random';
import type { CrmRecord } from '../model';
import { valueIn } from '../model';
import type { Builder } from './builder';
import { happenings } from './happenings';
import { cultures, placeholders, titles } from './names';

const stages = [
  'subscriber',
  'lead',
  'lead',
  'lead',
  'marketingqualifiedlead',
  'salesqualifiedlead',
  'opportunity',
  'customer',
];
const statuses = [
  'NEW',
  'OPEN',
  'IN_PROGRESS',
  'ATTEMPTED_TO_CONTACT',
  'CONNECTED',
  'UNQUALIFIED',
  'BAD_TIMING',
  '',
];
const sources = [
  'ORGANIC_SEARCH',
  'PAID_SEARCH',
  'EMAIL_MARKETING',
  'SOCIAL_MEDIA',
  'REFERRALS',
  'DIRECT_TRAFFIC',
  'OFFLINE',
  'PAID_SOCIAL',
];

/** Adds `count` contacts who work at the given companies. */
export function crowd(
  builder: Builder,
  random: Random,
  count: number,
  companies: CrmRecord[],
  owners: string[],
) {
  for (let index = 0; index < count; index += 1) {
    const { given, family, country, city } = random.pick(cultures);
    const company = random.chance(0.93) ? random.pick(companies) : null;
    const firstname = random.chance(0.97) ? random.pick(given) : '';
    const lastname = random.chance(0.96) ? random.pick(family).replaceAll('-', ' ') : '';
    const age = random.int(40, 900);
    const owner = random.pick(owners);
    const stage = random.pick(stages);
    const source = random.pick(sources);
    const values = withoutGaps({
      firstname,
      lastname,
      email: random.chance(0.95) ? address(index, company) : '',
      phone: random.chance(0.6) ? `+49 40 555 ${random.int(1000, 9999)}` : '',
      jobtitle: random.chance(0.1)
        ? random.pick(placeholders)
        : random.chance(0.9)
          ? random.pick(titles)
          : '',
      company: company ? valueIn(company, 'name') : '',
      country,
      city: random.chance(0.08) ? random.pick(placeholders) : city,
      hubspot_owner_id: owner,
      hs_lead_status: random.pick(statuses),
      hs_analytics_source: source,
      hs_latest_source: source,
      hs_analytics_source_data_1: source === 'OFFLINE' ? random.pick(['IMPORT', 'CRM_UI', 'SALES']) : '',
      hs_buying_role: random.chance(0.15)
        ? random.pick(['DECISION_MAKER', 'INFLUENCER', 'END_USER', 'CHAMPION'])
        : '',
      lifecyclestage: stage === 'customer' || stage === 'opportunity' ? 'lead' : stage,
    });
    const name = [firstname, lastname].filter(Boolean).join(' ') || `Contact ${index}`;
    let contact = builder.add('contacts', values, age);
    if (company) contact = builder.employ(contact, company);
    if (valueIn(contact, 'lifecyclestage') !== stage) {
      contact = builder.set(contact, { lifecyclestage: stage }, builder.ago(age * 0.4), 'CRM_UI');
    }
    contact = builder.live(contact, happenings(random, age), owner, name);
    if (stage === 'opportunity' || stage === 'customer')
      deal(builder, random, contact, company, name, stage, age);
  }
}

function address(index: number, company: CrmRecord | null): string {
  return `person${index}@${company ? valueIn(company, 'domain') : 'mail.example'}`;
}

function deal(
  builder: Builder,
  random: Random,
  contact: CrmRecord,
  company: CrmRecord | null,
  name: string,
  stage: string,
  age: number,
) {
  const won = stage === 'customer';
  const values = {
    dealname: `${company ? valueIn(company, 'name') : name} – ${random.pick(['rollout', 'pilot', 'renewal', 'phase one'])}`,
    pipeline: 'default',
    dealstage: won
      ? 'closedwon'
      : random.pick(['appointmentscheduled', 'qualifiedtobuy', 'presentationscheduled']),
    amount: String(random.int(4, 180) * 500),
    closedate: builder.ago(won ? age * 0.2 : -random.int(10, 120)),
    hs_is_closed: String(won),
    hs_is_closed_won: String(won),
    hubspot_owner_id: valueIn(contact, 'hubspot_owner_id'),
  };
  const record = builder.add('deals', values, age * 0.4, 'CRM_UI');
  builder.link(record, contact, 3);
  if (company) {
    builder.link(record, company, 341);
    builder.link(record, company, 5);
  }
  builder.set(contact, { num_associated_deals: '1' }, builder.ago(age * 0.4), 'CALCULATED');
}

export function withoutGaps(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
