// Values for fields that the org demands: they fill in what is asked for, and link nothing to another record.
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../portal';
import { change, sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const newLead = () =>
  org.salesforce.create('Lead', { LastName: `Demanded ${crypto.randomUUID()}`, Company: 'Firm' });
const newContact = () =>
  org.salesforce.create('Contact', {
    LastName: `Demanded ${crypto.randomUUID()}`,
    AccountId: org.salesforce.people.account.id,
  });
const task = {
  ...{ kind: 'followUp' as const, label: 'Follow up', subject: 'Go on', body: 'Call', dueOn: '2027-01-18' },
};
const deal = {
  ...{ create: true, name: 'Rollout', pipeline: '', stage: 'Qualification', amount: null },
  closeDate: '2027-01-31',
};

describe('the tasks of a submission', () => {
  it.each(['WhoId', 'whoid', 'WhatId', 'OwnerId'])(
    'hang on its own record, whatever %s says',
    async (name) => {
      const [mine, other] = [newLead(), newLead()];
      const value = name === 'OwnerId' ? org.salesforce.user('marcus').id : other.id;
      const [submission, step] = submit(
        org.ref('Lead', mine.id),
        whole({ task, extra: { [`Task.${name}`]: value } }),
      );
      const result = await org.open().write(submission, step);
      expect(org.salesforce.tasks(other.id)).toEqual([]);
      const made = org.salesforce.tasks(mine.id);
      expect(made.map(({ values }) => [values.WhatId ?? null, values.OwnerId])).toEqual(
        Array(2).fill([null, org.salesforce.user('lena').id]),
      );
      // The receipt names nothing that was not written.
      expect(result.text).not.toContain(value);
    },
  );

  it('are found again, whatever their subject and text were said to be', async () => {
    const lead = newLead();
    const extra = { 'Task.Subject': 'Mine', 'Task.Description': 'Mine', 'Task.Priority': 'High' };
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({ task, extra }));
    const session = org.open();
    const result = await session.write(submission, step);
    expect(await session.probe(submission, step)).toMatchObject({ id: result.id });
    const made = org.salesforce.tasks(lead.id);
    expect(made.map(({ values }) => values.Priority)).toEqual(['High', 'High']);
    expect(made.map(({ values }) => values.Subject)).not.toContain('Mine');
  });
});

it.each(['AccountId', 'accountid', 'ContactId', 'OwnerId'])(
  'an opportunity belongs to its contact, its account and the rep, whatever %s says',
  async (name) => {
    const contact = newContact();
    const other = org.salesforce.create('Account', { Name: `Other ${crypto.randomUUID()}` });
    const value = name === 'OwnerId' ? org.salesforce.user('marcus').id : other.id;
    const extra = { [`Opportunity.${name}`]: value, 'Opportunity.LeadSource': 'Web' };
    const result = await org.open().write(...submit(org.ref('Contact', contact.id), whole({ deal, extra })));
    expect(org.salesforce.opportunity(String(result.id)).values).toMatchObject({
      AccountId: org.salesforce.people.account.id,
      OwnerId: org.salesforce.user('lena').id,
      LeadSource: 'Web',
    });
  },
);

it('a demanded field of the record itself is written, whichever it is', async () => {
  const lead = newLead();
  const OwnerId = org.salesforce.user('marcus').id;
  const extra = { 'Lead.OwnerId': OwnerId };
  await org.open().write(...submit(org.ref('Lead', lead.id), whole({ extra })));
  expect(org.salesforce.lead(lead.id).values.OwnerId).toBe(OwnerId);
});

describe('what is no field’s name', () => {
  it.each([
    'Lead.Phone FROM Lead--',
    'Phone, (SELECT Id FROM Tasks)',
    '%2e%2e/query',
    '__proto__',
    'Lead.Phone.x',
  ])('is not written, and gets into no query: %s', async (name) => {
    const lead = newLead();
    const extra = { [name]: 'x', 'Lead.Phone': '+49 30 1' };
    const result = await org.open().write(...submit(org.ref('Lead', lead.id), whole({ extra })));
    expect(org.salesforce.lead(lead.id).values.Phone).toBe('+49 30 1');
    expect(result.text).not.toContain(name);
    expect(JSON.stringify(org.salesforce.requests)).not.toContain(name);
    expect(JSON.stringify(org.salesforce.requests)).not.toContain(encodeURIComponent(name));
  });

  it('stops a reviewed change, and nothing is written', async () => {
    const lead = newLead();
    const changes = [change('Lead.Phone FROM Lead--', '', 'x')];
    expect(
      (await problemOf(org.open().write(...submit(org.ref('Lead', lead.id), whole({ changes }))))).kind,
    ).toBe('invalid');
    expect(org.salesforce.tasks(lead.id)).toEqual([]);
  });

  it.each(['%2e%2e/%2e%2e/%2e%2e/apexrest/pay?now=1&x=.b', '../../apexrest.b', '..', 'Lead/../x.b'])(
    'makes no address, of a field or of an object: %s',
    async (name) => {
      const session = org.open();
      expect(await session.fieldDefinitions({ object: 'Lead' }, [name])).toEqual([
        { field: name, label: name, kind: 'text', options: [] },
      ]);
      expect(await session.fieldDefinitions({ object: name }, ['Phone'])).toEqual([
        { field: 'Phone', label: 'Phone', kind: 'text', options: [] },
      ]);
      expect(org.salesforce.requests.map(({ path }) => path)).toEqual([
        expect.stringMatching(/\/sobjects\/Lead\/describe$/),
      ]);
    },
  );
});
