// A form as a CRM may ask for it with a decision, for the tests of the qualification.
import type { FormField, ReviewForm } from '@/lib/qualification';

const options = (...values: string[]) => values.map((value) => ({ value, label: value.toUpperCase() }));

export const field = (id: string, more: Partial<FormField> = {}): FormField => ({
  id,
  label: `The ${id}`,
  help: '',
  kind: 'text',
  options: [],
  required: true,
  value: '',
  ...more,
});

/** Turns the record into others: an account, new or there already, and perhaps a project. */
export const turning: ReviewForm = {
  id: 'turn',
  stages: ['opportunity'],
  instead: true,
  title: 'Turn into a customer',
  warning: 'This can’t be undone.',
  fields: [
    field('account', { kind: 'choice', options: options('new', 'a1'), value: 'new' }),
    field('accountName', { when: { field: 'account', is: ['new'] }, value: 'Berg' }),
    field('project', { kind: 'choice', options: options('yes', 'none'), value: 'none' }),
    field('projectName', { when: { field: 'project', is: ['yes'] } }),
    field('day', { kind: 'date', required: false, when: { field: 'project', is: ['yes'] } }),
    field('amount', { kind: 'number', required: false }),
  ],
};

/** Asks for something besides the mapped fields. */
export const besides: ReviewForm = {
  id: 'besides',
  stages: ['opportunity', 'nurture'],
  instead: false,
  title: 'Say where it goes',
  warning: null,
  fields: [field('team')],
};
