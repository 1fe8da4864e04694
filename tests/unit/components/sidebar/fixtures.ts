// Records, connections and options as the background would give them, for the sidebar's tests and its preview.
import type { Member, ReviewOptions } from '@/lib/crm/shared/crm';
import type { Layout } from '@/lib/protocol/layout';
import type { Connection } from '@/lib/protocol/messages';
import type { StageMapping } from '@/lib/record/mapping';
import type { Place, RecordRef } from '@/lib/record/record';
import type { Fact, Snapshot } from '@/lib/record/snapshot';

export const now = new Date('2026-10-05T09:42:00.000Z');
export const person = { id: '77', name: 'Rita Rep', email: 'rita@example.com' };
export const layout: Layout = { open: true, side: 'right', mode: 'push', width: 360 };

export const connection: Connection = {
  crm: 'hubspot',
  crmName: 'HubSpot',
  account: '24680135',
  accountName: 'Portal 24680135',
  person,
  user: null,
  way: 'key',
  keyEnd: 'a1b2',
  signedOut: false,
  start: { label: 'contacts', url: 'https://app.hubspot.com/contacts/24680135' },
  connectedAt: '2026-10-01T08:00:00.000Z',
  missing: [],
};

export const contact = (id: string): RecordRef => ({
  crm: 'hubspot',
  account: '24680135',
  object: 'contacts',
  id,
});
export const company: RecordRef = { ...contact('900'), object: 'companies' };
export const personPlace = (id: string): Place => ({ role: 'person', ref: contact(id) });
export const groupPlace: Place = { role: 'group', ref: company };

const url = 'https://app.hubspot.com/contacts/24680135/record/0-1/101';

export const fact = (name: string, value: Fact['value'], at: string | null = null, text?: string): Fact => ({
  name,
  value,
  at,
  url,
  field: `contacts.${name.replace('.', '_')}`,
  ...(text === undefined ? {} : { text }),
});

export const facts: Fact[] = [
  fact('engagement.lastReplyAt', '2026-10-03T14:10:00.000Z', '2026-10-03T14:10:00.000Z'),
  fact('engagement.lastMeetingHeldAt', '2025-11-20T10:00:00.000Z', '2025-11-20T10:00:00.000Z'),
  fact('person.title', 'VP Operations'),
  fact('person.buyingRole', 'BUDGET_HOLDER', '2026-08-12T10:00:00.000Z', 'Budget Holder'),
  fact('company.industry', 'LOGISTICS', null, 'Logistics and Supply Chain'),
  fact('company.employees', 240),
  fact('company.revenue', 'TBD'),
  fact('company.country', 'Germany'),
  fact('source.kind', 'referral', null, 'Referral'),
  fact('web.lastFormName', 'Warehouse planning e-book', '2026-07-02T08:00:00.000Z'),
  fact('web.lastVisitAt', '2026-10-04T18:20:00.000Z', '2026-10-04T18:20:00.000Z'),
];

export function snapshot(id: string, part: Partial<Snapshot> = {}): Snapshot {
  return {
    ref: contact(id),
    crmName: 'HubSpot',
    url,
    name: 'Ann Meyer',
    title: 'VP Operations',
    email: 'ann.meyer@northwind.example',
    company: { ref: company, name: 'Northwind Logistics', detail: '240 people' },
    facts,
    stages: [
      { field: 'lifecyclestage', label: 'Lifecycle stage', value: 'lead', text: 'Lead', since: null },
      { field: 'hs_lead_status', label: 'Lead status', value: 'OPEN', text: 'Open', since: null },
    ],
    earlier: [],
    deals: [],
    mergedFrom: null,
    readAt: now.toISOString(),
    complete: true,
    gaps: [],
    ...part,
  };
}

const option = (value: string, label: string, order: number) => ({ value, label, order, hidden: false });

export const reviewOptions: ReviewOptions = {
  stageFields: [
    {
      field: 'lifecyclestage',
      label: 'Lifecycle stage',
      ordered: true,
      options: [
        option('subscriber', 'Subscriber', 0),
        option('lead', 'Lead', 1),
        option('salesqualifiedlead', 'Sales Qualified Lead', 2),
        option('opportunity', 'Opportunity', 3),
        option('other', 'Other', 4),
      ],
    },
    {
      field: 'hs_lead_status',
      label: 'Lead status',
      ordered: false,
      options: [
        option('OPEN', 'Open', 0),
        option('CONNECTED', 'Connected', 1),
        option('UNQUALIFIED', 'Unqualified', 2),
        option('BAD_TIMING', 'Bad timing', 3),
      ],
    },
  ],
  pipelines: [
    {
      id: 'default',
      label: 'Sales pipeline',
      stages: [
        { value: 'appointment', label: 'Appointment scheduled' },
        { value: 'qualified', label: 'Qualified to buy' },
      ],
    },
    { id: 'partners', label: 'Partners', stages: [{ value: 'intro', label: 'Introduction' }] },
  ],
  dealGap: null,
  currency: 'EUR',
};

export const mapping: StageMapping = {
  lead: [
    { field: 'lifecyclestage', value: 'lead' },
    { field: 'hs_lead_status', value: 'OPEN' },
  ],
  prospect: [
    { field: 'lifecyclestage', value: 'salesqualifiedlead' },
    { field: 'hs_lead_status', value: 'CONNECTED' },
  ],
  opportunity: [{ field: 'lifecyclestage', value: 'opportunity' }],
  disqualified: [{ field: 'hs_lead_status', value: 'UNQUALIFIED' }],
  nurture: [{ field: 'hs_lead_status', value: 'BAD_TIMING' }],
};

const stage = (value: string, text: string) => [{ field: 'lifecyclestage', value, text }];

export const people: Member[] = [
  { ref: contact('101'), name: 'Ann Meyer', title: 'VP Operations', stages: stage('lead', 'Lead') },
  { ref: contact('102'), name: 'Ben Okafor', title: 'Head of Purchasing', stages: stage('', '') },
  {
    ref: contact('103'),
    name: 'Çağla Yıldırım-Hohenzollern von und zu Bergisch Gladbach',
    title: 'Senior Director of Warehouse Automation and Continuous Improvement',
    stages: stage('salesqualifiedlead', 'Sales Qualified Lead'),
  },
  { ref: contact('104'), name: 'יעל כהן', title: 'מנהלת תפעול', stages: stage('subscriber', 'Subscriber') },
];
