// Moving about in Lightning: in-app navigation, console tabs, old addresses, records that are not for us.
import { expect, it } from 'vitest';
import { signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

it('follows from lead to contact without a load, and brings the answers back', async () => {
  const { ann, claire } = world().salesforce.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const first = await sidebar.asked();
  await sidebar.answer(first, 'yes');
  await page.goTo('Contacts', claire.name);
  await sidebar.shows(claire.name);
  await page.goTo('Leads', ann.name);
  await sidebar.shows(ann.name);
  await sidebar
    .row(first.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
});

it('in the console the tab in focus counts, and where it is no record of ours the one that it stands under', async () => {
  const { ann, account, buyer, task } = world().salesforce.people;
  const under = (url: string, parent: string) => `${url}?ws=${encodeURIComponent(new URL(parent).pathname)}`;
  const page = await world().visit(under(buyer.url, account.url));
  const sidebar = await page.sidebar();
  await sidebar.shows(buyer.name);
  await shot(page.page, 'salesforce-console');
  await page.page.getByRole('navigation', { name: 'Open tabs' }).getByRole('link').first().click();
  await sidebar.frame.getByRole('region', { name: 'People' }).waitFor();
  await page.page.goto(under(task.url, ann.url));
  await (await page.present()).shows(ann.name);
});

it('reads the older addresses: with a hash, without the object', async () => {
  const { ann } = world().salesforce.people;
  const { origin } = new URL(ann.url);
  const page = await world().visit(`${origin}/lightning/r/${ann.id}/view`);
  await (await page.sidebar()).shows(ann.name);
  const hash = Buffer.from(
    JSON.stringify({ componentDef: 'force:recordHome', attributes: { recordId: ann.id } }),
  ).toString('base64');
  for (const path of [`/one/one.app#/sObject/${ann.id}/view`, `/one/one.app#${encodeURIComponent(hash)}`]) {
    await page.page.goto('about:blank');
    await page.page.goto(origin + path);
    await (await page.present()).shows(ann.name);
  }
});

it('says what it works on beside a record of another kind, and asks the org nothing', async () => {
  const { salesforce } = world();
  const page = await world().visit(salesforce.people.task.url);
  salesforce.clearRequests();
  const sidebar = await page.sidebar();
  await sidebar.frame
    .getByText(/a task/)
    .first()
    .waitFor();
  expect(salesforce.requests).toEqual([]);
});

it('a page of another org: nothing is asked of either', async () => {
  const { salesforce } = world();
  const page = await world().visit(salesforce.people.uatLead.url);
  salesforce.clearRequests();
  const sidebar = await page.sidebar();
  await sidebar.frame
    .getByRole('heading', { name: /belongs to another Salesforce account|Connect/ })
    .waitFor();
  await shot(page.page, 'salesforce-other-org');
  expect(salesforce.requests).toEqual([]);
});

it('goes from tab to tab of the console, and to a hash, without a load', async () => {
  const { ann, account, buyer, claire } = world().salesforce.people;
  const under = (url: string, parent: string) => `${url}?ws=${encodeURIComponent(new URL(parent).pathname)}`;
  const page = await world().visit(under(buyer.url, account.url));
  const sidebar = await page.sidebar();
  await sidebar.shows(buyer.name);
  // As the console does when another tab gets the focus: the address changes, nothing is loaded.
  const focus = (path: string) =>
    page.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  await focus(
    new URL(under(claire.url, account.url)).pathname + new URL(under(claire.url, account.url)).search,
  );
  await sidebar.shows(claire.name);
  await focus(new URL(ann.url).pathname);
  await sidebar.shows(ann.name);
  await focus(`/one/one.app#/sObject/${buyer.id}/view`);
  await sidebar.shows(buyer.name);
  await focus(`/lightning/r/Lead/${ann.id}/edit`);
  await sidebar.shows(ann.name);
  await focus(`/lightning/r/Account/${account.id}/related/Contacts/view`);
  await sidebar.frame.getByRole('region', { name: 'People' }).waitFor();
});
