// A small playbook, a record and helpers, for the tests of the qualification.
import { compile, evaluate } from '@/lib/playbook';
import type { Playbook } from '@/lib/playbook/schema';
import { answered, plainAnswers } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { Person, RecordRef } from '@/lib/record/record';
import type { Fact, Snapshot } from '@/lib/record/snapshot';

export const now = new Date('2026-11-21T10:00:00.000Z');
export const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
export const ann: Person = { id: '501', name: 'Ann Lee', email: 'ann@example.com' };
export const ref: RecordRef = { crm: 'hubspot', account: '24680135', object: '0-1', id: '101' };

export const playbook: Playbook = {
  schema: 1,
  id: 'small',
  name: 'Small',
  version: '1.2.3',
  description: '',
  sources: [],
  levels: [
    { id: 'engagement', name: 'Engagement' },
    { id: 'organization', name: 'Organization' },
  ],
  stages: [
    { id: 'lead', name: 'Lead', meaning: '', rule: { all: [] } },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning: '',
      rule: {
        all: [
          { criterion: 'twoWay', is: 'yes' },
          { criterion: 'fitsMarket', is: 'yes' },
        ],
      },
      guidance: 'Find out what hurts.',
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning: '',
      rule: {
        all: [
          { criterion: 'team', atLeast: 5 },
          { criterion: 'decides', is: 'yes' },
        ],
      },
      guidance: 'Open a deal.',
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: '',
      rule: { criterion: 'fitsMarket', is: 'no' },
      reasons: [{ id: 'noProblem', label: 'No problem that we solve' }],
      asksDate: false,
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning: '',
      rule: { criterion: 'twoWay', is: 'no' },
      reasons: [{ id: 'timing', label: 'Not the right time' }],
      asksDate: true,
    },
  ],
  criteria: [
    {
      id: 'twoWay',
      level: 'engagement',
      label: 'Two-way contact',
      ask: 'Is now a fair moment to talk?',
      yes: '',
      no: '',
      kind: 'yesno',
      evidence: [
        { fact: 'engagement.lastReplyAt', when: { present: true }, gives: 'yes', freshDays: 90 },
        { fact: 'engagement.lastMeetingBookedAt', when: { present: true }, gives: 'yes', freshDays: 90 },
        { fact: 'hubspot:contacts.silent', when: { is: 'true' }, gives: 'no' },
        { fact: 'engagement.lastClickAt', gives: null },
      ],
    },
    {
      id: 'fitsMarket',
      level: 'organization',
      label: 'Target-market fit',
      ask: 'What does the company do?',
      yes: '',
      no: '',
      kind: 'yesno',
      evidence: [
        { fact: 'market', when: { is: 'yes' }, gives: 'yes' },
        { fact: 'market', when: { is: 'no' }, gives: 'no' },
        { fact: 'company.name', gives: null },
      ],
    },
    {
      id: 'decides',
      level: 'organization',
      label: 'Way to the decision',
      ask: 'Who has a say?',
      yes: '',
      no: '',
      kind: 'yesno',
      evidence: [
        { fact: 'person.title', when: { mentions: ['VP', 'head of'] }, gives: 'yes' },
        { fact: 'person.title', gives: null },
      ],
    },
    {
      id: 'team',
      level: 'organization',
      label: 'Team size',
      ask: 'How many are you?',
      yes: '',
      no: '',
      kind: 'number',
      unit: 'people',
      evidence: [{ fact: 'company.employees', gives: 'value' }],
    },
    {
      id: 'source',
      level: 'engagement',
      label: 'Source',
      ask: 'How did you find us?',
      yes: '',
      no: '',
      kind: 'choice',
      options: [
        { id: 'referral', label: 'Referral' },
        { id: 'boughtList', label: 'Bought list' },
      ],
      evidence: [{ fact: 'source.kind', gives: 'value' }],
    },
    {
      id: 'renewal',
      level: 'organization',
      label: 'Contract ends',
      ask: 'When does it end?',
      yes: '',
      no: '',
      kind: 'date',
      evidence: [{ fact: 'hubspot:contacts.contract_end', gives: 'value' }],
    },
  ],
  flags: [],
  scales: [],
  labels: [{ id: 'source', name: 'Source', criterion: 'source' }],
  market: { industries: ['Logistics'], countries: ['Germany', 'France'], employees: { min: 50 } },
};

export const fact = (name: string, value: Fact['value'], at: string | null = null, text?: string): Fact => ({
  name,
  value,
  at,
  url: null,
  field: name,
  ...(text === undefined ? {} : { text }),
});

export const snapshot = (facts: Fact[] = [], more: Partial<Snapshot> = {}): Snapshot => ({
  ref,
  crmName: 'HubSpot',
  url: 'https://app.hubspot.com/contacts/24680135/record/0-1/101',
  name: 'Mia Berg',
  title: 'VP Operations',
  email: 'mia@example.com',
  company: null,
  facts,
  stages: [
    { field: 'lifecyclestage', label: 'Lifecycle stage', value: 'lead', text: 'Lead', since: null },
    { field: 'hs_lead_status', label: 'Lead status', value: '', text: '', since: null },
  ],
  earlier: [],
  deals: [],
  mergedFrom: null,
  readAt: now.toISOString(),
  complete: true,
  gaps: [],
  ...more,
});

const option = (value: string, label: string, order: number) => ({ value, label, order, hidden: false });
export const stageFields: StageField[] = [
  {
    field: 'lifecyclestage',
    label: 'Lifecycle stage',
    ordered: true,
    options: [
      option('subscriber', 'Subscriber', 0),
      option('lead', 'Lead', 1),
      option('salesqualifiedlead', 'Sales qualified lead', 2),
      option('opportunity', 'Opportunity', 3),
      option('customer', 'Customer', 4),
    ],
  },
  {
    field: 'hs_lead_status',
    label: 'Lead status',
    ordered: false,
    options: [option('NEW', 'New', 0), option('UNQUALIFIED', 'Unqualified', 1)],
  },
];
export const mapping: StageMapping = {
  lead: [{ field: 'lifecyclestage', value: 'lead' }],
  prospect: [{ field: 'lifecyclestage', value: 'salesqualifiedlead' }],
  opportunity: [{ field: 'lifecyclestage', value: 'opportunity' }],
  disqualified: [{ field: 'hs_lead_status', value: 'UNQUALIFIED' }],
  nurture: [],
};

/** Everything that a plan needs, for a record and a draft. */
export function qualify(record: Snapshot, draft: Draft | null, book: Playbook = playbook) {
  const all = answered(book, record, draft, now);
  const verdict = evaluate(compile(book), plainAnswers(all));
  return { playbook: book, verdict, answered: all, snapshot: record, mapping, stageFields, person: ann, now };
}
