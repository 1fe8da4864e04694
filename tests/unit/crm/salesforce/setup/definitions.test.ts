// The fields that an org demands: each is what it is there, and offers what the record's own record type offers.
import { describe, expect, it } from 'vitest';
import { change, sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const demanded = (field: string, from: string, to: string) => ({
  ...change(field, from, to),
  demanded: true as const,
});
const partner = () =>
  org.salesforce.all('RecordType').find(({ values }) => values.DeveloperName === 'Partner')?.id ?? '';
const newLead = (values: Record<string, string | boolean> = {}) =>
  org.salesforce.create('Lead', { LastName: `Defined ${crypto.randomUUID()}`, Company: 'Firm', ...values });
async function fieldOf(lead: { id: string }, name: string) {
  const [found] = await org.open().fieldDefinitions(org.ref('Lead', lead.id), [`Lead.${name}`]);
  return found;
}
const valuesOf = (found: { options: { value: string }[] } | undefined) =>
  found?.options.map(({ value }) => value);

describe('a demanded field', () => {
  it.each([
    ['Industry', 'choice'],
    ['Interests__c', 'choices'],
    ['AnnualRevenue', 'number'],
    ['NumberOfEmployees', 'number'],
    ['Next_Call__c', 'time'],
    ['Consent__c', 'check'],
    ['EmailBouncedDate', 'time'],
    ['Description', 'text'],
    ['Website', 'text'],
  ])('%s is asked for as %s', async (name, kind) => {
    expect(await fieldOf(newLead(), name)).toMatchObject({ kind });
  });

  it('that is a day is asked for as one', async () => {
    const [found] = await org.open().fieldDefinitions({ object: 'Opportunity' }, ['Opportunity.CloseDate']);
    expect(found).toMatchObject({ kind: 'date', options: [] });
  });
});

describe('a demanded picklist', () => {
  it('offers what the record type of this record offers', async () => {
    const mine = await fieldOf(newLead({ RecordTypeId: partner() }), 'Interests__c');
    expect(valuesOf(mine)).toEqual(['Tracking', 'Billing']);
    expect(valuesOf(await fieldOf(newLead(), 'Interests__c'))).toEqual(['Routing', 'Tracking', 'Billing']);
  });

  it('of a record that is yet to be made offers what new ones of this user have', async () => {
    const [found] = await org
      .open()
      .fieldDefinitions({ object: 'Contact', id: '0035e00000AAAAAAAA' }, ['Opportunity.StageName']);
    expect(valuesOf(found)).toContain('Prospecting');
  });

  it('that depends on another field says on which, and what it offers under each of its values', async () => {
    const found = await fieldOf(newLead({ Region__c: 'EMEA' }), 'Territory__c');
    expect(found).toMatchObject({
      kind: 'choice',
      controller: { field: 'Lead.Region__c', label: 'Region', value: 'EMEA' },
      options: [
        { value: 'DACH', under: ['EMEA'] },
        { value: 'Nordics', under: ['EMEA'] },
        { value: 'US East', under: ['Americas'] },
        { value: 'US West', under: ['Americas'] },
      ],
    });
  });

  it('is narrowed by record type and controlling field at once', async () => {
    const found = await fieldOf(newLead({ RecordTypeId: partner(), Region__c: 'Americas' }), 'Territory__c');
    expect(found?.options).toEqual([
      { value: 'DACH', label: 'DACH', under: ['EMEA'] },
      { value: 'US East', label: 'US East', under: ['Americas'] },
    ]);
  });
});

describe('what the rep put in', () => {
  it('is sent as what the field is, and kept', async () => {
    const lead = newLead();
    const changes = [
      demanded('Lead.Consent__c', 'false', 'true'),
      demanded('Lead.NumberOfEmployees', '', '250'),
      demanded('Lead.AnnualRevenue', '', '12000.50'),
      demanded('Lead.Interests__c', '', 'Billing;Routing'),
      demanded('Lead.Next_Call__c', '', '2026-12-24T09:30:00.000Z'),
    ];
    await org.open().write(...submit(org.ref('Lead', lead.id), whole({ changes })));
    expect(org.salesforce.lead(lead.id).values).toMatchObject({
      Consent__c: true,
      NumberOfEmployees: 250,
      AnnualRevenue: 12000.5,
      // In the org's own order.
      Interests__c: 'Routing;Billing',
      Next_Call__c: '2026-12-24T09:30:00.000Z',
    });
  });

  it('goes the same way where nobody knows what the field held', async () => {
    const lead = newLead();
    const extra = {
      'Lead.Consent__c': 'true',
      'Lead.NumberOfEmployees': '5',
      'Lead.Interests__c': 'Routing',
    };
    await org.open().write(...submit(org.ref('Lead', lead.id), whole({ extra })));
    expect(org.salesforce.lead(lead.id).values).toMatchObject({
      Consent__c: true,
      NumberOfEmployees: 5,
      Interests__c: 'Routing',
    });
  });
});
