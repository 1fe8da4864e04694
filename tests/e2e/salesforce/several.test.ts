// Two orgs and two portals connected at once: the page's host decides which of them is read and written.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn, reviewProspect } from '../support/decide.ts';
import { Review } from '../support/review.ts';
import { signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld, type World } from '../support/world.ts';

const everything = async (world: World) => {
  await signIn(world);
  await signIn(world, 'uat');
  await world.connect('full');
  await world.connect('otherPortal');
};
const world = sharedWorld({ connect: everything });

/** How much of Stagecheck's stands in each place. */
function evidence() {
  const { salesforce, hubspot } = world();
  const tasks = (org: 'acme' | 'uat') =>
    salesforce.all('Task', org).filter(({ values }) => String(values.Subject).startsWith('Stagecheck'))
      .length;
  const notes = hubspot.people.ann.id;
  return { acme: tasks('acme'), uat: tasks('uat'), hubspot: hubspot.notes(notes).length };
}

it('side by side, each tab shows its own account’s person, and the answers of one are not another’s', async () => {
  const { salesforce, hubspot } = world();
  const { ann, uatLead } = salesforce.people;
  const inAcme = await openOn(world(), ann);
  const asked = await inAcme.asked();
  await inAcme.answer(asked, 'no');
  const inUat = await openOn(world(), uatLead);
  const inHubSpot = await openOn(world(), hubspot.people.ann);
  const inOther = await openOn(world(), hubspot.people.elsewhere);
  await inUat.header.getByText(/^Salesforce: /).waitFor();
  await inHubSpot.header.getByText(/^HubSpot: /).waitFor();
  for (const sidebar of [inUat, inHubSpot, inOther])
    expect(
      await sidebar
        .row(asked.label)
        .filter({ hasText: /: No.*You/ })
        .count(),
    ).toBe(0);
  await shot(inUat.page, 'several-sandbox-org');
  await inAcme.page.bringToFront();
  await inAcme
    .row(asked.label)
    .filter({ hasText: /: No.*You/ })
    .waitFor();
});

it('what is confirmed on the sandbox org’s page is written there and nowhere else', async () => {
  const { salesforce } = world();
  const { uatLead } = salesforce.people;
  const before = evidence();
  const sidebar = await openOn(world(), uatLead);
  const review = await reviewProspect(sidebar);
  await review.confirm();
  expect(salesforce.lead(uatLead.id, 'uat').values.Status).toBe('Qualified Prospect');
  expect(evidence()).toEqual({ ...before, uat: before.uat + 1 });
});

it('what is confirmed in HubSpot while both orgs stand open is written to its portal alone', async () => {
  const { salesforce, hubspot } = world();
  await openOn(world(), salesforce.people.noReply);
  const before = evidence();
  const sidebar = await openOn(world(), hubspot.people.ann);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await review.confirm();
  expect(evidence()).toEqual({ ...before, hubspot: before.hubspot + 1 });
});

it('disconnecting one leaves the others as they are', async () => {
  const { salesforce, hubspot, browser } = world();
  const { uatLead, noReply } = salesforce.people;
  const gone = await openOn(world(), uatLead);
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  const card = settings.getByRole('listitem').filter({ hasText: salesforce.orgs.uat.title });
  await settings.getByRole('listitem').filter({ hasText: salesforce.orgs.acme.title }).first().waitFor();
  await shot(settings, 'several-connections');
  await card.getByRole('button', { name: 'Disconnect' }).click();
  await card
    .getByRole('button', { name: /^Disconnect .*/ })
    .last()
    .click();
  await settings.getByText(`${salesforce.orgs.uat.title} is disconnected`).waitFor();
  await gone.frame.getByRole('heading', { name: /belongs to another Salesforce account/ }).waitFor();
  await shot(gone.page, 'several-disconnected');

  const before = evidence();
  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  await review.confirm();
  expect(evidence()).toEqual({ ...before, acme: before.acme + 1 });
  await openOn(world(), hubspot.people.ann);
  await openOn(world(), hubspot.people.elsewhere);
});
