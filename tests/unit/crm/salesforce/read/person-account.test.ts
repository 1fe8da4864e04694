// Person accounts: one person in two records, an account and a contact, and no firm.
import { beforeAll, describe, expect, it } from 'vitest';
import { conversionForms } from '@/lib/crm/salesforce/setup/forms';
import { sandboxOrg } from '../sandbox';

const org = sandboxOrg();
let account = '';
let contact = '';
beforeAll(() => {
  account = org.salesforce.create('Account', {
    ...{ Name: 'Ada Person', IsPersonAccount: true, Industry: 'Insurance', NumberOfEmployees: 3 },
  }).id;
  contact = org.salesforce.create('Contact', {
    ...{ FirstName: 'Ada', LastName: 'Person', AccountId: account, IsPersonAccount: true },
  }).id;
});

describe('the page of a person account', () => {
  it('is the person themselves, not a firm with one person in it', async () => {
    const people = await org.open().members(org.ref('Account', account));
    expect(people).toMatchObject({ title: 'Ada Person', itself: true });
    expect(people.members.map(({ ref, name }) => [ref, name])).toEqual([
      [org.ref('Contact', contact), 'Ada Person'],
    ]);
    expect(people.about).toBeUndefined();
  });

  it('of a firm stays a list', async () => {
    const people = await org.open().members(org.ref('Account', org.salesforce.people.account.id));
    expect(people.itself).toBeUndefined();
    expect(people.about).toBeDefined();
  });
});

it('the person has no firm, and nothing is told of one', async () => {
  const snapshot = await org.open().read(org.ref('Contact', contact), () => {});
  expect(snapshot.company).toBeNull();
  expect(snapshot.facts.filter(({ name }) => name.startsWith('company.'))).toEqual([]);
  expect(snapshot.gaps).toEqual([]);
});

describe('a lead without a company', () => {
  const options = {
    ...{ company: '', filler: '', accounts: [], owners: null, mayCreate: false },
    ...{ statuses: [{ value: 'Closed', label: 'Closed' }], unseen: { accounts: '', contacts: '' } },
  };
  const accountOf = (more: object) =>
    conversionForms({ ...options, persons: true, ...more })[0]?.fields[0]?.options.map(({ label }) => label);

  it('becomes a person account where the org has them', () => {
    expect(accountOf({})).toEqual(['A new person account']);
    expect(accountOf({ persons: false })).toEqual(['A new account']);
  });

  it('and none where the rep is asked for a company, or the lead names one', () => {
    expect(accountOf({ filler: 'n/a' })).toEqual(['A new account']);
    expect(accountOf({ company: 'Acme' })).toEqual(['A new account: Acme']);
  });
});
