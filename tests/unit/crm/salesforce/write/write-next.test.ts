// The next step in Salesforce: an open task of the rep's in the one composite call, or none of it.
import { expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import { problemOf } from '../../portal';
import { OPEN } from '../decided';
import { change, sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const task = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: "Plan the change: O'Neil",
  body: 'Agree on the next step.',
  dueOn: '2027-01-18',
};
const newLead = () =>
  org.salesforce.create('Lead', { LastName: `Next ${crypto.randomUUID()}`, Company: 'Firm', Status: OPEN });
const contactOf = () =>
  org.salesforce.create('Contact', {
    LastName: `Next ${crypto.randomUUID()}`,
    AccountId: org.salesforce.people.account.id,
  });
const openTasks = (who: string) => org.salesforce.tasks(who).filter((one) => one.values.IsClosed === false);

it('is written with the fields and the evidence in one call, open, on its day', async () => {
  const lead = newLead();
  const changes = [change('Lead.Status', OPEN, 'Qualified Prospect')];
  const [submission, step] = submit(org.ref('Lead', lead.id), whole({ changes, task }));
  org.salesforce.clearRequests();
  const result = await org.open().write(submission, step);
  expect(org.salesforce.requests.filter((one) => one.path.endsWith('/composite'))).toHaveLength(1);
  const [made, ...others] = openTasks(lead.id);
  expect(others).toEqual([]);
  expect(made?.values).toMatchObject({
    Subject: task.subject,
    Status: 'Not Started',
    ActivityDate: task.dueOn,
  });
  expect(made?.values.Description).toContain('Agree on the next step.');
  expect(made?.values.Description).toContain(marker(submission.id));
  expect(org.salesforce.tasks(lead.id)).toHaveLength(2);
  expect(result.parts?.[1]).toMatchObject({ text: 'Task for 2027-01-18 created', id: made?.id });
});

it('belongs to the opportunity that is created with it', async () => {
  const contact = contactOf();
  const deal = {
    create: true,
    name: 'Next rollout',
    pipeline: '012000000000000AAA',
    stage: 'Qualification',
    amount: null,
    closeDate: '2027-01-31',
  };
  const [submission, step] = submit(org.ref('Contact', contact.id), whole({ deal, task }));
  const result = await org.open().write(submission, step);
  expect(openTasks(contact.id)[0]?.values.WhatId).toBe(result.id);
});

it('is found again after a lost answer, with its link, and never made twice', async () => {
  const lead = newLead();
  const [submission, step] = submit(org.ref('Lead', lead.id), whole({ task }));
  const session = org.open();
  expect(await session.probe(submission, step)).toBeNull();
  org.salesforce.faults.arm({ method: 'POST', path: /composite$/, times: 1, do: 'dropAfter' });
  expect((await problemOf(session.write(submission, step))).kind).toBe('offline');
  const found = await session.probe(submission, step);
  expect(found?.parts?.[0]?.id).toBe(openTasks(lead.id)[0]?.id);
  expect(await session.write(submission, step)).toEqual(found);
  expect(openTasks(lead.id)).toHaveLength(1);
});

it('stands alone too, where it is asked for alone', async () => {
  const lead = newLead();
  const [submission, step] = submit(org.ref('Lead', lead.id), { kind: 'task', task });
  const made = await org.open().write(submission, step);
  expect(await org.open().probe(submission, step)).toMatchObject({ id: made.id });
  expect(await org.open().probe(...submit(org.ref('Lead', lead.id), { kind: 'task', task }))).toBeNull();
});

it('goes to the contact that a converted lead has become, not to the lead before', async () => {
  const lead = newLead();
  const form = { account: 'new', opportunity: 'none' };
  const [submission, step] = submit(org.ref('Lead', lead.id), whole({ form, task }));
  const result = await org.open().write(submission, step);
  expect(openTasks(result.next?.ref.id ?? '')).toHaveLength(1);
});
