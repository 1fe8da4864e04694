// A saved lead stays whose it is: no assignment rule of the org runs, and what hands it over all the same is told.
import { afterEach, expect, it } from 'vitest';
import { OPEN } from '../decided';
import { change, sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const PROSPECT = 'Qualified Prospect';
let number = 0;

afterEach(() => {
  org.salesforce.settings.flows = [];
});

async function written() {
  number += 1;
  const name = `Assigned ${number}`;
  const lead = org.salesforce.create('Lead', { LastName: name, Company: name, Status: OPEN });
  const before = lead.values.OwnerId;
  const [submission, step] = submit(
    org.ref('Lead', lead.id),
    whole({ changes: [change('Lead.Status', OPEN, PROSPECT)] }),
  );
  const result = await org.open().write(submission, step);
  return { before, after: org.salesforce.lead(lead.id).values, result };
}

it('a lead that a rule would give to a queue keeps its owner', async () => {
  expect(org.salesforce.settings.assignment).toEqual([{ object: 'Lead', queue: 'Inbound_leads' }]);
  const { before, after, result } = await written();
  expect(after).toMatchObject({ Status: PROSPECT, OwnerId: before });
  expect(result.text).not.toContain('gave it');
});

it('a lead that a flow gives away at the save is told with its new owner’s name', async () => {
  const queue = org.salesforce.all('Group').find(({ values }) => values.DeveloperName === 'Inbound_leads');
  org.salesforce.settings.flows = [{ object: 'Lead', field: 'OwnerId', to: queue?.id ?? '' }];
  const { after, result } = await written();
  expect(after).toMatchObject({ Status: PROSPECT, OwnerId: queue?.id });
  expect(result.text).toContain('Salesforce gave it to Inbound leads at that, by a rule of the org');
});

it('every part that writes a lead says so itself, and no other part does', async () => {
  org.salesforce.clearRequests();
  await written();
  const sent = org.salesforce.requests.find(
    (one) => one.path.endsWith('/composite') && one.method === 'POST',
  );
  const parts = JSON.stringify(sent?.body);
  expect(parts.match(/Sforce-Auto-Assign/g)).toHaveLength(1);
});
