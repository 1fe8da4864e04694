// Every state that only Salesforce brings, in light and dark: axe finds nothing, and a picture of each is left to look at.
import { it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { expectAccessible } from '../support/axe.ts';
import { openOn, reviewProspect } from '../support/decide.ts';
import { freshLead } from '../support/leads.ts';
import { Review } from '../support/review.ts';
import { signIn } from '../support/salesforce.ts';
import type { Sidebar } from '../support/sidebar.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });
const accessible = (sidebar: Sidebar, name: string) =>
  expectAccessible(sidebar.page, sidebar.frame, `salesforce-state-${name}`);

it('a lead and a contact', async () => {
  const { ann, claire } = world().salesforce.people;
  const lead = await openOn(world(), ann);
  await accessible(lead, 'lead');
  await lead.page.close();
  await accessible(await openOn(world(), claire), 'contact');
});

it.each(['account', 'opportunity', 'emptyAccount'] as const)('%s', async (kind) => {
  const sidebar = await (await world().visit(world().salesforce.people[kind].url)).sidebar();
  await sidebar.frame.getByRole('heading', { level: 1 }).waitFor();
  await sidebar.frame.locator('[aria-busy=true]').waitFor({ state: 'detached' });
  await accessible(sidebar, kind);
});

it('the form of a conversion with each of its choices, and what became of it', async () => {
  const { knownByDomain } = world().salesforce.people;
  const sidebar = await openOn(world(), knownByDomain);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  const form = sidebar.frame.getByRole('region', { name: 'Convert the lead' });
  await form.waitFor();
  await accessible(sidebar, 'convert');
  const choose = (question: string, option: string | RegExp) =>
    form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: option }).check();
  await choose('Account', /^Harbourside Foods Group/);
  await accessible(sidebar, 'convert-existing');
  await choose('Account', /^A new account/);
  await choose('Opportunity', 'Create none');
  await accessible(sidebar, 'convert-none');
  await form.getByRole('checkbox', { name: 'Yes, go ahead' }).check();
  await review.confirmButton.click();
  await review.written();
  await accessible(sidebar, 'converted');
});

it('the form for a lead that a queue owns', async () => {
  const sidebar = await openOn(world(), world().salesforce.people.queueLead);
  await sidebar.climb('Opportunity', yesToAll);
  await Review.open(sidebar);
  await sidebar.frame.getByRole('combobox', { name: 'Owner' }).waitFor();
  await accessible(sidebar, 'convert-queue');
});

it('refused: a rule beside its field, a duplicate, a locked record, an automation, a closed API', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Zustand');
  const twin = freshLead(world(), 'Zustand');
  const sidebar = await openOn(world(), lead);
  const review = await reviewProspect(sidebar);
  const again = async (words: string | RegExp, name: string) => {
    await sidebar.alert.filter({ hasText: words }).waitFor();
    await accessible(sidebar, name);
    salesforce.resetSettings();
  };
  salesforce.settings.duplicates = [
    { object: 'Lead', fields: ['Email'], rule: 'Same_email', saveAllowed: true },
  ];
  await review.confirmButton.click();
  await again('takes this for a duplicate', 'duplicate');
  salesforce.settings.lockedRecords = [lead.id];
  await sidebar.button('Save anyway').click();
  await again('This record is locked', 'locked');
  const message = 'LeadTrigger: execution of BeforeUpdate caused by: null';
  const errorCode = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY';
  salesforce.settings.automation = [{ object: 'Lead', errorCode, message }];
  await review.retry();
  await again('An automation in Salesforce stopped this', 'automation');
  salesforce.settings.apiEnabled = false;
  await review.retry();
  await again('does not take this sign-in', 'no-api');
  salesforce.settings.rules = [
    {
      object: 'Lead',
      when: [{ field: 'Status', is: 'Qualified Prospect' }],
      message: 'Prospects need a budget holder.',
      errorDisplayField: 'Status',
    },
  ];
  await review.retry();
  await again('Prospects need a budget holder.', 'rule');
  await sidebar.button('Back to the review').first().click();
  await review.note.waitFor();
  await accessible(sidebar, 'rule-in-review');
  salesforce.convert(lead.id, { doNotCreateOpportunity: true });
  await review.confirmButton.click();
  await again('This lead was converted meanwhile', 'converted-meanwhile');
  await sidebar.button('Read the record again').click();
  await sidebar.frame.getByText('This lead was converted', { exact: true }).waitFor();
  await accessible(sidebar, 'read-as-contact');
  salesforce.remove('Lead', twin.id);
});
