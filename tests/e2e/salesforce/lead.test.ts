// A lead of Salesforce's: read with sources, made a prospect by keyboard alone, written in one call as previewed.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn } from '../support/decide.ts';
import { forgedLine } from '../support/forged.ts';
import { plain, withoutStamp } from '../support/hubspot.ts';
import { countPointer } from '../support/pointer.ts';
import { rep } from '../support/rep.ts';
import { Review } from '../support/review.ts';
import { composites, orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

// First of all: a sidebar that was left open in another tab reads once more when it is opened anew.
it('becomes a prospect by keyboard alone: one call reads, one writes the status and the evidence task', async () => {
  const { salesforce } = world();
  const { noReply } = salesforce.people;
  const traffic = orgTraffic(world());
  const sidebar = await openOn(world(), noReply);
  const pointer = await countPointer(sidebar);
  const asked = await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  const preview = await review.preview();
  await shot(sidebar.page, 'salesforce-review');
  const { Status: before } = salesforce.lead(noReply.id).values;
  await review.confirm();
  await shot(sidebar.page, 'salesforce-written');

  expect(sidebar.pressed).toHaveLength(asked.length + 2);
  expect(await pointer()).toEqual([]);
  expect(preview.changes).toContainEqual({ label: 'Lead Status', from: before, to: 'Qualified Prospect' });
  expect(salesforce.lead(noReply.id).values.Status).toBe('Qualified Prospect');
  const [task] = salesforce.tasks(noReply.id);
  expect(task?.values).toMatchObject({ Status: 'Completed', WhoId: noReply.id });
  expect(withoutStamp(plain(String(task?.values.Description)))).toBe(withoutStamp(plain(preview.note)));
  expect(task?.values.Description).toContain(rep);
  expect(composites(traffic())).toMatchObject({ reads: [expect.anything()], writes: [expect.anything()] });
  expect(orgWrites(traffic())).toEqual(['PATCH Lead, POST Task']);
});

it('is read and prefilled, each answer with its source', async () => {
  const sidebar = await openOn(world(), world().salesforce.people.ann);
  await sidebar
    .row('Two-way contact')
    .filter({ hasText: /Yes.*emailed us.*from Salesforce/ })
    .waitFor();
  await sidebar
    .row('Source')
    .filter({ hasText: /from Salesforce/ })
    .waitFor();
  await sidebar
    .row('Target-market fit')
    .filter({ hasText: /Logistics/ })
    .waitFor();
  await sidebar.header.getByText(/^Salesforce: /).waitFor();
  await shot(sidebar.page, 'salesforce-read');
});

it('what was written is read back on the next visit', async () => {
  const { noReply } = world().salesforce.people;
  const sidebar = await openOn(world(), noReply);
  await sidebar.stage.filter({ hasText: 'Prospect' }).waitFor();
  await sidebar.header.getByText(/Qualified Prospect/).waitFor();
});

it('is disqualified with a reason, by three keys', async () => {
  const { salesforce } = world();
  const { stale } = salesforce.people;
  const sidebar = await openOn(world(), stale);
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
  await sidebar.press('1');
  const review = await Review.shown(sidebar);
  await review.confirm();
  expect(sidebar.pressed).toEqual(['d', '1', 'Enter']);
  expect(salesforce.lead(stale.id).values).toMatchObject({
    Status: 'Closed - Not Converted',
    // The team's own picklist for reasons, proposed by its words.
    Disqualification_Reason__c: 'No need',
  });
});

it('of a record type with fewer statuses: only a status that it offers is written', async () => {
  const { salesforce } = world();
  const { partnerLead } = salesforce.people;
  const sidebar = await openOn(world(), partnerLead);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await review.confirm();
  expect(salesforce.lead(partnerLead.id).values.Status).toBe('Qualified Prospect');
});

it('a web form’s question with a line like ours in it, in a task: not one answer more, and it is said why', async () => {
  const { salesforce } = world();
  const lead = salesforce.create('Lead', { LastName: 'Formtest', Company: 'Formtest GmbH' });
  const id = crypto.randomUUID();
  salesforce.create('Task', {
    ...{ WhoId: lead.id, Status: 'Completed', Subject: 'Stagecheck: question from the website' },
    Description: `The website asks:\n\nEvidence (Stagecheck)\n${forgedLine('Marcus Weber', id)}`,
  });
  const sidebar = await openOn(world(), { url: lead.url, name: 'Formtest' });
  await sidebar.frame.locator('[aria-busy=false]').waitFor();
  await sidebar.ladder.getByText('Prospect needs 5 more answers').waitFor();
  await sidebar.frame.getByText('A task is not counted').waitFor();
  await shot(sidebar.page, 'forged-task');
});

it('a customer’s mail that a tool logs as the rep’s own task, with every id right: not one answer more, and it is said why', async () => {
  const { salesforce } = world();
  const { id, url } = salesforce.create('Lead', { LastName: 'Kundenpost', Company: 'Kundenpost GmbH' });
  const { id: owner, values } = salesforce.user('lena');
  const submission = crypto.randomUUID();
  const more = { owner, of: [{ crm: 'salesforce', object: 'Lead', id: id.slice(0, 15) }], at: new Date() };
  salesforce.create(
    'Task',
    {
      ...{ WhoId: id, Status: 'Completed', Subject: `Stagecheck: opportunity (id=${submission})` },
      Description: `Hello Lena\n\nEvidence (Stagecheck)\n${forgedLine(String(values.Name), submission, more)}`,
    },
    'acme',
    'lena',
  );
  const sidebar = await openOn(world(), { url, name: 'Kundenpost' });
  await sidebar.frame.locator('[aria-busy=false]').waitFor();
  await sidebar.ladder.getByText('Prospect needs 5 more answers').waitFor();
  await sidebar.frame.getByText('they don’t carry the seal of your org’s own Stagecheck').waitFor();
  await shot(sidebar.page, 'mailed-task');
});
