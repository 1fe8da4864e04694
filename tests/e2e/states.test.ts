// Every state of the sidebar, in light and dark: axe finds nothing, and a picture of each is left to look at.
import { it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { expectAccessible } from './support/axe.ts';
import { moveBack, openOn, reviewProspect } from './support/decide.ts';
import { Review } from './support/review.ts';
import type { Sidebar } from './support/sidebar.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const accessible = (sidebar: Sidebar, name: string) =>
  expectAccessible(sidebar.page, sidebar.frame, `state-${name}`);

it('asking: the question, the evidence, the keys, the menu', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.ann);
  await accessible(sidebar, 'ask');
  await sidebar.press('e');
  await sidebar.frame.getByRole('region', { name: 'Evidence' }).waitFor();
  await accessible(sidebar, 'evidence');
  await sidebar.press('e');
  await sidebar.press('?');
  await sidebar.frame.getByRole('heading', { name: 'Keys' }).waitFor();
  await accessible(sidebar, 'keys');
  await sidebar.press('?');
  await sidebar.button('Menu').click();
  await sidebar.frame.getByRole('heading', { name: 'Menu' }).waitFor();
  await accessible(sidebar, 'menu');
});

it('reading', async () => {
  const { hubspot } = world();
  hubspot.faults.arm({ path: /./, times: 1000, do: { silentMs: 30_000, acts: 'before' } });
  const sidebar = await (await world().visit(hubspot.people.rtl.url)).sidebar();
  await sidebar.heading.filter({ hasText: 'Reading the record' }).waitFor();
  await accessible(sidebar, 'reading');
});

it('up the ladder: nothing more to ask, the review with a deal, the receipt', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.ann);
  await sidebar.climb('Opportunity', yesToAll);
  await accessible(sidebar, 'opportunity');
  const review = await Review.open(sidebar);
  await accessible(sidebar, 'review');
  await sidebar.frame.getByRole('checkbox', { name: 'Also create a deal' }).check();
  await accessible(sidebar, 'review-deal');
  await review.confirmButton.click();
  await review.written();
  await accessible(sidebar, 'written');
});

it('the answers speak for letting go while the next stage is open', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.noReply);
  await sidebar.row('Sense of the value').click();
  await sidebar.press('n');
  await sidebar.button(/^Disqualify\? "Sense of the value" is no/).waitFor();
  await accessible(sidebar, 'proposed');
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
});

it('disqualify and nurture', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.noReply);
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
  await accessible(sidebar, 'disqualify');
  await sidebar.press('Escape');
  await sidebar.press('l');
  await sidebar.frame.getByRole('heading', { name: 'Nurture' }).waitFor();
  await accessible(sidebar, 'nurture');
});

it('a step back, and someone else’s change meanwhile', async () => {
  const { hubspot } = world();
  const sidebar = await openOn(world(), hubspot.people.opportunity);
  const review = await reviewProspect(sidebar);
  await moveBack(review, 'Prospect');
  await accessible(sidebar, 'review-backward');
  await sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' }).check();
  hubspot.patchContact(hubspot.people.opportunity.id, { lifecyclestage: 'customer' });
  await review.confirmButton.click();
  await sidebar.frame.getByRole('heading', { name: /Someone changed this record/ }).waitFor();
  await accessible(sidebar, 'changed');
});

it('not written, and what the portal demands', async () => {
  const { hubspot } = world();
  hubspot.settings.required = [{ type: 'contacts', property: 'favourite_topic', on: 'update' }];
  const sidebar = await openOn(world(), hubspot.people.referral);
  const review = await reviewProspect(sidebar);
  await review.refused('HubSpot demands more');
  await accessible(sidebar, 'not-written');
  await sidebar.button('Back to the review').first().click();
  await sidebar.frame.getByText('HubSpot demands this too').waitFor();
  await accessible(sidebar, 'demanded');
});

it('a read that failed, without and with something to show', async () => {
  const { hubspot } = world();
  const { inbound, bought } = hubspot.people;
  const page = await world().visit(inbound.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(inbound.name);
  hubspot.faults.arm({ path: /./, times: 1000, do: 'drop' });
  await page.goTo('Contacts', bought.name);
  await sidebar.alert.waitFor();
  await accessible(sidebar, 'unread');
  await page.goTo('Contacts', inbound.name);
  await sidebar.alert.filter({ hasText: /Last read/ }).waitFor();
  await accessible(sidebar, 'offline');
});

it('people of a company, a page without a record, another portal’s page', async () => {
  const { hubspot } = world();
  const page = await world().visit(hubspot.recordUrl('companies', hubspot.people.records.company));
  const sidebar = await page.sidebar();
  await sidebar.frame.getByRole('region', { name: 'People' }).waitFor();
  await accessible(sidebar, 'people');
  await page.goToList('Deals');
  await sidebar.frame.getByRole('heading', { name: 'Open a contact to begin' }).waitFor();
  await accessible(sidebar, 'unsupported');
  const other = await (await world().visit(hubspot.people.elsewhere.url)).sidebar();
  await other.frame.getByRole('heading', { name: /another HubSpot account/ }).waitFor();
  await accessible(other, 'wrong-portal');
});

it('names that are long, right to left, or markup', async () => {
  for (const name of ['longTitle', 'rtl', 'html'] as const) {
    const person = world().hubspot.people[name];
    const sidebar = await (await world().visit(person.url)).sidebar();
    await sidebar.frame.locator('[aria-busy=false]').waitFor();
    await accessible(sidebar, name);
  }
});
