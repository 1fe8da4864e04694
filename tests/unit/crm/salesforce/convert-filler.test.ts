// A lead whose company is a filler: the rep names the new account, and no account called by a filler is offered.
import { describe, expect, it } from 'vitest';
import { fillForm, formGap } from '@/lib/qualification/plan/form';
import { problemOf } from '../portal';
import { sandboxOrg, submit } from './sandbox';

const org = sandboxOrg();
const leadAt = (Company: string, more: Record<string, string> = {}) =>
  org.salesforce.create('Lead', { LastName: `Filler ${crypto.randomUUID()}`, Company, ...more });
async function formFor(id: string) {
  const [form] = (await org.open().reviewOptions(org.ref('Lead', id), 'convert')).forms ?? [];
  if (!form) throw new Error('The lead has no form.');
  return form;
}
const step = (lead: string, more: Record<string, string>) =>
  submit(org.ref('Lead', lead), {
    ...{ kind: 'form', form: 'convert', values: { account: 'new', opportunity: 'none', ...more } },
  });
const fillers = [
  'Unknown',
  'n/a',
  '[not provided]',
  'None',
  '{{company}}',
  'Test',
  'Privatperson',
  'xxx',
  '-',
  'TBD',
];

describe('a lead at a filler', () => {
  it.each(fillers)('at %s asks for the company, and matches no account of that name', async (filler) => {
    org.salesforce.create('Account', { Name: filler });
    const form = await formFor(leadAt(filler).id);
    expect(form.fields.find(({ id }) => id === 'account')?.options.map(({ value }) => value)).toEqual([
      'new',
    ]);
    expect(formGap(fillForm(form, {}))).toBe('Company is needed.');
    expect(form.fields.find(({ id }) => id === 'name')?.value).toBe('');
    const typed = fillForm(form, { company: 'Northwind', name: 'Northwind: pilot' });
    expect(formGap(typed)).toBeNull();
    expect(typed.values).toMatchObject({ account: 'new', company: 'Northwind', name: 'Northwind: pilot' });
  });

  it('is still matched by its web address, and then asks only for a new account', async () => {
    const known = org.salesforce.create('Account', {
      Name: 'Filler Works',
      Website: 'https://fillerworks.example',
    });
    const form = await formFor(leadAt('n/a', { Website: 'fillerworks.example' }).id);
    expect(form.fields[0]?.options.map(({ value }) => value)).toEqual([known.id, 'new']);
    expect(fillForm(form, { account: known.id }).values).not.toHaveProperty('company');
    expect(fillForm(form, { account: 'new' }).values).toHaveProperty('company');
  });

  it('becomes a contact of an account by the name that was typed', async () => {
    const lead = leadAt('Unknown');
    await org.open().write(...step(lead.id, { company: 'Harbor & Sons <1>' }));
    const { values } = org.salesforce.lead(lead.id);
    expect(values).toMatchObject({ IsConverted: true, Company: 'Harbor & Sons <1>' });
    expect(org.salesforce.account(String(values.ConvertedAccountId)).values.Name).toBe('Harbor & Sons <1>');
  });

  it('is not converted where somebody has named the company meanwhile', async () => {
    const lead = leadAt('Unknown');
    org.salesforce.patch('Lead', lead.id, { Company: 'Real Firm' });
    const problem = await problemOf(org.open().write(...step(lead.id, { company: 'Other Firm' })));
    expect(problem).toMatchObject({
      kind: 'changed',
      theirs: [expect.objectContaining({ value: 'Real Firm' })],
    });
    expect(org.salesforce.lead(lead.id).values).toMatchObject({ IsConverted: false, Company: 'Real Firm' });
  });
});

it.each(['X', 'HP', 'N26', 'None Such Ltd', 'Unknown Worlds'])(
  'a lead at %s is asked nothing',
  async (name) => {
    const form = await formFor(leadAt(name).id);
    expect(form.fields.map(({ id }) => id)).not.toContain('company');
    expect(formGap(fillForm(form, {}))).toBeNull();
  },
);
