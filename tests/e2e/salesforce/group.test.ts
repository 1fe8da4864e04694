// Contacts, opportunities and accounts: an opportunity with its primary role, lists of people and work on the chosen one.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn } from '../support/decide.ts';
import { countPointer } from '../support/pointer.ts';
import { Review } from '../support/review.ts';
import { composites, orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

it('a contact gets the opportunity that the review shows, with itself as primary contact, in one call', async () => {
  const { salesforce } = world();
  const { meetingHeld } = salesforce.people;
  const sidebar = await openOn(world(), meetingHeld);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create an opportunity' }).check();
  const deal = sidebar.frame.getByRole('region', { name: 'Opportunity' });
  await deal.getByLabel('Name').fill('Northwind: routing for three depots');
  await deal.getByLabel('Amount').fill('12000.50');
  await deal.getByLabel('Close date').fill('2027-03-15');
  await shot(sidebar.page, 'salesforce-review-opportunity');
  const traffic = orgTraffic(world());
  await review.confirmButton.click();
  await review.written();
  await shot(sidebar.page, 'salesforce-written-opportunity');

  const made = salesforce
    .all('Opportunity')
    .filter(({ values }) => values.Name === 'Northwind: routing for three depots');
  expect(made).toHaveLength(1);
  const { AccountId } = salesforce.contact(meetingHeld.id).values;
  expect(made[0]?.values).toMatchObject({ Amount: 12000.5, CloseDate: '2027-03-15', AccountId });
  expect(salesforce.roles(made[0]?.id ?? '')).toMatchObject([
    { values: { ContactId: meetingHeld.id, IsPrimary: true } },
  ]);
  expect(salesforce.tasksAbout(made[0]?.id ?? '')).toMatchObject([{ values: { WhoId: meetingHeld.id } }]);
  expect(composites(traffic()).writes).toHaveLength(1);
  expect(orgWrites(traffic())).toEqual([
    expect.stringMatching(/POST Opportunity, POST OpportunityContactRole, POST Task$/),
  ]);
});

it.each(['opportunity', 'account'] as const)(
  'an %s lists its people, and the chosen one is worked on by keyboard alone',
  async (kind) => {
    const { salesforce } = world();
    const group = salesforce.people[kind];
    const page = await world().visit(group.url);
    const sidebar = await page.sidebar();
    const people = sidebar.frame.getByRole('region', { name: 'People' });
    const { buyer } = salesforce.people;
    const row = people.getByRole('button', { name: new RegExp(buyer.name) });
    await row.waitFor();
    await shot(page.page, `salesforce-${kind}`);
    const pointer = await countPointer(sidebar);
    // The digit in front of the name.
    await sidebar.press((await row.textContent())?.trim().charAt(0) ?? '');
    await sidebar.shows(buyer.name);
    const tasks = salesforce.tasks(buyer.id).length;
    await sidebar.climb('Prospect', yesToAll);
    const review = await Review.open(sidebar);
    await review.confirm();
    expect(await pointer()).toEqual([]);
    expect(salesforce.tasks(buyer.id)).toHaveLength(tasks + 1);
  },
);

it.each(['roleless', 'emptyAccount'] as const)('%s: nobody is there, and the list says so', async (name) => {
  const sidebar = await (await world().visit(world().salesforce.people[name].url)).sidebar();
  await sidebar.frame.getByText(/Nobody is associated/).waitFor();
});
