// Believable data for the pages' tests, and a background that answers as a test tells it to.
import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import { guide } from '@/lib/crm/hubspot/setup/guide';
import type { Account } from '@/lib/crm/shared/crm';
import type { Playbook } from '@/lib/playbook/schema';
import type { Connection, CrmWays, Reply, RequestBody, RequestName } from '@/lib/protocol/messages';
import type { StageField } from '@/lib/record/mapping';
import type { Person } from '@/lib/record/record';

type Handlers = { [N in RequestName]?: (body: RequestBody<N>) => Reply<N> | Promise<Reply<N>> };
type Asked = { name: RequestName; body: unknown };

/** A background: every request is noted in `asked`; one without a handler fails the way a lost worker does. */
export function background(handlers: Handlers): { send: Send; asked: Asked[] } {
  const asked: Asked[] = [];
  const send: Send = async (name, body) => {
    asked.push({ name, body });
    const handler = handlers[name];
    return handler ? handler(body) : { ok: false, problem: { kind: 'unexpected', message: `No ${name}` } };
  };
  return { send, asked };
}

export const shellWithAccess: Shell = {
  hasAccess: async () => true,
  askAccess: async () => true,
  ask: async () => true,
  has: async () => true,
  shortcut: async () => 'Alt+Q',
  versions: () => ({ extension: '0.1.0', userAgent: 'Chrome/141.0.0.0' }),
  copy: async () => true,
  onQueue: () => () => undefined,
};

export const people: Person[] = [
  { id: '101', name: 'Ann Meyer', email: 'ann@northwind.example' },
  { id: '102', name: 'Björn Åkesson', email: 'bjorn@northwind.example' },
  { id: '103', name: 'Carla Gómez', email: 'carla@northwind.example' },
  { id: '104', name: 'Dana Meyers', email: 'dana@northwind.example' },
];

export const account: Account = {
  id: '24680135',
  name: 'Portal 24680135',
  timeZone: 'Europe/Berlin',
  missing: [],
};

export const person: Person = { id: '101', name: 'Ann Meyer', email: 'ann@northwind.example' };

export const connection: Connection = {
  crm: 'hubspot',
  crmName: 'HubSpot',
  account: '24680135',
  accountName: 'Portal 24680135',
  person,
  user: null,
  way: 'key',
  keyEnd: '7f3a',
  signedOut: false,
  start: { label: 'contacts', url: 'https://app.hubspot.com/contacts/24680135' },
  connectedAt: '2026-10-03T09:12:00.000Z',
  missing: [],
};

export const hubspotWays: CrmWays = {
  crm: 'hubspot',
  crmName: 'HubSpot',
  ways: [{ kind: 'key', label: 'Service key', help: 'An admin makes one.', guide }],
};

/** A CRM with the other two ways, and with one that is typed. */
export const signInWays: CrmWays = {
  crm: 'fake',
  crmName: 'Fakeforce',
  ways: [
    {
      kind: 'oauth',
      label: 'Sign in',
      help: 'In Fakeforce’s own window.',
      guide: { where: 'An admin makes an app first.', make: ['Open Setup.', 'Allow the address below.'] },
      fields: [
        {
          id: 'host',
          label: 'Domain',
          help: 'As in the address bar.',
          placeholder: 'acme.example',
          given: null,
        },
        {
          id: 'client',
          label: 'Client id',
          help: 'Your admin has it.',
          placeholder: '',
          given: 'c-of-the-team',
        },
      ],
      reach: {
        field: 'host',
        host: '^([a-z]+)\\.([a-z]+)\\.crm\\.example$',
        origins: ['https://$1.$2.crm.example/*', 'https://$1.api.$2.crm.example/*'],
      },
      redirect: 'https://abcdef.chromiumapp.org/',
    },
    {
      kind: 'session',
      label: 'This browser’s session',
      help: 'Uses the sign-in that you have in this browser.',
      ask: { permissions: ['cookies'], origins: ['https://*.crm.example/*'] },
      accounts: ['acme.crm.example', 'other.crm.example'],
      barred: [],
    },
  ],
};

const option = (value: string, label: string, order: number, hidden = false) => ({
  value,
  label,
  order,
  hidden,
});

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
      option('legacy', 'Legacy', 4, true),
    ],
  },
  {
    field: 'hs_lead_status',
    label: 'Lead status',
    ordered: false,
    options: [
      option('NEW', 'New', 0),
      option('CONNECTED', 'Connected', 1),
      option('UNQUALIFIED', 'Unqualified', 2),
      option('BAD_TIMING', 'Bad timing', 3),
    ],
  },
];

/** Small, with one of each kind of criterion, rule and mark. */
export const playbook: Playbook = {
  schema: 1,
  id: 'small',
  name: 'A small playbook',
  version: '1.2.0',
  description: 'Three stages and two outcomes.',
  sources: [{ title: 'A handbook of ours', note: 'Chapter two.' }],
  levels: [
    { id: 'engagement', name: 'Engagement', help: 'Are we talking?' },
    { id: 'organization', name: 'Organization' },
  ],
  stages: [
    { id: 'lead', name: 'Lead', meaning: 'A name.', rule: { all: [] } },
    {
      id: 'prospect',
      name: 'Prospect',
      meaning: 'Talks with us and fits.',
      guidance: 'Call within the week.',
      cites: ['A handbook of ours'],
      rule: {
        all: [
          { criterion: 'twoWay', is: 'yes' },
          {
            any: [
              { criterion: 'size', atLeast: 50 },
              { criterion: 'source', oneOf: ['referral', 'event'] },
            ],
          },
        ],
      },
    },
    {
      id: 'opportunity',
      name: 'Opportunity',
      meaning: 'Agreed to change.',
      rule: { not: { criterion: 'start', before: '2027-01-01' } },
    },
  ],
  outcomes: [
    {
      id: 'disqualified',
      name: 'Disqualified',
      meaning: 'Not for us.',
      rule: { criterion: 'twoWay', is: 'no' },
      reasons: [{ id: 'noNeed', label: 'No problem we solve', help: 'And none in sight.' }],
      asksDate: false,
    },
    {
      id: 'nurture',
      name: 'Nurture',
      meaning: 'Not now.',
      rule: { any: [] },
      reasons: [{ id: 'timing', label: 'Bad timing' }],
      asksDate: true,
    },
  ],
  criteria: [
    {
      id: 'twoWay',
      level: 'engagement',
      label: 'Two-way contact',
      ask: 'Have they answered us?',
      yes: 'A reply or a talk.',
      no: 'Only we wrote.',
      kind: 'yesno',
      evidence: [
        { fact: 'engagement.lastReplyAt', when: { present: true }, gives: 'yes', freshDays: 90 },
        { fact: 'engagement.lastOpenAt', gives: null },
      ],
    },
    {
      id: 'size',
      level: 'organization',
      label: 'Company size',
      ask: 'How many people work there?',
      yes: '',
      no: '',
      kind: 'number',
      unit: 'people',
      evidence: [{ fact: 'company.employees', gives: 'value' }],
    },
    {
      id: 'source',
      level: 'organization',
      label: 'Source',
      ask: 'How did they find us?',
      yes: '',
      no: '',
      kind: 'choice',
      options: [
        { id: 'referral', label: 'Referral' },
        { id: 'event', label: 'Event' },
        { id: 'list', label: 'List' },
      ],
      evidence: [{ fact: 'person.title', when: { mentions: ['Partner', 'VP'] }, gives: 'referral' }],
    },
    {
      id: 'start',
      level: 'organization',
      label: 'Start',
      ask: 'When would it start?',
      yes: '',
      no: '',
      kind: 'date',
      evidence: [],
    },
  ],
  flags: [{ id: 'dream', name: 'Dream client', rule: { criterion: 'size', between: [500, 5000] } }],
  scales: [
    {
      id: 'temperature',
      name: 'Temperature',
      of: [{ label: 'Need', rule: { criterion: 'twoWay', is: 'yes' } }],
      bands: [
        { id: 'hot', label: 'Hot', atLeast: 1 },
        { id: 'cold', label: 'Cold', atLeast: 0 },
      ],
    },
  ],
  labels: [{ id: 'source', name: 'Source', criterion: 'source' }],
};

export const active = { playbook, hash: 'c0ffee'.repeat(10), origin: 'Built in' };
