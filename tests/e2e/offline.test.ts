// Without a network, in both CRMs and by keyboard: a record seen before opens with its age; what is decided waits and is compared.
import { expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { Review } from './support/review.ts';
import { signIn } from './support/salesforce.ts';
import { shot } from './support/shot.ts';
import type { Sidebar } from './support/sidebar.ts';
import { reviewStored } from './support/storage.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({
  connect: async (world) => {
    await world.connect('full');
    await signIn(world);
  },
});
const away = { path: /./, times: 10_000, do: 'drop' } as const;

/** Seen with all that a review needs, and then nothing is left in memory. */
async function seenBefore(crm: string, person: { name: string; url: string }): Promise<void> {
  const sidebar = await openOn(world(), person);
  await sidebar.climb('Lead', {});
  await Review.open(sidebar);
  await reviewStored(await world().browser.worker(), crm);
  await world().restart('close');
}

/** Opened without a network: as it was, and it says so. */
async function openedAway(crm: string, person: { name: string; url: string }): Promise<Sidebar> {
  const sidebar = await (await world().visit(person.url)).sidebar();
  await sidebar.heading.filter({ hasText: person.name }).waitFor();
  await sidebar.alert.filter({ hasText: `No connection to ${crm}` }).waitFor();
  await sidebar.alert.filter({ hasText: `This is ${crm} as of ` }).waitFor();
  await sidebar.header.getByText(/ · as of /).waitFor();
  return sidebar;
}

it('HubSpot: opened, decided, kept, and written by itself when the network is back', async () => {
  const { hubspot } = world();
  const { noReply } = hubspot.people;
  await seenBefore('hubspot', noReply);
  hubspot.faults.arm(away);
  const sidebar = await openedAway('HubSpot', noReply);
  await expectAccessible(sidebar.page, sidebar.frame, 'offline-opened');
  const review = await reviewProspect(sidebar);
  await shot(sidebar.page, 'offline-review');
  await sidebar.press('Enter');
  await review.note.waitFor({ state: 'detached' });
  await shot(sidebar.page, 'offline-waiting');
  expect(hubspot.notes(noReply.id)).toEqual([]);
  hubspot.faults.clear();
  await review.written(60_000);
  expect(hubspot.contact(noReply.id).properties.lifecyclestage).toBe('salesqualifiedlead');
  expect(hubspot.notes(noReply.id)).toHaveLength(1);
});

it('Salesforce: what someone changed meanwhile is met before anything is written', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  await seenBefore('salesforce', ann);
  salesforce.faults.arm(away);
  const sidebar = await openedAway('Salesforce', ann);
  const review = await reviewProspect(sidebar);
  await sidebar.press('Enter');
  await review.note.waitFor({ state: 'detached' });
  salesforce.patch('Lead', ann.id, { Status: 'Nurture' });
  salesforce.faults.clear();
  await sidebar.frame
    .getByRole('heading', { name: /Someone changed this record/ })
    .waitFor({ timeout: 60_000 });
  expect(salesforce.lead(ann.id).values.Status).toBe('Nurture');
  await expectAccessible(sidebar.page, sidebar.frame, 'conflict');
  await sidebar.press('2');
  await sidebar.press('Enter');
  const again = await Review.shown(sidebar);
  // What the colleague set is an outcome: to write a stage over it opens it again, and is agreed to.
  await sidebar.frame.getByRole('checkbox', { name: 'Yes, open it again' }).check();
  await again.confirm();
  expect(salesforce.lead(ann.id).values.Status).toBe('Qualified Prospect');
});
