// What Salesforce may refuse at the write: told in the org's own words, with every answer kept and nothing half-written.
import { expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/server.ts';
import { openOn, reviewProspect } from '../support/decide.ts';
import { Review } from '../support/review.ts';
import { orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

type Org = Sandbox['salesforce'];
const world = sharedWorld({ connect: signIn });
const prospect = { field: 'Status', is: 'Qualified Prospect' };

it.each([
  [
    'a validation rule',
    'ann',
    (org: Org) => {
      const message = 'Prospects need a budget holder.';
      org.settings.rules = [{ object: 'Lead', when: [prospect], message, errorDisplayField: 'Status' }];
    },
    /Lead Status: Prospects need a budget holder\./,
  ],
  [
    'a validation rule on top of the page',
    'noReply',
    (org: Org) => {
      const message = 'Talk to your regional lead first.';
      org.settings.rules = [{ object: 'Lead', when: [prospect], message, errorDisplayField: null }];
    },
    /Talk to your regional lead first\./,
  ],
  [
    'a record without access',
    'stale',
    (org: Org, id: string) => {
      org.settings.readOnlyRecords = [id];
    },
    /insufficient access rights/i,
  ],
  [
    'a field that may not be written',
    'bought',
    (org: Org) => {
      org.settings.readOnly = [{ object: 'Lead', field: 'Status' }];
    },
    /security settings of this field/,
  ],
  [
    'a record in an approval',
    'optedOut',
    (org: Org, id: string) => {
      org.settings.lockedRecords = [id];
    },
    /This record is locked in Salesforce/,
  ],
  [
    'a row that someone else is writing',
    'placeholders',
    (org: Org, id: string) => {
      org.settings.busyRows = [{ id, times: 50 }];
    },
    /Someone else is saving this record now/,
  ],
  [
    'an automation of the org that fails',
    'longTitle',
    (org: Org) => {
      const message = 'LeadTrigger: execution of BeforeUpdate caused by: null';
      org.settings.automation = [
        { object: 'Lead', errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message },
      ];
    },
    /LeadTrigger: execution of BeforeUpdate/,
  ],
  [
    'the day’s allowance used up',
    'emoji',
    (org: Org) => {
      org.settings.calls.max = org.settings.calls.used;
    },
    /used up the API calls.*24 hours.*Setup > Company Information.*TotalRequests Limit exceeded/,
  ],
] as const)(
  '%s: told, nothing written, and it goes through once that is mended',
  async (name, who, spoil, words) => {
    const { salesforce } = world();
    const person = salesforce.people[who];
    const tasks = salesforce.tasks(person.id).length;
    const sidebar = await openOn(world(), person);
    const review = await reviewProspect(sidebar);
    spoil(salesforce, person.id);
    await review.refused(words);
    await shot(sidebar.page, `salesforce-${name.replace(/\W+/g, '-')}`);
    expect(salesforce.lead(person.id).values.Status).not.toBe('Qualified Prospect');
    expect(salesforce.tasks(person.id)).toHaveLength(tasks);
    salesforce.resetSettings();
    await review.retry();
    // An allowance that was used up is tried again when it is due, whoever presses.
    await review.written(30_000);
    expect(salesforce.lead(person.id).values.Status).toBe('Qualified Prospect');
    expect(salesforce.tasks(person.id)).toHaveLength(tasks + 1);
  },
);

it('a field that the org demands is asked for in the review', async () => {
  const { salesforce } = world();
  const { subscriber } = salesforce.people;
  salesforce.settings.required = [{ object: 'Lead', field: 'Website' }];
  const sidebar = await openOn(world(), subscriber);
  const review = await reviewProspect(sidebar);
  await review.refused(/demands more before it takes this/);
  await sidebar.button('Back to the review').first().click();
  await sidebar.frame.getByText('Salesforce demands this too').waitFor();
  await shot(sidebar.page, 'salesforce-demanded');
  await sidebar.frame.getByLabel('Website', { exact: false }).fill('https://example.com');
  await review.confirmButton.click();
  await review.written();
  expect(salesforce.lead(subscriber.id).values.Website).toBe('https://example.com');
});

it('a value that the record’s type no longer offers is refused in Salesforce’s words', async () => {
  const { salesforce } = world();
  const { withLead } = salesforce.people;
  const partner = salesforce.all('RecordType').find(({ values }) => values.DeveloperName === 'Partner');
  const sidebar = await openOn(world(), withLead);
  await sidebar.press('l');
  await sidebar.frame.getByRole('heading', { name: 'Nurture' }).waitFor();
  await sidebar.button(/Not the right time/).click();
  const review = await Review.shown(sidebar);
  salesforce.patch('Lead', withLead.id, { RecordTypeId: partner?.id ?? null });
  await review.refused(/bad value for restricted picklist field/);
  await shot(sidebar.page, 'salesforce-picklist');
});

it('a lead that was deleted meanwhile', async () => {
  const { salesforce } = world();
  const { html } = salesforce.people;
  const sidebar = await openOn(world(), html);
  const review = await reviewProspect(sidebar);
  salesforce.remove('Lead', html.id);
  await review.refused('This record is no longer in Salesforce');
});

it('a lead that was converted meanwhile is not written to, and leads on to its contact', async () => {
  const { salesforce } = world();
  const { twinA } = salesforce.people;
  const sidebar = await openOn(world(), twinA);
  const review = await reviewProspect(sidebar);
  const { contactId } = salesforce.convert(twinA.id, { doNotCreateOpportunity: true });
  const traffic = orgTraffic(world());
  await review.refused(/This lead was converted meanwhile/);
  const link = sidebar.frame.getByRole('link', { name: /^Open / });
  expect(await link.getAttribute('href')).toContain(contactId);
  await shot(sidebar.page, 'salesforce-converted-meanwhile');
  // Sent once, and undone whole: the call itself finds that the lead is none any more.
  expect(orgWrites(traffic())).toEqual(['PATCH Lead, POST Task']);
  expect(salesforce.lead(twinA.id).values.Status).toBe('Closed - Converted');
  expect(
    salesforce.tasks(contactId).filter(({ values }) => String(values.Subject).startsWith('Stagecheck')),
  ).toEqual([]);
});

it('a status that someone else changed meanwhile is shown, and nothing is overwritten unasked', async () => {
  const { salesforce } = world();
  const { badTiming } = salesforce.people;
  const sidebar = await openOn(world(), badTiming);
  const review = await reviewProspect(sidebar);
  // Salesforce has the lead for one to come back to: that is opened again only with a tick.
  await sidebar.frame.getByRole('checkbox', { name: 'Yes, open it again' }).check();
  salesforce.patch('Lead', badTiming.id, { Status: 'Working - Contacted' });
  await review.confirmButton.click();
  await sidebar.frame.getByRole('heading', { name: /Someone changed this record/ }).waitFor();
  await sidebar.frame.getByText('Working - Contacted').first().waitFor();
  expect(salesforce.lead(badTiming.id).values.Status).toBe('Working - Contacted');
  await sidebar.frame.getByRole('radio', { name: 'Write mine' }).check();
  await sidebar.button('Review again').click();
  const again = await Review.shown(sidebar);
  await again.confirmButton.click();
  await again.written();
  expect(salesforce.lead(badTiming.id).values.Status).toBe('Qualified Prospect');
});

it('each demanded field is asked for as what it is, and a dependent picklist offers what goes with its controlling field', async () => {
  const { salesforce } = world();
  const { knownByName: lead } = salesforce.people;
  const fields = ['Region__c', 'Territory__c', 'Interests__c', 'Next_Call__c'];
  salesforce.settings.required = fields.map((field) => ({ object: 'Lead', field }));
  const sidebar = await openOn(world(), lead);
  const review = await reviewProspect(sidebar);
  await review.refused(/demands more before it takes this/);
  await sidebar.button('Back to the review').first().click();
  const { frame } = sidebar;
  const territory = frame.getByRole('radiogroup', { name: 'Territory' });
  await frame.getByText('Nothing is offered here while Region is empty').first().waitFor();
  await shot(sidebar.page, 'salesforce-demanded-kinds-empty');
  await frame.getByRole('radio', { name: 'EMEA' }).check();
  await territory.getByRole('radio', { name: 'DACH' }).waitFor();
  expect(await territory.getByRole('radio').count()).toBe(2);
  await territory.getByRole('radio', { name: 'DACH' }).check();
  // What was chosen goes with another region no more.
  await frame.getByRole('radio', { name: 'Americas' }).check();
  await territory.getByText(/Choose again/).waitFor();
  await territory.getByRole('radio', { name: 'US East' }).check();
  const interests = frame.getByRole('group', { name: 'Interests' });
  await interests.getByRole('checkbox', { name: 'Billing' }).check();
  await interests.getByRole('checkbox', { name: 'Routing' }).check();
  await frame.getByLabel('Next Call').fill('2026-12-24T09:30');
  await shot(sidebar.page, 'salesforce-demanded-kinds');
  const consent = [{ field: 'Consent__c', is: false }];
  salesforce.settings.rules = [
    { object: 'Lead', when: consent, message: 'Ask for consent first.', errorDisplayField: 'Consent__c' },
  ];
  await review.refused(/Ask for consent first/);
  await sidebar.button('Back to the review').first().click();
  await frame.getByRole('checkbox', { name: 'Consent to Contact' }).check();
  await shot(sidebar.page, 'salesforce-demanded-check');
  await review.confirmButton.click();
  await review.written();
  expect(salesforce.lead(lead.id).values).toMatchObject({
    ...{ Region__c: 'Americas', Territory__c: 'US East', Interests__c: 'Routing;Billing', Consent__c: true },
    // The rep's own time zone.
    Next_Call__c: await sidebar.page.evaluate(() => new Date('2026-12-24T09:30').toISOString()),
  });
});
