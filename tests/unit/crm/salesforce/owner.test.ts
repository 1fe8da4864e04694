// Whose record it is, held to what the rep saw before a stage is written.
import { expect, it } from 'vitest';
import { problemOf } from '../portal';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const [OPEN, PROSPECT] = ['Open - Not Contacted', 'Qualified Prospect'];
const toProspect = [change('Lead.Status', OPEN, PROSPECT)];
const newLead = () => org.salesforce.create('Lead', { LastName: 'Weber', Company: 'Weber KG', Status: OPEN });

it('nothing is written to a record that was given to someone else, who is named; it is where the rep has taken it', async () => {
  const lead = newLead();
  const { queueLead } = org.salesforce.people;
  const [marcus, lena] = (['marcus', 'lena'] as const).map((alias) => org.salesforce.user(alias));
  const [sent, step] = submit(org.ref('Lead', lead.id), whole({ changes: toProspect }));
  const seen = { field: 'Lead.OwnerId', id: String(org.salesforce.lead(queueLead.id).values.OwnerId) };
  const write = (by: string) => org.open().write({ ...sent, owner: seen, by: { ...sent.by, id: by } }, step);
  org.salesforce.patch('Lead', lead.id, { OwnerId: marcus?.id ?? '' });
  const { kind, theirs } = await problemOf(write(lena?.id ?? ''));
  expect(kind).toBe('changed');
  expect(theirs).toMatchObject([{ field: 'Lead.OwnerId', label: 'Owner', text: 'Marcus Oyelaran' }]);
  expect(org.salesforce.tasks(lead.id)).toEqual([]);
  await write(marcus?.id ?? '');
  expect(org.salesforce.lead(lead.id).values.Status).toBe(PROSPECT);
});
