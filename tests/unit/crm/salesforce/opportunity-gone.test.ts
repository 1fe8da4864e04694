// The opportunity that our conversion made is deleted before the evidence is written: that is then left on the contact.
import { expect, it } from 'vitest';
import { problemOf } from '../portal';
import { sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const write = { path: /\/composite$/, times: 1 };
const task = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: 'Call',
  body: '',
  dueOn: '2027-01-18',
};

/** Converted by us, with an opportunity, and nothing more; somebody has deleted that since. */
async function converted() {
  const lead = org.salesforce.create('Lead', { LastName: 'Berg', Company: `Firm ${crypto.randomUUID()}` });
  const form = { account: 'new', opportunity: 'new', name: 'Berg rollout' };
  const sent = submit(org.ref('Lead', lead.id), whole({ form, task }));
  const soap = () => org.salesforce.requests.some(({ path }) => path.includes('/Soap/'));
  // Only what comes after the conversion fails.
  const session = org.open();
  const late = org.salesforce.faults.arm({ ...write, times: 9, do: 'drop' });
  expect((await problemOf(session.write(...sent))).kind).toBe('offline');
  late.disarm();
  expect(soap()).toBe(true);
  const { ConvertedContactId, ConvertedOpportunityId } = org.salesforce.lead(lead.id).values;
  return { sent, contact: String(ConvertedContactId), opportunity: String(ConvertedOpportunityId) };
}

it('with the evidence and the next step on the contact, once', async () => {
  const { sent, contact, opportunity } = await converted();
  org.salesforce.remove('Opportunity', opportunity);
  const result = await org.open().write(...sent);
  expect(result.text).toContain('Evidence left');
  const tasks = org.salesforce.tasks(contact);
  expect(tasks).toHaveLength(2);
  for (const { values } of tasks) expect(values.WhatId ?? '').not.toBe(opportunity);
  expect(await org.open().probe(...sent)).not.toBeNull();
  await org.open().write(...sent);
  expect(org.salesforce.tasks(contact)).toHaveLength(2);
});

it('and on the opportunity too, where that is there', async () => {
  const { sent, contact, opportunity } = await converted();
  await org.open().write(...sent);
  const tasks = org.salesforce.tasks(contact);
  expect(tasks.map(({ values }) => values.WhatId)).toEqual([opportunity, opportunity]);
});
