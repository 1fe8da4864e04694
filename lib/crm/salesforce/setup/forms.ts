// The form of a lead's conversion: its questions, and its answers taken apart again.
import type { FormField, ReviewForm } from '@/lib/qualification/plan/form';
import type { Part } from '@/lib/qualification/plan/submission';
import { own } from '@/lib/util/object';
import { shortText } from '@/lib/util/text';
import type { ConversionOptions, Option } from './conversion-options';

export const CONVERT = 'convert';
const NEW = 'new';

/** What a lead shall become. null: a new one, or none. */
export type Conversion = {
  account: string | null;
  contact: string | null;
  opportunity: string | null;
  status: string;
  owner: string | null;
  /** What the lead's company is called, and with it the new account, where the lead didn't say; else left out. */
  company?: string;
};

type Choice = Pick<FormField, 'id' | 'label' | 'value'> & {
  options: FormField['options'];
  help?: string;
};
const choice = ({ help = '', ...more }: Choice): FormField => ({
  ...more,
  help,
  kind: 'choice',
  required: true,
});

const shown = ({ name, detail }: { name: string; detail: string }) =>
  detail === '' ? name : `${name} (${detail})`;

/** One that is there already: known apart by its details when it is chosen, and by its name in the receipt. */
const offered = (what: string) => (one: { id: string; name: string; detail: string }) => ({
  value: one.id,
  label: shown(one),
  told: `${what} ${one.name}`,
});

function accountField({ company, filler, persons, accounts, unseen }: ConversionOptions): FormField {
  // A lead without a company becomes one: https://wdcigroup.net/salesforce-person-account-for-lead-conversion/
  const person = persons && company === '' && filler === '';
  const what = person ? 'person account' : 'account';
  const fresh = {
    value: NEW,
    label: company === '' ? `A new ${what}` : `A new account: ${company}`,
    told: company === '' ? `new ${what}` : `new account ${company}`,
  };
  return choice({
    id: 'account',
    label: 'Account',
    help: [
      ...(accounts.length > 0 ? ['Accounts with this name or web address are there already.'] : []),
      ...(unseen.accounts === '' ? [] : [unseen.accounts]),
    ].join(' '),
    options: [...accounts.map(offered('account')), fresh],
    // Where there is a choice, or may be one, the rep makes it: it can't be taken back.
    value: accounts.length > 0 || unseen.accounts !== '' ? '' : NEW,
  });
}

/** Asked for where the lead holds a filler: Salesforce would call the new account by it, for good. */
const companyFields = ({ filler }: ConversionOptions): FormField[] =>
  filler === ''
    ? []
    : [
        {
          id: 'company',
          label: 'Company',
          told: 'called',
          help: `The lead says “${shortText(filler, 40)}”, which names no company. Type the name: the lead and the new account get it.`,
          kind: 'text',
          options: [],
          required: true,
          value: '',
          when: { field: 'account', is: [NEW] },
        },
      ];

/** One question for each account that has the person, or someone of the same name, among its contacts, or may have. */
function contactFields({ accounts, unseen }: ConversionOptions): FormField[] {
  return accounts
    .filter(({ contacts }) => contacts.length > 0 || unseen.contacts !== '')
    .map(({ id, contacts }) => ({
      ...choice({
        id: `contact-${id}`,
        label: 'Contact',
        help: [
          ...(contacts.length > 0 ? ['This account has contacts with the same name or email address.'] : []),
          ...(unseen.contacts === '' ? [] : [unseen.contacts]),
        ].join(' '),
        options: [
          ...contacts.map(offered('contact')),
          { value: NEW, label: 'A new contact', told: 'new contact' },
        ],
        value: '',
      }),
      when: { field: 'account', is: [id] },
    }));
}

function opportunityFields({ company, mayCreate }: ConversionOptions): FormField[] {
  if (!mayCreate) return [];
  return [
    choice({
      id: 'opportunity',
      label: 'Opportunity',
      options: [
        { value: NEW, label: 'Create one', told: '' },
        { value: 'none', label: 'Create none', told: 'no opportunity' },
      ],
      value: NEW,
    }),
    {
      id: 'name',
      label: 'Name of the opportunity',
      told: 'new opportunity',
      help: 'Salesforce sets its stage, close date and owner; you can change them there.',
      kind: 'text',
      options: [],
      required: true,
      value: company,
      when: { field: 'opportunity', is: [NEW] },
    },
  ];
}

/** It belongs to whatever the team maps to a status of converted leads. */
const formFor = (statuses: readonly Option[]): Omit<ReviewForm, 'fields'> => ({
  id: CONVERT,
  stages: [],
  reaches: statuses.map(({ value }) => ({ field: 'Lead.Status', value, fills: 'status' })),
  instead: true,
  title: 'Convert the lead',
  warning: 'The lead becomes a contact of an account. This can’t be undone.',
});

const NO_OPPORTUNITY =
  'The lead becomes a contact of an account, without an opportunity: this sign-in may not create any. This can’t be undone.';

/** The form without its questions, for a lead that nobody has decided to convert yet. */
export const pendingForms = (statuses: readonly Option[]): ReviewForm[] =>
  statuses.length === 0 ? [] : [{ ...formFor(statuses), pending: true, fields: [] }];

/** The form for a lead; none where the org has no status for converted leads that this person may see. */
export function conversionForms(options: ConversionOptions): ReviewForm[] {
  const { statuses, owners } = options;
  if (statuses.length === 0) return [];
  return [
    {
      ...formFor(statuses),
      ...(options.mayCreate ? {} : { warning: NO_OPPORTUNITY }),
      fields: [
        accountField(options),
        ...companyFields(options),
        ...contactFields(options),
        ...opportunityFields(options),
        ...(statuses.length > 1
          ? [
              choice({
                id: 'status',
                label: 'Status of the converted lead',
                options: statuses,
                value: statuses[0]?.value ?? '',
              }),
            ]
          : []),
        ...(owners
          ? [
              choice({
                id: 'owner',
                label: 'Owner',
                help: 'A queue has the lead; what it becomes needs a person.',
                options: owners.people,
                value: owners.proposed,
              }),
            ]
          : []),
      ],
    },
  ];
}

/** A form as it was filled in. `status`: the org's only converted status, which the form doesn't ask for. */
export function conversionOf({ values }: Extract<Part, { kind: 'form' }>, status: string): Conversion {
  const chosen = (id: string) => {
    const value = own(values, id) ?? '';
    return value === '' || value === NEW ? null : value;
  };
  const account = chosen('account');
  const company = account === null ? chosen('company') : null;
  const wanted = own(values, 'opportunity') === NEW;
  return {
    account,
    contact: account === null ? null : chosen(`contact-${account}`),
    opportunity: wanted ? chosen('name') : null,
    status: chosen('status') ?? status,
    owner: chosen('owner'),
    ...(company === null ? {} : { company }),
  };
}
