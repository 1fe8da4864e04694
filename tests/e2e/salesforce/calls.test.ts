// What a qualification costs in calls to the org, from the open page to the receipt: one that reads, one that writes.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { Review } from '../support/review.ts';
import { composites, orgCalls, orgTraffic, signIn } from '../support/salesforce.ts';
import { endWorker } from '../support/worker.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

const picklist = (object: string, field: string) =>
  `GET ui-api/object-info/${object}/picklist-values/{record type}/${field}`;

/**
 * All that is asked of how the org is set up: each at most once in a worker's life (picklists: for each record type). A
 * call that isn't here is one too many.
 */
const setUp = [
  ...['Lead', 'Contact', 'Opportunity', 'Account', 'Event', 'Task'].map(
    (object) => `GET sobjects/${object}/describe`,
  ),
  'GET query LeadStatus',
  'GET query OpportunityStage',
  // Whose days are shown: their time zone.
  'GET oauth2/userinfo',
  // In which currency the sums are of an org that has one.
  'POST Soap/u/66.0',
  'GET query TaskStatus',
  // What the evidence's seal is made of.
  'GET query Organization',
  'GET query User',
  picklist('Lead', 'Status'),
  picklist('Lead', 'Qualification_Stage__c'),
  picklist('Lead', 'Disqualification_Reason__c'),
  picklist('Contact', 'Qualification_Stage__c'),
  picklist('Opportunity', 'StageName'),
];
const inShort = (call: string) => call.replace(/\/012\w{15}\//, '/{record type}/');
/** What a job cost besides what was asked of the org's set-up. */
const forRecord = (calls: string[]) => calls.filter((call) => !setUp.includes(inShort(call)));
const readAndWrite = ['POST composite', 'POST composite'];
/** Whether the way takes streams, which is tried before the first write of a worker's life. */
const TRIAL = 'POST composite/batch';
const withTrial = ['POST composite', TRIAL, 'POST composite'];

/** From the page to the receipt; gives every call that reached the org meanwhile. */
async function qualify(
  person: { name: string; url: string },
  stage: string,
  meanwhile = async (): Promise<void> => undefined,
): Promise<string[]> {
  const traffic = orgTraffic(world());
  const page = await world().visit(person.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(person.name);
  await sidebar.climb(stage, yesToAll);
  await meanwhile();
  // Another tab may have been in front meanwhile: coming back, keys count after a moment.
  await sidebar.keysOn();
  const review = await Review.open(sidebar);
  await review.confirm();
  // One that is left open would be there in the next tab before it is opened.
  await page.closeSidebar();
  expect(composites(traffic())).toMatchObject({ reads: [expect.anything()], writes: [expect.anything()] });
  return orgCalls(traffic());
}

const newLead = (LastName: string) =>
  world().salesforce.create('Lead', {
    ...{ LastName, Company: 'Wenige Anrufe GmbH', Status: 'Open - Not Contacted' },
    OwnerId: world().salesforce.user('lena').id,
  });
const newContact = (LastName: string) =>
  world().salesforce.create('Contact', {
    LastName,
    AccountId: world().salesforce.people.account.id,
    OwnerId: world().salesforce.user('lena').id,
  });

/** An opportunity at its first stage, with somebody who has a role in it. */
function newDeal(Name: string) {
  const { salesforce } = world();
  const AccountId = salesforce.people.account.id;
  const deal = salesforce.create('Opportunity', {
    ...{ Name, AccountId, StageName: 'Prospecting', CloseDate: '2027-03-31' },
    OwnerId: salesforce.user('lena').id,
  });
  const ContactId = newContact(`Rolle ${Name}`).id;
  salesforce.create('OpportunityContactRole', { OpportunityId: deal.id, ContactId, IsPrimary: true });
  return { name: Name, url: deal.url };
}

it('a first qualification asks how the org is set up besides, each thing once', async () => {
  const calls = await qualify({ name: 'Erste', url: newLead('Erste').url }, 'Prospect');
  expect(forRecord(calls)).toEqual(withTrial);
  const others = calls.filter((call) => call !== 'POST composite');
  expect(others).toHaveLength(new Set(others).size);
});

it('the next lead costs two calls, and so does a contact or an opportunity', async () => {
  expect(await qualify({ name: 'Zweite', url: newLead('Zweite').url }, 'Prospect')).toEqual(readAndWrite);
  // A contact may get an opportunity: the stages of each kind are looked up once.
  const first = await qualify({ name: 'Dritte', url: newContact('Dritte').url }, 'Prospect');
  expect(forRecord(first)).toEqual(readAndWrite);
  const second = await qualify({ name: 'Vierte', url: newContact('Vierte').url }, 'Opportunity');
  expect(second).toEqual(readAndWrite);
  expect(forRecord(await qualify(newDeal('Fünfte'), 'Opportunity'))).toEqual(readAndWrite);
  expect(await qualify(newDeal('Sechste'), 'Opportunity')).toEqual(readAndWrite);
});

it('a worker that starts anew in the middle of a call asks nothing twice but whether the way takes streams', async () => {
  const end = () => endWorker(world().browser);
  await end();
  const calls = await qualify({ name: 'Letzte', url: newLead('Letzte').url }, 'Prospect', end);
  expect(calls).toEqual(withTrial);
});
