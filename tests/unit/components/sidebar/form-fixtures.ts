// A second CRM, made up: a stage that a form makes, writes that go together, duplicates, a record that becomes another.
import type { ReviewForm } from '@/lib/crm/shared/crm';
import type { Problem } from '@/lib/problem/problem';
import { partsOf } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/plan/submission';
import { contact, mapping, person, reviewOptions, snapshot } from './fixtures';
import { type memoryBackend, written } from './memory-backend';

const own = { help: '', options: [], value: '' };

/** What turns a candidate into a customer here. */
export const turning: ReviewForm = {
  id: 'turn',
  stages: ['opportunity'],
  instead: true,
  title: 'Turn into a customer',
  warning: 'This can’t be undone.',
  fields: [
    {
      ...own,
      id: 'account',
      label: 'Account',
      kind: 'choice',
      required: true,
      help: 'Those that match by name or domain come first.',
      value: 'new',
      options: [
        { value: 'a1', label: 'Northwind Logistics, Hamburg (same domain)' },
        { value: 'a2', label: 'Northwind Logistics Holding' },
        { value: 'new', label: 'A new account' },
      ],
    },
    {
      ...own,
      id: 'accountName',
      label: 'Name of the account',
      kind: 'text',
      required: true,
      value: 'Northwind Logistics',
      when: { field: 'account', is: ['new'] },
    },
    {
      ...own,
      id: 'project',
      label: 'Name of the project',
      kind: 'text',
      required: false,
      help: 'Empty: none is made.',
    },
    { ...own, id: 'budget', label: 'Budget in EUR', kind: 'number', required: false },
    { ...own, id: 'day', label: 'Wanted by', kind: 'date', required: true },
    {
      ...own,
      id: 'owner',
      label: 'Owner',
      kind: 'choice',
      required: true,
      help: 'A queue owns it now.',
      options: ['Rita Rep', 'Sam Sales', 'Tia Team', 'Uli Uhl', 'Vera Vogt', 'Wim de Wit'].map(
        (label, at) => ({
          value: `o${at}`,
          label,
        }),
      ),
    },
  ],
};

/** What a form's required questions are answered with. */
export const filledIn = { day: '2026-12-01', owner: 'o1' };

export const refusal: Problem = {
  kind: 'invalid',
  message: 'Validation',
  fields: [
    { field: 'day', label: 'Wanted by', message: 'Must be a working day, says rule 7.' },
    { field: 'region', label: 'Region', message: 'Region does not fit the account.' },
  ],
};

export const duplicate = (mayAllow: boolean): Problem => ({
  kind: 'invalid',
  message: 'You are about to make a duplicate of a customer',
  duplicates: {
    mayAllow,
    records: [
      { object: 'Contact', id: '501', name: 'Ann Meyer, Northwind', url: 'https://crm.example/contact/501' },
      { object: 'Contact', id: '502', name: 'A. Meyer' },
      { object: 'Candidate', id: '88' },
    ],
  },
});

export const nextRef = { ...contact('777'), object: 'customers' };
export const nextUrl = 'https://crm.example/customer/777';

/** As written, with what came of each part, and the record that goes on after the form. */
export function turned(submission: Submission): Submission {
  const whole = written(submission);
  const made = (text: string) => ({ text, url: `https://crm.example/${text.length}`, id: '1' });
  return {
    ...whole,
    steps: whole.steps.map((step) => ({
      ...step,
      result:
        step.write.kind === 'form'
          ? { ...made('Account and customer made'), next: { ref: nextRef, url: nextUrl } }
          : {
              text: 'All of it',
              url: null,
              id: '1',
              parts: partsOf(step.write).map((part) => made(`${part.kind} kept`)),
            },
    })),
  };
}

/** The background of this CRM: its options hold for one record each. */
export const second: NonNullable<Parameters<typeof memoryBackend>[0]> = {
  'record.read': ({ ref }) => ({ ok: true, value: snapshot(ref.id, { crmName: 'Northstar' }) }),
  'review.options': () => ({
    ok: true,
    value: {
      options: {
        ...reviewOptions,
        pipelines: [],
        dealGap: null,
        dealWord: 'opportunity',
        forms: [turning],
        perRecord: true,
        noteMost: 32_000,
      },
      mapping,
      person,
      together: true,
    },
  }),
};
