// Refusals that need the rep's hand or someone else's: fields too long, duplicates, links, automations, the API itself.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn, reviewProspect } from '../support/decide.ts';
import { evidenceOf, freshLead } from '../support/leads.ts';
import { Review } from '../support/review.ts';
import { composites, orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

it.each([
  [
    'CANNOT_EXECUTE_FLOW_TRIGGER',
    'Ablauf',
    /An automation in Salesforce stopped this/,
    /We can't save this record because the “Route leads” process failed/,
  ],
  [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'Ausloeser',
    /An automation in Salesforce stopped this/,
    /LeadTrigger: execution of BeforeUpdate/,
  ],
])('%s: the org’s words, for the admin', async (errorCode, last, title, words) => {
  const { salesforce } = world();
  const lead = freshLead(world(), last);
  const review = await reviewProspect(await openOn(world(), lead));
  const message =
    errorCode === 'CANNOT_EXECUTE_FLOW_TRIGGER'
      ? "We can't save this record because the “Route leads” process failed."
      : 'LeadTrigger: execution of BeforeUpdate caused by: null';
  salesforce.settings.automation = [{ object: 'Lead', errorCode, message }];
  await review.refused(title);
  await review.sidebar.alert.filter({ hasText: words }).waitFor();
  await shot(review.sidebar.page, `salesforce-${errorCode.toLowerCase()}`);
  expect(evidenceOf(world(), lead.id)).toEqual([]);
});

it('API_DISABLED_FOR_ORG: told as that, with the other way in, and it goes on once it is allowed', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Sperre');
  const review = await reviewProspect(await openOn(world(), lead));
  salesforce.settings.apiEnabled = false;
  await review.refused(/Salesforce does not take this sign-in/);
  await review.sidebar.alert.filter({ hasText: 'The REST API is not enabled' }).waitFor();
  await shot(review.sidebar.page, 'salesforce-api-disabled');
  salesforce.resetSettings();
  await review.retry();
  await review.written();
  expect(evidenceOf(world(), lead.id)).toHaveLength(1);
});

it('STRING_TOO_LONG: beside the field, with what was typed kept', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Lang');
  salesforce.settings.required = [{ object: 'Lead', field: 'Website' }];
  const sidebar = await openOn(world(), lead);
  const review = await reviewProspect(sidebar);
  await review.refused(/demands more before it takes this/);
  await sidebar.button('Back to the review').first().click();
  const website = sidebar.frame.getByLabel('Website', { exact: false });
  const typed = `https://example.com/${'x'.repeat(260)}`;
  await website.fill(typed);
  await review.refused(/Website: .*too large/i);
  await sidebar.button('Back to the review').first().click();
  await expect.poll(() => website.getAttribute('aria-invalid')).toBe('true');
  expect(await website.inputValue()).toBe(typed);
  await shot(sidebar.page, 'salesforce-too-long');
  await website.fill('https://example.com');
  await review.confirmButton.click();
  await review.written();
  expect(salesforce.lead(lead.id).values.Website).toBe('https://example.com');
});

it('DUPLICATES_DETECTED: named, with a link to each, and saved only where the rep says so', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Zwilling');
  const twin = freshLead(world(), 'Zwilling');
  salesforce.patch('Lead', twin.id, { FirstName: 'Ferdinand' });
  const sidebar = await openOn(world(), lead);
  const review = await reviewProspect(sidebar);
  salesforce.settings.duplicates = [
    { object: 'Lead', fields: ['Email'], rule: 'Same_email', saveAllowed: true },
  ];
  await review.refused(/Salesforce takes this for a duplicate/);
  const link = sidebar.frame.getByRole('link', { name: /Ferdinand Zwilling/ });
  expect(await link.getAttribute('href')).toBe(twin.url);
  await shot(sidebar.page, 'salesforce-duplicate-lead');
  expect(evidenceOf(world(), lead.id)).toEqual([]);
  await sidebar.button('Save anyway').click();
  await review.written();
  expect(evidenceOf(world(), lead.id)).toHaveLength(1);
});

it('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: an opportunity for an account that may not be used', async () => {
  const { salesforce } = world();
  const { meetingHeld } = salesforce.people;
  const opportunities = salesforce.all('Opportunity').length;
  const sidebar = await openOn(world(), meetingHeld);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create an opportunity' }).check();
  const deal = sidebar.frame.getByRole('region', { name: 'Opportunity' });
  await deal.getByLabel('Close date').fill('2027-03-15');
  salesforce.settings.unseenRecords = [String(salesforce.contact(meetingHeld.id).values.AccountId)];
  await review.refused(/Salesforce does not allow this/);
  await sidebar.alert.filter({ hasText: /insufficient access rights on cross-reference id/i }).waitFor();
  expect(salesforce.all('Opportunity')).toHaveLength(opportunities);
  expect(evidenceOf(world(), meetingHeld.id)).toEqual([]);
});

it('a lead that was converted between the look and the write is told as that, with a link', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Wettlauf');
  const review = await reviewProspect(await openOn(world(), lead));
  const traffic = orgTraffic(world());
  // Silent first, then acts: the conversion comes in between.
  salesforce.faults.arm({
    method: 'POST',
    path: /\/composite$/,
    times: 1,
    do: { silentMs: 4000, acts: 'after' },
  });
  await review.confirmButton.click();
  await expect.poll(() => composites(traffic()).writes.length).toBe(1);
  const { contactId } = salesforce.convert(lead.id, { doNotCreateOpportunity: true });
  await review.sidebar.alert.filter({ hasText: 'This lead was converted meanwhile' }).waitFor();
  const link = review.sidebar.frame.getByRole('link', { name: /^Open Frida Wettlauf/ });
  expect(await link.getAttribute('href')).toContain(contactId);
  expect(evidenceOf(world(), contactId)).toEqual([]);
  await review.sidebar.button('Read the record again').click();
  await review.sidebar.frame.getByText('This lead was converted', { exact: true }).waitFor();
  await shot(review.sidebar.page, 'salesforce-read-as-contact');
  expect(orgWrites(traffic())).toHaveLength(1);
});
