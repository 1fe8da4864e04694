// Contacts and accounts: an opportunity with its primary role; what an account says, its people, work on the chosen one.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn } from '../support/decide.ts';
import { countPointer } from '../support/pointer.ts';
import { Review } from '../support/review.ts';
import { composites, orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

it('a contact gets the opportunity that the review shows, by keyboard alone and in one call, with itself as primary contact', async () => {
  const { salesforce } = world();
  const { meetingHeld } = salesforce.people;
  const sidebar = await openOn(world(), meetingHeld);
  const pointer = await countPointer(sidebar);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.tabTo(sidebar.frame.getByRole('checkbox', { name: 'Also create an opportunity' }));
  await sidebar.press('Space');
  const deal = sidebar.frame.getByRole('region', { name: 'Opportunity' });
  await sidebar.tabTo(deal.getByLabel('Name'));
  await sidebar.type('Northwind: routing for three depots');
  await sidebar.tabTo(deal.getByLabel('Amount'));
  await sidebar.type('12000.50');
  // A date is typed in the order of the browser's language.
  await sidebar.tabTo(deal.getByLabel('Close date'));
  await sidebar.type('03152027');
  await shot(sidebar.page, 'salesforce-review-opportunity');
  const traffic = orgTraffic(world());
  await review.confirm();
  expect(await pointer()).toEqual([]);
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

it('an account shows what it says itself, lists its people, and the chosen one is worked on by keyboard alone', async () => {
  const { salesforce } = world();
  const traffic = orgTraffic(world());
  const page = await world().visit(salesforce.people.account.url);
  const sidebar = await page.sidebar();
  const people = sidebar.frame.getByRole('region', { name: 'People' });
  const { buyer } = salesforce.people;
  const row = people.getByRole('button', { name: new RegExp(buyer.name) });
  await row.waitFor();
  const organization = sidebar.frame.getByRole('region', { name: 'Organization' });
  await organization
    .getByRole('listitem')
    .filter({ hasText: /Target-market fit.*Logistics/ })
    .waitFor();
  // One call: a sidebar that was left open in another tab has read once already.
  for (const parts of composites(traffic()).reads)
    expect(parts).toEqual(['GET Account', 'GET query', 'GET query']);
  await shot(page.page, 'salesforce-account');
  const pointer = await countPointer(sidebar);
  // The digit in front of the name.
  await sidebar.press((await row.textContent())?.trim().charAt(0) ?? '');
  await sidebar.shows(buyer.name);
  const tasks = salesforce.tasks(buyer.id).length;
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await review.confirm();
  expect(salesforce.tasks(buyer.id)).toHaveLength(tasks + 1);
  await sidebar.press('Enter');
  await sidebar.question.or(sidebar.nothingToAsk).first().waitFor();
  await sidebar.press('Escape');
  await row.waitFor();
  expect(await pointer()).toEqual([]);
});

it('an account tells of its people what was decided of them last', async () => {
  const { salesforce } = world();
  const { account, buyer } = salesforce.people;
  const sidebar = await (await world().visit(account.url)).sidebar();
  await sidebar
    .button(new RegExp(buyer.name))
    .filter({ hasText: /Opportunity kept, \d+ \w+ \d{4}/ })
    .waitFor();
  await shot(sidebar.page, 'salesforce-account-standing');
});

it('an account tells nothing of a person by a task that somebody moved to them, and says of one that it was changed', async () => {
  const { salesforce } = world();
  const { account, buyer } = salesforce.people;
  const other = salesforce.create('Contact', { LastName: 'Movedto', AccountId: account.id });
  const task = salesforce
    .tasks(buyer.id)
    .find(({ values }) => String(values.Subject).startsWith('Stagecheck: '));
  const taskId = task?.id ?? '';
  salesforce.patch('Task', taskId, { WhoId: other.id });
  const moved = await (await world().visit(account.url)).sidebar();
  const row = moved.button(/Movedto/);
  await row.waitFor();
  expect(await row.textContent()).not.toMatch(/kept|\d{4}/);
  expect(await moved.button(new RegExp(buyer.name)).textContent()).not.toMatch(/kept|\d{4}/);
  // Back where it belongs, it tells of them, with the word that somebody changed it.
  salesforce.patch('Task', taskId, { WhoId: buyer.id });
  const back = await (await world().visit(account.url)).sidebar();
  await back
    .button(new RegExp(buyer.name))
    .filter({ hasText: /Opportunity kept, \d+ \w+ \d{4}changed since/ })
    .waitFor();
});

it('an account without contacts says so', async () => {
  const sidebar = await (await world().visit(world().salesforce.people.emptyAccount.url)).sidebar();
  await sidebar.frame.getByText(/Nobody is associated/).waitFor();
});
