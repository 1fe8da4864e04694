// Converting a lead: into a new account or one that is there, with an opportunity or none, once and never twice.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn } from '../support/decide.ts';
import { countPointer } from '../support/pointer.ts';
import { Review } from '../support/review.ts';
import { orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

/** The review of one of the leads whose answers carry an opportunity, with the conversion's form. */
async function reviewConversion(lead: { name: string; url: string }) {
  const sidebar = await openOn(world(), lead);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  const form = sidebar.frame.getByRole('region', { name: 'Convert the lead' });
  await form.waitFor();
  const choose = (question: string, option: string | RegExp) =>
    form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: option }).check();
  const agree = () => form.getByRole('checkbox', { name: 'Yes, go ahead' }).check();
  return { sidebar, review, form, choose, agree };
}

const converted = (id: string) => {
  const { salesforce } = world();
  const { IsConverted, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId } =
    salesforce.lead(id).values;
  const idOf = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    is: IsConverted,
    account: idOf(ConvertedAccountId),
    contact: idOf(ConvertedContactId),
    opportunity: idOf(ConvertedOpportunityId),
  };
};
const evidence = (contact: string) =>
  world()
    .salesforce.tasks(contact)
    .filter(({ values }) => String(values.Subject).startsWith('Stagecheck'));

it('with a new account: asked before it can’t be undone, then the sidebar goes on at what the lead became', async () => {
  const { salesforce } = world();
  const { partnerLead } = salesforce.people;
  const { sidebar, review, form, agree } = await reviewConversion(partnerLead);
  await form
    .getByText(/can’t be undone/)
    .first()
    .waitFor();
  expect(await review.confirmButton.getAttribute('aria-disabled')).toBe('true');
  await form.getByLabel('Name of the opportunity').fill('Bohemia Route: pilot');
  await agree();
  await shot(sidebar.page, 'salesforce-review-convert');
  const traffic = orgTraffic(world());
  await review.confirmButton.click();
  await review.written();
  await shot(sidebar.page, 'salesforce-converted');

  const became = converted(partnerLead.id);
  expect(became.is).toBe(true);
  expect(salesforce.account(became.account).values.Name).toBe('Bohemia Route');
  expect(salesforce.opportunity(became.opportunity).values.Name).toBe('Bohemia Route: pilot');
  expect(salesforce.roles(became.opportunity)).toMatchObject([
    { values: { ContactId: became.contact, IsPrimary: true } },
  ]);
  expect(evidence(became.contact)).toHaveLength(1);
  expect(orgWrites(traffic()).filter((line) => line.startsWith('convertLead'))).toEqual(['convertLead 200']);

  await sidebar.button('Done').click();
  await sidebar.page.getByRole('heading', { level: 1, name: 'Bohemia Route: pilot' }).waitFor();
  expect(sidebar.page.url()).toContain(became.opportunity);
  const there = await world().on(sidebar.page).present();
  await there.shows('Bohemia Route: pilot');
  await there.header.getByText(`${partnerLead.name} · Bohemia Route`).waitFor();
  await there.stage.filter({ hasText: 'Opportunity' }).waitFor();
  await shot(there.page, 'salesforce-followed');
});

it('by keyboard alone, to the opportunity that it became', async () => {
  const { salesforce } = world();
  const lead = salesforce.create('Lead', {
    ...{ FirstName: 'Kira', LastName: 'Tast', Title: 'COO', Company: 'Tast Spedition' },
    ...{ Email: 'kira@tast.example', OwnerId: salesforce.user('lena').id },
  });
  const sidebar = await openOn(world(), { name: 'Kira Tast', url: lead.url });
  const pointer = await countPointer(sidebar);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  const agree = sidebar.frame.getByRole('checkbox', { name: 'Yes, go ahead' });
  await sidebar.press('Enter');
  await expect.poll(() => agree.evaluate((box) => box === document.activeElement)).toBe(true);
  await sidebar.press('Space');
  await review.confirm();
  expect(await pointer()).toEqual([]);
  await sidebar.press('Enter');
  const { opportunity } = converted(lead.id);
  await sidebar.page.waitForURL((url) => url.pathname.includes(opportunity));
});

it('into the account of the same name, which the rep has to choose', async () => {
  const { salesforce } = world();
  const { knownByName } = salesforce.people;
  const accounts = salesforce.all('Account').length;
  const { sidebar, review, choose, agree } = await reviewConversion(knownByName);
  await agree();
  expect(await review.confirmButton.getAttribute('aria-disabled')).toBe('true');
  await choose('Account', /^Harbourside Foods Group/);
  await shot(sidebar.page, 'salesforce-convert-existing');
  await review.confirmButton.click();
  await review.written();
  const became = converted(knownByName.id);
  expect(salesforce.account(became.account).values.Name).toBe('Harbourside Foods Group');
  expect(salesforce.all('Account')).toHaveLength(accounts);
});

it('into the account with the same web address, and without an opportunity', async () => {
  const { salesforce } = world();
  const { knownByDomain } = salesforce.people;
  const { sidebar, review, choose, agree } = await reviewConversion(knownByDomain);
  await choose('Account', /^Harbourside Foods Group/);
  await choose('Opportunity', 'Create none');
  await agree();
  await review.confirmButton.click();
  await review.written();
  await sidebar.frame.getByText(/^Account Harbourside Foods Group, no opportunity$/).waitFor();
  await shot(sidebar.page, 'salesforce-converted-receipt');
  const became = converted(knownByDomain.id);
  await sidebar.button('Done').click();
  await sidebar.page.waitForURL((url) => url.pathname.includes(became.contact));
  const there = await world().on(sidebar.page).present();
  await there.shows(knownByDomain.name);
  await there.stage.filter({ hasText: 'Opportunity' }).waitFor();
  expect(salesforce.account(became.account).values.Name).toBe('Harbourside Foods Group');
  expect(became.opportunity).toBe('');
  expect(evidence(became.contact)).toHaveLength(1);
});

it('of a lead that a queue owns: it asks whose the contact shall be', async () => {
  const { salesforce } = world();
  const { queueLead } = salesforce.people;
  const { sidebar, review, form, agree } = await reviewConversion(queueLead);
  await form.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Marcus Oyelaran' });
  await agree();
  await shot(sidebar.page, 'salesforce-convert-queue');
  await review.confirmButton.click();
  await review.written();
  const { contact, opportunity } = converted(queueLead.id);
  const marcus = salesforce.user('marcus').id;
  expect(salesforce.contact(contact).values.OwnerId).toBe(marcus);
  expect(salesforce.opportunity(opportunity).values.OwnerId).toBe(marcus);
});

it('whose answer is lost: it is looked up, and never converted a second time', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  const counts = () => (['Contact', 'Opportunity'] as const).map((object) => salesforce.all(object).length);
  const [contacts = 0, opportunities = 0] = counts();
  const { sidebar, review, choose, form, agree } = await reviewConversion(ann);
  if (
    await form
      .getByRole('radiogroup', { name: 'Account' })
      .getByRole('radio', { name: /^A new account/ })
      .isVisible()
  )
    await choose('Account', /^A new account/);
  await agree();
  const lost = salesforce.faults.arm({ path: /Soap/, times: 1, do: 'dropAfter' });
  const traffic = orgTraffic(world());
  await review.confirmButton.click();
  const receipt = sidebar.frame.getByRole('heading', { name: 'Written and read back' });
  await sidebar.alert.or(receipt).first().waitFor();
  if (await sidebar.alert.isVisible()) await review.retry();
  await review.written();
  expect(lost.struck).toBe(1);
  expect(orgWrites(traffic()).filter((line) => line.startsWith('convertLead'))).toHaveLength(1);
  expect(counts()).toEqual([contacts + 1, opportunities + 1]);
  expect(evidence(converted(ann.id).contact)).toHaveLength(1);
});

it('that a duplicate rule stops: the duplicate is shown, and only the rep may allow it', async () => {
  const { salesforce } = world();
  const { duplicate, buyer } = salesforce.people;
  salesforce.settings.duplicates = [
    { object: 'Contact', fields: ['Email'], rule: 'Same_email', saveAllowed: true },
  ];
  const { sidebar, review, form, choose, agree } = await reviewConversion(duplicate);
  if (
    await form
      .getByRole('radiogroup', { name: 'Account' })
      .getByRole('radio', { name: /^A new account/ })
      .isVisible()
  )
    await choose('Account', /^A new account/);
  await agree();
  await review.refused('Salesforce takes this for a duplicate');
  await sidebar.frame.getByRole('heading', { name: 'Already there' }).waitFor();
  const link = sidebar.frame.getByRole('link', { name: new RegExp(buyer.name) });
  expect(await link.getAttribute('href')).toBe(buyer.url);
  await shot(sidebar.page, 'salesforce-duplicate');
  expect(converted(duplicate.id).is).toBe(false);
  await sidebar.button('Save anyway').click();
  await review.written();
  expect(converted(duplicate.id).is).toBe(true);
});

it('that the person may not do: told in Salesforce’s words, and nothing is made', async () => {
  const { salesforce } = world();
  const { bought } = salesforce.people;
  salesforce.settings.noConvert = ['lena'];
  const accounts = salesforce.all('Account').length;
  const { sidebar, review, form, choose, agree } = await reviewConversion(bought);
  if (
    await form
      .getByRole('radiogroup', { name: 'Account' })
      .getByRole('radio', { name: /^A new account/ })
      .isVisible()
  )
    await choose('Account', /^A new account/);
  await agree();
  await review.refused(/insufficient access rights/i);
  await shot(sidebar.page, 'salesforce-may-not-convert');
  expect(salesforce.all('Account')).toHaveLength(accounts);
  expect(converted(bought.id).is).toBe(false);
});
