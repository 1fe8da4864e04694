// What a field is called where a CRM has people of several kinds.
import { expect, it } from 'vitest';
import { fieldName } from '@/components/shared/field-name';

it.each([
  ['Lifecycle stage', undefined, 'Lifecycle stage'],
  ['Lead Status', 'Lead', 'Lead Status'],
  ['Stage', 'Opportunity', 'Stage (Opportunity)'],
])('%s of %s is called %s', (label, object, name) => {
  const field = { field: 'x', label, ordered: false, options: [] };
  expect(fieldName(object === undefined ? field : { ...field, object })).toBe(name);
});
