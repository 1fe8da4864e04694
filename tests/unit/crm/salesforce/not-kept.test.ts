// A flow of the org takes a field back after the save: what went along with it is there, and is never made twice.
import { expect, it } from 'vitest';
import type { NextStep } from '@/lib/qualification/answers/draft';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { problemOf } from '../portal';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const [OPEN, PROSPECT, NURTURE] = ['Open - Not Contacted', 'Qualified Prospect', 'Nurture'];
const toProspect = change('Lead.Status', OPEN, PROSPECT);
const takesBack = () => org.salesforce.settings.flows.push({ object: 'Lead', field: 'Status', to: OPEN });
const newLead = () =>
  org.salesforce.create('Lead', { LastName: `Kept ${crypto.randomUUID()}`, Company: 'Firm', Status: OPEN });
const statusOf = (id: string) => org.salesforce.lead(id).values.Status;
const as = (step: Step, state: Step['state']): Step => ({ ...step, state });

/** Written and taken back by a flow, which has been switched off since. */
async function takenBack(): Promise<{ lead: string; submission: Submission; step: Step }> {
  const lead = newLead().id;
  const [submission, step] = submit(org.ref('Lead', lead), whole({ changes: [toProspect] }));
  takesBack();
  const told = await problemOf(org.open().write(submission, as(step, 'waiting')));
  expect(told).toMatchObject({ kind: 'not-moved', standing: expect.stringContaining('made twice') });
  expect(org.salesforce.tasks(lead)).toHaveLength(1);
  org.salesforce.resetSettings();
  return { lead, submission, step };
}

it('is not taken for written after a lost answer, though the evidence is there', async () => {
  const { submission, step } = await takenBack();
  expect(await problemOf(org.open().probe(submission, as(step, 'trying')))).toMatchObject({
    kind: 'not-moved',
    fields: [{ field: 'Lead.Status', message: `wanted "${PROSPECT}", found "${OPEN}"` }],
  });
});

it('is set by the next try, with nothing beside it', async () => {
  const { lead, submission, step } = await takenBack();
  const failed = as(step, 'failed');
  expect(await org.open().probe(submission, failed)).toBeNull();
  const result = await org.open().write(submission, failed);
  expect(statusOf(lead)).toBe(PROSPECT);
  const [task, ...others] = org.salesforce.tasks(lead);
  expect(others).toEqual([]);
  expect(result.parts?.at(-1)?.id).toBe(task?.id);
  expect(await org.open().probe(submission, failed)).toEqual(result);
});

it('is told again by a next try that fares no better', async () => {
  const { lead, submission, step } = await takenBack();
  takesBack();
  const told = await problemOf(org.open().write(submission, as(step, 'failed')));
  expect(told).toMatchObject({ kind: 'not-moved', standing: expect.stringContaining('made twice') });
  expect(org.salesforce.tasks(lead)).toHaveLength(1);
});

it('does not overwrite what a colleague has set meanwhile', async () => {
  const { lead, submission, step } = await takenBack();
  org.salesforce.patch('Lead', lead, { Status: NURTURE });
  expect(await problemOf(org.open().write(submission, as(step, 'failed')))).toMatchObject({
    kind: 'changed',
    theirs: [{ field: 'Lead.Status', value: NURTURE }],
    standing: expect.stringContaining('made twice'),
  });
  expect(statusOf(lead)).toBe(NURTURE);
});

it('is not told as written where the lead was converted meanwhile', async () => {
  const { lead, submission, step } = await takenBack();
  const values = { account: 'new', opportunity: 'none' };
  await org.open().write(...submit(org.ref('Lead', lead), { kind: 'form', form: 'convert', values }));
  for (const state of ['trying', 'failed'] as const)
    expect((await problemOf(org.open().probe(submission, as(step, state)))).kind).toBe('converted');
});

it('leaves the opportunity once, and makes one that the rep has asked for since', async () => {
  const { id: account } = org.salesforce.people.account;
  const { id } = org.salesforce.create('Contact', { LastName: 'Kept', AccountId: account });
  const deal = {
    ...{ create: true, name: `Kept ${id}`, pipeline: '012000000000000AAA', stage: 'Qualification' },
    ...{ amount: null, closeDate: '2027-01-31' },
  };
  const made = () => org.salesforce.all('Opportunity').filter((one) => one.values.Name === deal.name);
  const changes = [change('Contact.Qualification_Stage__c', '', 'Prospect')];
  const [submission, step] = submit(org.ref('Contact', id), whole({ changes }));
  org.salesforce.settings.flows.push({ object: 'Contact', field: 'Qualification_Stage__c', to: null });
  expect(await problemOf(org.open().write(submission, step))).toMatchObject({ kind: 'not-moved' });
  org.salesforce.resetSettings();
  const edited: Step = { ...as(step, 'failed'), write: whole({ deal }) };
  expect(await org.open().probe(submission, edited)).toBeNull();
  const { id: opportunity } = await org.open().write(submission, edited);
  expect(made().map((one) => one.id)).toEqual([opportunity]);
  expect(await org.open().probe(submission, edited)).not.toBeNull();
  await org.open().write(submission, edited);
  expect(made()).toHaveLength(1);
  expect(org.salesforce.tasks(id)).toHaveLength(1);
});

it('makes the next step that the rep has asked for since, once', async () => {
  const { lead, submission, step } = await takenBack();
  const task: NextStep = {
    ...{ kind: 'followUp', label: 'Follow up', subject: `Call ${lead}`, body: '', dueOn: '2027-01-31' },
  };
  const edited: Step = { ...as(step, 'failed'), write: whole({ changes: [toProspect], task }) };
  const made = () => org.salesforce.tasks(lead).filter((one) => one.values.Subject === task.subject);
  expect(await org.open().probe(submission, edited)).toBeNull();
  const result = await org.open().write(submission, edited);
  expect(made().map((one) => one.id)).toEqual([result.parts?.at(-2)?.id]);
  await org.open().write(submission, edited);
  expect(made()).toHaveLength(1);
  expect(org.salesforce.tasks(lead)).toHaveLength(2);
});
