// From HubSpot's properties to facts under the names that all CRMs share.
import { describe, expect, it } from 'vitest';
import type { HubSpotObject } from '@/lib/crm/hubspot/client/shapes';
import { isoTime } from '@/lib/crm/hubspot/client/times';
import { customFacts, customProperties } from '@/lib/crm/hubspot/read/custom';
import { companyFacts, contactFacts } from '@/lib/crm/hubspot/read/facts';
import { sourceKind } from '@/lib/crm/hubspot/read/source';
import { sourceKind as leadSourceKind } from '@/lib/crm/salesforce/read/source';
import { isSharedFact } from '@/lib/record/facts';

const url = 'https://app.hubspot.com/contacts/1/record/0-1/5';
const contact = (properties: Record<string, string>): HubSpotObject => ({ id: '5', properties });
const fact = (properties: Record<string, string>, name: string) =>
  contactFacts(contact(properties), url).find((one) => one.name === name);

describe('times', () => {
  it.each([
    ['2026-10-03T12:00:00Z', '2026-10-03T12:00:00.000Z'],
    ['2026-10-03T12:00:00.123Z', '2026-10-03T12:00:00.123Z'],
    ['2026-10-03T14:00:00+02:00', '2026-10-03T12:00:00.000Z'],
    ['2026-10-03T12:00:00', '2026-10-03T12:00:00.000Z'],
    ['1791028800000', '2026-10-03T12:00:00.000Z'],
    [1_791_028_800_000, '2026-10-03T12:00:00.000Z'],
    ['2026-10-03', '2026-10-03T00:00:00.000Z'],
    [new Date('2026-10-03T12:00:00Z'), '2026-10-03T12:00:00.000Z'],
    ['', null],
    ['soon', null],
    ['12', null],
    ['2026-13-45', null],
    ['99999999999999999', null],
    [new Date('nonsense'), null],
    [Number.NaN, null],
    [null, null],
    [{}, null],
  ])('%s', (value, iso) => {
    expect(isoTime(value)).toBe(iso);
  });
});

describe('contact facts', () => {
  it('empty fields are no facts', () => {
    expect(contactFacts(contact({}), url)).toEqual([]);
    expect(
      contactFacts(contact({ jobtitle: '  ', num_conversion_events: '', hs_buying_role: ';' }), url),
    ).toEqual([]);
  });

  it('the newest of several times wins, and names its property', () => {
    const at = '2026-10-03T12:00:00.000Z';
    expect(
      fact(
        { hs_sales_email_last_replied: '2026-01-01T00:00:00Z', hs_email_last_reply_date: '1791028800000' },
        'engagement.lastReplyAt',
      ),
    ).toEqual({
      name: 'engagement.lastReplyAt',
      value: at,
      at,
      url,
      field: 'contacts.hs_email_last_reply_date',
    });
  });

  it('a time that is none is no fact', () => {
    expect(fact({ hs_email_last_reply_date: 'yesterday' }, 'engagement.lastReplyAt')).toBeUndefined();
  });

  it('numbers are numbers, and words in their place stay words', () => {
    expect(fact({ num_contacted_notes: '7.0' }, 'engagement.outreachCount')?.value).toBe(7);
    expect(fact({ num_contacted_notes: 'many' }, 'engagement.outreachCount')?.value).toBe('many');
  });

  it('a count gets the time of what it counts', () => {
    const facts = { num_conversion_events: '2', recent_conversion_date: '2026-10-03T12:00:00Z' };
    expect(fact(facts, 'web.formCount')).toMatchObject({ value: 2, at: '2026-10-03T12:00:00.000Z' });
  });

  it('each ticked option is a fact, with its words', () => {
    const roles = contactFacts(contact({ hs_buying_role: 'DECISION_MAKER;CHAMPION' }), url);
    expect(roles.map((one) => [one.value, one.text])).toEqual([
      ['DECISION_MAKER', 'Decision maker'],
      ['CHAMPION', 'Champion'],
    ]);
  });

  it('text stays text, whatever it holds', () => {
    const title = '<b onclick="x()">CTO</b> 👑 \u202Eevil';
    expect(fact({ jobtitle: title }, 'person.title')?.value).toBe(title);
  });

  it('opting out is yes or no', () => {
    expect(fact({ hs_email_optout: 'true' }, 'person.emailOptOut')?.value).toBe(true);
    expect(fact({ hs_email_optout: 'false' }, 'person.emailOptOut')?.value).toBe(false);
  });

  it('every name is one that the qualification knows', () => {
    const filled = Object.fromEntries(
      ['jobtitle', 'email', 'phone', 'hs_seniority', 'hs_persona', 'hs_linkedin_url', 'hs_latest_source'].map(
        (name) => [name, 'x'],
      ),
    );
    const company = companyFacts(
      { id: '1', properties: { name: 'A', domain: 'a', industry: 'X', city: 'C' } },
      url,
    );
    for (const { name } of [...contactFacts(contact(filled), url), ...company])
      expect(isSharedFact(name), name).toBe(true);
  });
});

describe('sources', () => {
  it.each([
    ['ORGANIC_SEARCH', '', '', 'inbound'],
    ['PAID_SOCIAL', 'LinkedIn', '', 'paid'],
    ['SOCIAL_MEDIA', '', '', 'social'],
    ['REFERRALS', 'blog.example', '', 'inbound'],
    ['EMAIL_MARKETING', '', '', 'response'],
    ['OTHER_CAMPAIGNS', '', '', 'other'],
    ['OFFLINE', 'IMPORT', 'Q3 research', 'list'],
    ['OFFLINE', 'IMPORT', 'Purchased list March', 'boughtList'],
    ['OFFLINE', 'IMPORT', 'Hannover trade show 2026', 'event'],
    ['OFFLINE', 'CRM_UI', 'referred by Ada', 'referral'],
    ['OFFLINE', 'CRM_UI', 'userId:5', null],
    ['OFFLINE', 'INTEGRATION', '25200', null],
    ['OFFLINE', 'IMPORT', 'Email list May', 'list'],
    ['OFFLINE', 'IMPORT', 'Lead subscription north', 'subscription'],
    ['OFFLINE', 'IMPORT', 'Subscription', 'list'],
    ['OFFLINE', 'IMPORT', 'prevents and fairness', 'list'],
    ['SOMETHING_NEW', '', '', null],
    ['constructor', '', '', null],
    ['', 'IMPORT', '', null],
  ])('%s %s %s is %s', (source, first, second, kind) => {
    expect(sourceKind(source, first, second)).toBe(kind);
  });

  it.each([
    ['Web', 'inbound'],
    ['Partner Referral', 'referral'],
    ['Purchased List', 'boughtList'],
    ['Google AdWords', 'paid'],
    ['Trade Show', 'event'],
    ['Messe Hannover', 'event'],
    ['Lead Subscription', 'subscription'],
    ['LinkedIn', 'social'],
    ['Imported List', 'list'],
    ['Email Campaign', 'response'],
    ['Other', 'other'],
    ['Astrology', null],
    ['Subscription', null],
    ['Webster Fairfield', null],
    ['constructor', null],
    ['', null],
  ])('Salesforce’s %s is %s', (source, kind) => expect(leadSourceKind(source)).toBe(kind));

  it('one that has no kind is told in its own words', () => {
    const facts = { hs_analytics_source: 'SOMETHING_NEW', hs_analytics_source_data_1: 'x' };
    expect(fact(facts, 'source.kind')).toBeUndefined();
    expect(fact(facts, 'source.detail')?.value).toBe('Something new: x');
  });

  it('the first source counts before the latest, and its detail is told', () => {
    const facts = {
      hs_analytics_source: 'OFFLINE',
      hs_analytics_source_data_1: 'IMPORT',
      hs_latest_source: 'PAID_SEARCH',
    };
    expect(fact(facts, 'source.kind')).toMatchObject({ value: 'list', text: 'Offline: IMPORT' });
    expect(fact(facts, 'source.detail')?.value).toBe('IMPORT');
    expect(fact({ hs_latest_source: 'PAID_SEARCH' }, 'source.kind')?.value).toBe('paid');
  });
});

describe('a form for an event', () => {
  const registered = (name: string) =>
    fact(
      { recent_conversion_event_name: name, recent_conversion_date: '2026-10-03T12:00:00Z' },
      'event.lastRegisteredAt',
    ) !== undefined;
  it.each([
    'Webinar: cold chain basics',
    'Hannover Messe 2026',
    'Home | Acme: Conference registration',
    'Trade show: Form 12',
    'Inscripción al congreso',
  ])('%s', (name) => expect(registered(name)).toBe(true));
  it.each([
    'Webinars: Contact sales',
    'Events | Acme: Newsletter',
    'Webinar feedback',
    'Events: Unsubscribe',
    'Webinar recording',
    'Event: Contact us',
    'Book a demo',
  ])('is not %s', (name) => expect(registered(name)).toBe(false));
});

describe("a team's own fields", () => {
  const asked = [
    'hubspot:contacts.my_field',
    'hubspot:contacts.my_field',
    'hubspot:companies.tier',
    'salesforce:Lead.X__c',
    'hubspot:contacts.../../x',
    'person.title',
  ];
  it('are asked for by their property', () => {
    expect(customProperties(asked, 'contacts')).toEqual(['my_field']);
    expect(customProperties(asked, 'companies')).toEqual(['tier']);
  });

  it('carry the time of their newest change', () => {
    const record: HubSpotObject = {
      id: '5',
      properties: { my_field: 'gold' },
      propertiesWithHistory: {
        my_field: [
          { value: 'gold', timestamp: '2026-10-03T12:00:00.000Z' },
          { value: 'tin', timestamp: '2026-01-01T00:00:00.000Z' },
        ],
      },
    };
    expect(customFacts(record, 'contacts', ['my_field', 'unknown'], url)).toEqual([
      {
        name: 'hubspot:contacts.my_field',
        value: 'gold',
        at: '2026-10-03T12:00:00.000Z',
        url,
        field: 'contacts.my_field',
      },
    ]);
  });
});
