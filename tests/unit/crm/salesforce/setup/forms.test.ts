// The questions of a conversion, as the sandbox org has them for each lead, and its answers taken apart.
import { describe, expect, it } from 'vitest';
import { conversionOf } from '@/lib/crm/salesforce/setup/forms';
import { fillForm, formGap } from '@/lib/qualification/plan/form';
import { sandboxOrg } from '../sandbox';

const org = sandboxOrg();
const optionsOf = async (id: string) => org.open().reviewOptions(org.ref('Lead', id), 'convert');
async function formFor(id: string) {
  const [form] = (await optionsOf(id)).forms ?? [];
  if (!form) throw new Error('The lead has no form.');
  return form;
}
const write = (values: Record<string, string>) => ({ kind: 'form' as const, form: 'convert', values });

describe('a lead’s opportunity is asked for by a form', () => {
  it('that does it instead, can’t be undone, and leaves no other opportunity to make', async () => {
    const { id } = org.salesforce.create('Lead', { LastName: 'Form', Company: 'Nobody knows Ltd' });
    const { forms, pipelines, dealGap } = await optionsOf(id);
    expect([pipelines, dealGap]).toEqual([[], null]);
    expect(forms?.[0]).toMatchObject({
      id: 'convert',
      stages: [],
      reaches: [{ field: 'Lead.Status', value: 'Closed - Converted', fills: 'status' }],
      instead: true,
      warning: expect.stringContaining('can’t be undone'),
    });
    const form = await formFor(id);
    expect(form.fields.map((field) => field.id)).toEqual(['account', 'opportunity', 'name']);
    const filled = fillForm(form, {});
    expect(formGap(filled)).toBeNull();
    expect(filled.values).toEqual({ account: 'new', opportunity: 'new', name: 'Nobody knows Ltd' });
  });

  it.each(['knownByDomain', 'knownByName'] as const)('with the account that is there (%s)', async (who) => {
    const { people } = org.salesforce;
    const form = await formFor(people[who].id);
    const account = form.fields.find((field) => field.id === 'account');
    expect(account?.options.at(-1)?.value).toBe('new');
    expect(account?.options[0]?.label).toMatch(/^Harbourside Foods Group/);
    expect(formGap(fillForm(form, {}))).toBe('Account is needed.');
  });

  it('with the contact that is there, asked for once its account is chosen', async () => {
    const { buyer, account } = org.salesforce.people;
    const { Email = '' } = org.salesforce.contact(buyer.id).values;
    const { Name = '' } = org.salesforce.account(account.id).values;
    const lead = org.salesforce.create('Lead', {
      LastName: 'Same',
      Company: String(Name),
      Email: String(Email),
    });
    const form = await formFor(lead.id);
    const field = `contact-${account.id}`;
    expect(fillForm(form, { account: 'new' }).values).not.toHaveProperty(field);
    expect(formGap(fillForm(form, { account: account.id }))).toBe('Contact is needed.');
    const { values } = fillForm(form, { account: account.id, [field]: buyer.id });
    expect(conversionOf(write(values), 'Converted')).toEqual({
      account: account.id,
      contact: buyer.id,
      opportunity: String(Name),
      status: 'Converted',
      owner: null,
    });
  });

  it('with an owner where a queue has the lead', async () => {
    const form = await formFor(org.salesforce.people.queueLead.id);
    const owner = form.fields.find((field) => field.id === 'owner');
    expect(owner?.value).toBe(org.salesforce.user('lena').id);
    expect(owner?.options.length).toBeGreaterThan(2);
  });

  it('with a status where the org has more than one for converted leads', () => {
    expect(conversionOf(write({ status: 'Won' }), 'Converted').status).toBe('Won');
    expect(conversionOf(write({}), 'Converted').status).toBe('Converted');
  });

  it('without an opportunity where this person may not make one', async () => {
    org.salesforce.settings.noCreate.push({ object: 'Opportunity' });
    const form = await formFor(org.salesforce.people.knownByName.id);
    expect(form.fields.map((field) => field.id)).not.toContain('opportunity');
    expect((await org.open().reviewOptions()).dealGap).toEqual(expect.any(String));
  });
});

it('an answer for an account that was not chosen counts for nothing', () => {
  const values = { account: 'new', 'contact-001': '003', opportunity: 'none', name: 'Left over' };
  expect(conversionOf(write(values), 'C')).toMatchObject({ account: null, contact: null, opportunity: null });
});
