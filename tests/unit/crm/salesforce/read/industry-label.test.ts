// An industry is told by its label as well as by its value.

import * as v from 'valibot';
import { expect, it } from 'vitest';
import { DescribeSchema } from '@/lib/crm/salesforce/client/shapes';
import { withIndustryLabel } from '@/lib/crm/salesforce/read/industry-label';
import { fact } from '../../../qualification/fixture';

const option = (value: string, label: string) => ({ value, label, active: true, defaultValue: false });
const describe = v.parse(DescribeSchema, {
  name: 'Lead',
  fields: [
    {
      name: 'Industry',
      label: 'Industry',
      type: 'picklist',
      nillable: true,
      createable: true,
      updateable: true,
      picklistValues: [option('ind_07', 'Healthcare'), option('Retail', 'Retail')],
    },
  ],
});

it('beside a value that differs, and beside nothing else', () => {
  const told = (name: string, value: string) => withIndustryLabel([fact(name, value)], describe)[0]?.text;
  expect(told('company.industry', 'ind_07')).toBe('Healthcare');
  expect(told('company.industry', 'Retail')).toBeUndefined();
  expect(told('company.industry', 'Gone')).toBeUndefined();
  expect(told('company.city', 'ind_07')).toBeUndefined();
});
