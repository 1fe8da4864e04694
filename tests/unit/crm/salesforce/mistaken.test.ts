// What is looked for in Salesforce before it is written is found only where the submission's own user made it, as that thing.
import { describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import { sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const next = {
  ...{ kind: 'followUp' as const, label: 'Follow up', subject: 'Call back' },
  ...{ dueOn: '2027-01-15', body: 'Ask for the budget.' },
};
const deal = {
  ...{ create: true, name: 'Berg rollout', pipeline: '012000000000000AAA', stage: 'Qualification' },
  ...{ amount: null, closeDate: '2027-01-31' },
};
const newContact = () =>
  org.salesforce.create('Contact', { LastName: 'Berg', AccountId: org.salesforce.people.account.id }).id;

/** A submission with the id in its evidence's line, as the product writes it. */
function stamped(who: string, more: Parameters<typeof whole>[0] = {}) {
  const [submission, step] = submit(org.ref('Contact', who), whole());
  const body = `Evidence (Stagecheck)\nstagecheck/1 ${marker(submission.id)}; by=Rae; end=0;`;
  return { submission, step: { ...step, write: whole({ ...more, body }) }, body };
}
const subject = (id: string) => `Stagecheck: prospect (${marker(id)})`;
const nextText = (id: string) => `Ask for the budget.\nStagecheck ${marker(id)}`;
const dealText = (id: string) => `Created from a qualification. Stagecheck ${marker(id)}`;
const task = (who: string, Subject: string, Description: string, alias: string) =>
  org.salesforce.create('Task', { WhoId: who, Status: 'Completed', Subject, Description }, 'acme', alias).id;
const tasks = (who: string) => org.salesforce.tasks(who).map(({ id }) => id);

/** Looked up, and written as if it might be there: what was made besides what was there. */
async function written({ submission, step }: ReturnType<typeof stamped>, who: string) {
  const had = tasks(who);
  expect(await org.open().probe(submission, step)).toBeNull();
  await org.open().write(submission, step);
  return tasks(who).filter((id) => !had.includes(id)).length;
}

describe('what another user or an automatic process wrote is not ours, however like ours it is', () => {
  it.each(['marcus', 'autoproc'])('as %s', async (alias) => {
    const who = newContact();
    const run = stamped(who, { task: next });
    const { id } = run.submission;
    task(who, subject(id), run.body, alias);
    task(who, next.subject, nextText(id), alias);
    expect(await written(run, who)).toBe(2);
  });

  it('nor an opportunity', async () => {
    const who = newContact();
    const run = stamped(who);
    await org.open().write(run.submission, run.step);
    const { id: OpportunityId } = org.salesforce.create(
      'Opportunity',
      {
        ...{ Name: 'Copy', StageName: 'Prospecting', CloseDate: '2027-03-31' },
        Description: dealText(run.submission.id),
      },
      'acme',
      'marcus',
    );
    org.salesforce.create('OpportunityContactRole', { OpportunityId, ContactId: who });
    const step = { ...run.step, state: 'failed' as const, write: whole({ deal, body: run.body }) };
    expect(await org.open().probe(run.submission, step)).toBeNull();
  });
});

describe('what a flow copied in the rep’s own name is no other kind of thing', () => {
  it.each([
    ['an opportunity’s text, in a task', 'New opportunity', dealText],
    ['a next step’s text, in a task', 'See this', (id: string) => `Copied: ${nextText(id)}`],
    ['the id alone, in a subject', '', (id: string) => `Submission ${marker(id)}`],
  ])('%s, is no evidence', async (_, Subject, text) => {
    const who = newContact();
    const run = stamped(who);
    task(who, Subject || text(run.submission.id), text(run.submission.id), 'lena');
    expect(await written(run, who)).toBe(1);
  });

  it('an opportunity’s text, in a task, is no next step', async () => {
    const who = newContact();
    const run = stamped(who, { task: next });
    await org.open().write(run.submission, { ...run.step, write: whole({ body: run.body }) });
    task(who, next.subject, `New: ${dealText(run.submission.id)}`, 'lena');
    const had = tasks(who).length;
    await org.open().write(run.submission, { ...run.step, state: 'failed' });
    expect(tasks(who)).toHaveLength(had + 1);
  });

  it('the evidence’s text, in an opportunity, is not the one to be made', async () => {
    const who = newContact();
    const run = stamped(who);
    await org.open().write(run.submission, run.step);
    const { id: OpportunityId } = org.salesforce.create(
      'Opportunity',
      { Name: 'Other', StageName: 'Prospecting', CloseDate: '2027-03-31', Description: run.body },
      'acme',
      'lena',
    );
    org.salesforce.create('OpportunityContactRole', { OpportunityId, ContactId: who });
    const step = { ...run.step, state: 'failed' as const, write: whole({ deal, body: run.body }) };
    expect(await org.open().probe(run.submission, step)).toBeNull();
  });
});
