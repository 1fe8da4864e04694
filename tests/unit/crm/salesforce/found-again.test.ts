// What a lost call has made is found again, whatever somebody or a flow has done to it before anyone looked.
import { describe, expect, it } from 'vitest';
import { ONCE } from '@/lib/crm/salesforce/write/once';
import { marker } from '@/lib/qualification/note/note';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { deal, OPEN } from './decided';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const next = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: 'Call back',
  dueOn: '2027-01-15',
  body: 'Ask for the budget.',
};

const newLead = () =>
  org.salesforce.create('Lead', { LastName: `Found ${crypto.randomUUID()}`, Company: 'Berg', Status: OPEN });
const newContact = () => {
  const { id } = org.salesforce.people.account;
  return org.salesforce.create('Contact', { LastName: `Found ${crypto.randomUUID()}`, AccountId: id });
};

/** Evidence with the submission's id in its text, as the product writes it, and what goes along. */
function stamped(
  ref: ReturnType<typeof org.ref>,
  more: Parameters<typeof whole>[0] = {},
): [Submission, Step] {
  const [submission, step] = submit(ref, whole());
  const write = whole({ ...more, body: `What was found.\n\nstagecheck/1 ${marker(submission.id)}; by=Rae` });
  const only = { ...step, write };
  return [{ ...submission, steps: [only] }, only];
}

/** Written, with an answer that nobody heard. `evidence` and `followUp` are the tasks that are there. */
async function lost(more: Parameters<typeof whole>[0] = {}, who = newLead()) {
  const object = who.id.startsWith('003') ? 'Contact' : 'Lead';
  const [submission, step] = stamped(org.ref(object, who.id), more);
  await org.open().write(submission, step);
  const made = () => org.salesforce.all('Task').filter((one) => JSON.stringify(one).includes(submission.id));
  const isNext = (one: { values: Record<string, unknown> }) => one.values.IsClosed === false;
  const evidence = made().find((one) => !isNext(one))?.id ?? '';
  const followUp = made().find(isNext)?.id ?? '';
  const had = org.salesforce.all('Task').length;
  return {
    evidence,
    followUp,
    who,
    change: (id: string, values: Parameters<typeof org.salesforce.patch>[2]) =>
      org.salesforce.patch('Task', id, values, 'acme', 'marcus'),
    /** Looked up, and then sent once more as if that had been in vain: what both say. */
    async again() {
      const found = await org.open().probe(submission, step);
      await org.open().write(submission, step);
      return { found, more: org.salesforce.all('Task').length - had };
    },
  };
}

describe('the evidence is found, and not written again, where', () => {
  it('its subject was changed', async () => {
    const run = await lost({ changes: [change('Lead.Status', OPEN, 'Qualified Prospect')] });
    run.change(run.evidence, { Subject: '[Sales] done' });
    const { found, more } = await run.again();
    expect(found?.id ?? found?.parts?.at(-1)?.id).toBeTruthy();
    expect(found?.parts?.at(-1)?.id).toBe(run.evidence);
    expect(more).toBe(0);
  });

  it('its text was changed', async () => {
    const run = await lost();
    run.change(run.evidence, { Description: 'See the file.' });
    expect(await run.again()).toMatchObject({ found: { id: run.evidence }, more: 0 });
  });

  it('it was moved to somebody else', async () => {
    const run = await lost();
    run.change(run.evidence, { WhoId: newLead().id });
    expect(await run.again()).toMatchObject({ found: { id: run.evidence }, more: 0 });
  });

  it('it was closed, dated and given to another', async () => {
    const run = await lost();
    const { id: OwnerId } = org.salesforce.user('marcus');
    run.change(run.evidence, { Subject: 'x', OwnerId, ActivityDate: '2026-01-01', Status: 'Deferred' });
    expect(await run.again()).toMatchObject({ found: { id: run.evidence }, more: 0 });
  });

  it('its subject was changed, and hundreds of tasks came after it, on several pages', async () => {
    org.salesforce.settings.queryPage = 50;
    const run = await lost();
    run.change(run.evidence, { Subject: 'x' });
    for (let at = 0; at < 430; at += 1)
      org.salesforce.create(
        'Task',
        { Subject: `Logged ${at}`, WhoId: run.who.id, Status: 'Completed' },
        'acme',
        'lena',
      );
    const { found } = await run.again();
    expect(found?.id).toBe(run.evidence);
  });

  it('all of it was changed, in an org with our field', async () => {
    org.salesforce.settings.hidden = [];
    const run = await lost();
    expect(org.salesforce.record('Task', run.evidence)?.values[ONCE]).toBeTruthy();
    run.change(run.evidence, { Subject: 'x', Description: 'y', WhoId: newLead().id });
    expect(await run.again()).toMatchObject({ found: { id: run.evidence }, more: 0 });
  });

  it('the sign-in may not be asked whose it is', async () => {
    const run = await lost();
    run.change(run.evidence, { Subject: 'x' });
    org.salesforce.faults.arm({ path: /userinfo/, times: 9, do: { status: 403, body: 'Bad_OAuth_Token' } });
    expect(await run.again()).toMatchObject({ found: { id: run.evidence }, more: 0 });
  });
});

it('the next step alone is no evidence: what was never written is told as not there', async () => {
  const lead = newLead();
  const [submission, step] = stamped(org.ref('Lead', lead.id));
  org.salesforce.create('Task', {
    Subject: next.subject,
    WhoId: lead.id,
    Description: `Stagecheck ${marker(submission.id)}`,
  });
  expect(await org.open().probe(submission, step)).toBeNull();
});

describe('the next step is found, and not made again, where', () => {
  const failed = async (spoil: (run: Awaited<ReturnType<typeof lost>>) => void) => {
    const run = await lost({ task: next });
    spoil(run);
    const { found, more } = await run.again();
    expect(found?.parts?.map(({ id }) => id)).toEqual([run.followUp, run.evidence]);
    expect(more).toBe(0);
  };

  it('its subject was changed', () =>
    failed((run) => run.change(run.followUp, { Subject: 'Call Ada on Monday' })));
  it('it was moved to somebody else', () =>
    failed((run) => run.change(run.followUp, { WhoId: newLead().id })));
  it('it and the evidence were renamed by a flow', () =>
    failed((run) => {
      run.change(run.followUp, { Subject: '[Sales] Call back' });
      run.change(run.evidence, { Subject: '[Sales] Stagecheck' });
    }));
});

describe('the opportunity is found, and not made again, where', () => {
  const opportunities = () => org.salesforce.opportunities(org.salesforce.people.account.id);

  async function made(spoil: (ids: { deal: string; evidence: string }) => void) {
    const run = await lost({ deal }, newContact());
    const id = String(org.salesforce.record('Task', run.evidence)?.values.WhatId);
    const had = opportunities().length;
    spoil({ deal: id, evidence: run.evidence });
    await run.again();
    expect(opportunities()).toHaveLength(had);
  }

  it('its name and its text were changed', () =>
    made((ids) =>
      org.salesforce.patch('Opportunity', ids.deal, { Name: 'Other', Description: '' }, 'acme', 'marcus'),
    ));

  it('the evidence was taken off it', () =>
    made((ids) => org.salesforce.patch('Task', ids.evidence, { WhatId: null }, 'acme', 'marcus')));

  it('the evidence was taken off it, and the contact out of its roles', () =>
    made((ids) => {
      org.salesforce.patch('Task', ids.evidence, { WhatId: null }, 'acme', 'marcus');
      for (const role of org.salesforce.roles(ids.deal))
        org.salesforce.remove('OpportunityContactRole', role.id);
    }));
});
