// An opportunity: its contact's checklist, its stage written forward and back, and what its org or its state forbids.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { moveBack, openOn } from '../support/decide.ts';
import { countPointer } from '../support/pointer.ts';
import { Review } from '../support/review.ts';
import { composites, orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { answerStored } from '../support/storage.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });
let made = 0;

/** An opportunity of its own at this stage, of a new contact of the account who has done nothing yet. */
function deal(StageName: string, more: Record<string, string | number> = {}) {
  const { salesforce } = world();
  const { account } = salesforce.people;
  made += 1;
  const owned = { AccountId: account.id, OwnerId: salesforce.user('lena').id };
  const contact = salesforce.create('Contact', {
    ...{ ...owned, FirstName: 'Nora', LastName: `Test ${made}`, Title: 'Head of Fleet' },
  });
  const name = `Northwind: fleet ${made}`;
  const one = salesforce.create('Opportunity', {
    ...{ ...owned, Name: name, StageName, CloseDate: '2027-03-31', ...more },
  });
  salesforce.create('OpportunityContactRole', {
    ...{ OpportunityId: one.id, ContactId: contact.id, Role: 'Decision Maker', IsPrimary: true },
  });
  return { id: one.id, url: one.url, name, contact: contact.id, who: `Nora Test ${made}` };
}
const stageOf = (id: string) => world().salesforce.opportunity(id).values.StageName;

it('is worked on by keyboard alone: one call reads it with its contact, one moves the stage and leaves the evidence', async () => {
  const { salesforce } = world();
  const one = deal('Prospecting');
  const traffic = orgTraffic(world());
  const sidebar = await openOn(world(), one);
  await sidebar.header.getByText(`${one.who} · Northwind Logistics`).waitFor();
  await sidebar
    .row('Target-market fit')
    .filter({ hasText: /Logistics/ })
    .waitFor();
  await shot(sidebar.page, 'salesforce-opportunity');
  const pointer = await countPointer(sidebar);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  const { changes } = await review.preview();
  expect(changes).toEqual([{ label: 'Stage', from: 'Prospecting', to: 'Qualification' }]);
  await shot(sidebar.page, 'salesforce-opportunity-review');
  await review.confirm();
  expect(await pointer()).toEqual([]);
  expect(stageOf(one.id)).toBe('Qualification');
  expect(salesforce.tasksAbout(one.id)).toMatchObject([
    { values: { WhoId: one.contact, Status: 'Completed' } },
  ]);
  expect(composites(traffic())).toMatchObject({ reads: [expect.anything()], writes: [expect.anything()] });
  expect(orgWrites(traffic())).toEqual(['PATCH Opportunity, POST Task']);
});

it('is known by what was written on it, and so is its contact', async () => {
  const { salesforce } = world();
  const one = deal('Prospecting');
  const first = await openOn(world(), one);
  await first.climb('Prospect', yesToAll);
  await (await Review.open(first)).confirm();
  const contact = salesforce.contact(one.contact);
  const there = await openOn(world(), { name: one.who, url: contact.url });
  await there.stage.filter({ hasText: 'Prospect' }).waitFor();
  await there
    .row('Two-way contact')
    .filter({ hasText: /Yes.*note/ })
    .waitFor();
  const again = await openOn(world(), one);
  await again.stage.filter({ hasText: 'Prospect' }).waitFor();
});

it('says that the answers support less, and goes back to the mapped stage once the rep has ticked that', async () => {
  const one = deal('Negotiation/Review');
  const sidebar = await openOn(world(), one);
  await sidebar.ladder.getByText(/The answers support (Lead only|no stage yet)/).waitFor();
  await sidebar.climb('Prospect', yesToAll);
  await sidebar.ladder.getByText(/The answers support Prospect only/).waitFor();
  await shot(sidebar.page, 'salesforce-opportunity-drift');
  const pointer = await countPointer(sidebar);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByText(/^Salesforce goes on saying Negotiation\/Review\./).waitFor();
  expect((await review.preview()).changes).toEqual([]);
  await sidebar.tabTo(review.stage);
  await moveBack(review, 'Prospect');
  expect((await review.preview()).changes).toEqual([
    { label: 'Stage', from: 'Negotiation/Review', to: 'Prospecting' },
  ]);
  await shot(sidebar.page, 'salesforce-opportunity-back');
  const agree = sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' });
  await sidebar.press('Control+Enter');
  await expect.poll(() => agree.evaluate((box) => box === document.activeElement)).toBe(true);
  await sidebar.press('Space');
  await review.confirm();
  expect(await pointer()).toEqual([]);
  expect(stageOf(one.id)).toBe('Prospecting');
});

it('keeps its stage by default where it is ahead of the answers: the evidence alone is written', async () => {
  const one = deal('Proposal/Price Quote');
  const sidebar = await openOn(world(), one);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByText(/Salesforce goes on saying Proposal\/Price Quote/).waitFor();
  expect((await review.preview()).changes).toEqual([]);
  await shot(sidebar.page, 'salesforce-opportunity-stays');
  await review.confirm();
  expect(stageOf(one.id)).toBe('Proposal/Price Quote');
  expect(world().salesforce.tasksAbout(one.id)).toHaveLength(1);
});

it('like a contact’s own stage field, is not moved back by two keys, and by choice only once that was agreed to', async () => {
  const { salesforce } = world();
  const contact = salesforce.create('Contact', {
    ...{ AccountId: salesforce.people.account.id, OwnerId: salesforce.user('lena').id },
    ...{ FirstName: 'Ida', LastName: 'Ahead', Title: 'Planner', Qualification_Stage__c: 'Opportunity' },
  });
  const stage = () => salesforce.contact(contact.id).values.Qualification_Stage__c;
  const one = { name: 'Ida Ahead', url: contact.url };
  const first = await openOn(world(), one);
  const kept = await Review.open(first);
  expect(await kept.stage.locator('option:checked').textContent()).toBe('Keep Opportunity, add evidence');
  await kept.confirm();
  expect(first.pressed).toEqual(['Enter', 'Enter']);
  expect(stage()).toBe('Opportunity');
  expect(salesforce.tasks(contact.id)).toHaveLength(1);

  const sidebar = await openOn(world(), one);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await moveBack(review, 'Prospect');
  await sidebar.frame.getByText('Qualification Stage goes back from Opportunity to Prospect.').waitFor();
  await shot(sidebar.page, 'salesforce-contact-back');
  await sidebar.press('Control+Enter');
  const agree = sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' });
  await agree.and(sidebar.frame.locator(':focus')).waitFor();
  expect(stage()).toBe('Opportunity');
  await sidebar.press('Space');
  await review.confirm();
  expect(stage()).toBe('Prospect');
});

it('whose stage demands a field: asked for in the review, and written with it', async () => {
  const { salesforce } = world();
  const one = deal('Prospecting');
  salesforce.settings.rules = [
    {
      object: 'Opportunity',
      when: [
        { field: 'StageName', is: 'Qualification' },
        { field: 'Amount', blank: true },
      ],
      message: 'A qualified opportunity needs an amount.',
      errorDisplayField: 'Amount',
    },
  ];
  const sidebar = await openOn(world(), one);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await review.refused(/A qualified opportunity needs an amount/);
  await sidebar.button('Back to the review').first().click();
  await sidebar.frame.getByLabel('Amount', { exact: false }).fill('24000');
  await shot(sidebar.page, 'salesforce-opportunity-demanded');
  await review.confirmButton.click();
  await review.written();
  expect(salesforce.opportunity(one.id).values).toMatchObject({ StageName: 'Qualification', Amount: 24_000 });
});

it('that an approval has locked: said, nothing is written, and it goes through once it is unlocked', async () => {
  const { salesforce } = world();
  const one = deal('Prospecting');
  const sidebar = await openOn(world(), one);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  salesforce.settings.lockedRecords = [one.id];
  await review.refused(/locked/i);
  await shot(sidebar.page, 'salesforce-opportunity-locked');
  expect(stageOf(one.id)).toBe('Prospecting');
  expect(salesforce.tasksAbout(one.id)).toEqual([]);
  salesforce.resetSettings();
  await review.retry();
  await review.written();
  expect(stageOf(one.id)).toBe('Qualification');
});

it('that is closed keeps its stage, and takes the evidence', async () => {
  const one = deal('Closed Won');
  const sidebar = await openOn(world(), one);
  await sidebar.frame.getByText('This opportunity is closed: Closed Won').waitFor();
  await shot(sidebar.page, 'salesforce-opportunity-closed');
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByText(/^Salesforce goes on saying Closed Won\./).waitFor();
  await sidebar.frame.getByText(/Stage is Closed Won, which ends it, so it stays/).waitFor();
  await review.confirm();
  expect(stageOf(one.id)).toBe('Closed Won');
  expect(world().salesforce.tasksAbout(one.id)).toHaveLength(1);
});

it('of another sales process: a stage that it doesn’t offer is not written', async () => {
  const { salesforce } = world();
  const renewal = salesforce.all('RecordType').find(({ values }) => values.DeveloperName === 'Renewal');
  const one = deal('Proposal/Price Quote', { RecordTypeId: renewal?.id ?? '' });
  const sidebar = await openOn(world(), one);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByText(/“Prospecting”, which stands for Prospect, is not offered/).waitFor();
  await review.confirm();
  expect(stageOf(one.id)).toBe('Proposal/Price Quote');
});

it('without anybody named: says what to do, the account still answers, and evidence can be left', async () => {
  const { salesforce } = world();
  const { roleless } = salesforce.people;
  const sidebar = await openOn(world(), roleless);
  await sidebar.header.getByText(/^No contact · Northwind/).waitFor();
  const link = sidebar.frame.getByRole('link', { name: /Add a contact role/ });
  expect(await link.getAttribute('href')).toMatch(/related\/OpportunityContactRoles\/view$/);
  await sidebar
    .row('Target-market fit')
    .filter({ hasText: /Logistics/ })
    .waitFor();
  await shot(sidebar.page, 'salesforce-opportunity-nobody');
  const review = await Review.open(sidebar);
  await review.confirm();
  expect(salesforce.tasksAbout(roleless.id)).toHaveLength(1);
});

it('has its other people one key away, and Esc leads back', async () => {
  const { salesforce } = world();
  const one = deal('Qualification');
  const { buyer } = salesforce.people;
  salesforce.create('OpportunityContactRole', { OpportunityId: one.id, ContactId: buyer.id });
  const sidebar = await openOn(world(), one);
  await sidebar.button('1 other person').waitFor();
  const pointer = await countPointer(sidebar);
  await sidebar.press('o');
  await sidebar.button(new RegExp(buyer.name)).waitFor();
  await shot(sidebar.page, 'salesforce-opportunity-people');
  await sidebar.press('2');
  await sidebar.shows(buyer.name);
  await sidebar.press('Escape');
  await sidebar.button(new RegExp(buyer.name)).waitFor();
  await sidebar.press('Escape');
  await sidebar.shows(one.name);
  expect(await pointer()).toEqual([]);
});

it('says when the answers were given about another primary contact, and keeps them only where the rep says so', async () => {
  const { salesforce } = world();
  const one = deal('Prospecting');
  const begun = await openOn(world(), one);
  const first = await begun.asked();
  await begun.answer(first, 'yes');
  await answerStored(await world().browser.worker(), one.id, first.id);
  await begun.page.close();

  const next = salesforce.create('Contact', {
    ...{ AccountId: salesforce.people.account.id, OwnerId: salesforce.user('lena').id },
    ...{ FirstName: 'Otto', LastName: 'Lindt', Title: 'Head of Sales' },
  });
  for (const role of salesforce.roles(one.id))
    salesforce.patch('OpportunityContactRole', role.id, { IsPrimary: false });
  salesforce.create('OpportunityContactRole', {
    ...{ OpportunityId: one.id, ContactId: next.id, Role: 'Decision Maker', IsPrimary: true },
  });
  const sidebar = await openOn(world(), one);
  await sidebar.frame.getByText(`You gave them about ${one.who}; this is now about Otto Lindt.`).waitFor();
  await shot(sidebar.page, 'salesforce-another-contact');
  const given = sidebar.row(first.label).filter({ hasText: /: Yes.*You/ });
  await given.waitFor();
  await sidebar.tabTo(sidebar.button('Begin anew'));
  await sidebar.press('Enter');
  await given.waitFor({ state: 'detached' });
  await sidebar.button('Begin anew').waitFor({ state: 'detached' });
});
