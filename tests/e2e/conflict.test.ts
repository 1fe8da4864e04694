// Someone else's change between the review and the write, in both CRMs and by keyboard: seen, chosen, compared again.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { freshLead } from './support/leads.ts';
import { Review } from './support/review.ts';
import { signIn } from './support/salesforce.ts';
import { shot } from './support/shot.ts';
import type { Sidebar } from './support/sidebar.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({
  connect: async (world) => {
    await world.connect('full');
    await signIn(world);
  },
});

/** The choice that opens instead of the receipt. */
async function met(sidebar: Sidebar): Promise<void> {
  await sidebar.press('Enter');
  await sidebar.frame.getByRole('heading', { name: /Someone changed this record/ }).waitFor();
}

const column = (sidebar: Sidebar, words: string) => sidebar.frame.getByRole('radio', { name: words });

it('HubSpot: who changed what, kept by one key; the review comes again with it', async () => {
  const { hubspot } = world();
  const { referral } = hubspot.people;
  const sidebar = await openOn(world(), referral);
  await reviewProspect(sidebar);
  hubspot.patchContact(referral.id, { lifecyclestage: 'opportunity' });
  const traffic = world().traffic();
  await met(sidebar);
  await sidebar.frame.getByText(/^Changed by Marcus Oyelaran, /).waitFor();
  await column(sidebar, 'Keep theirs Opportunity').waitFor();
  await column(sidebar, 'Write mine Sales Qualified Lead').waitFor();
  expect(writes(traffic())).toEqual([]);
  await sidebar.press('Enter');
  await sidebar.frame.getByText('One field is left to choose.').first().waitFor({ state: 'attached' });
  await sidebar.press('1');
  await shot(sidebar.page, 'conflict-hubspot');
  await sidebar.press('Enter');
  const again = await Review.shown(sidebar);
  expect((await again.preview()).changes).toEqual([]);
  await again.confirm();
  expect(hubspot.contact(referral.id).properties.lifecyclestage).toBe('opportunity');
  expect(hubspot.notes(referral.id)).toHaveLength(1);
});

it('HubSpot: mine, and another change after the choice is met again, then theirs', async () => {
  const { hubspot } = world();
  const { optedOut } = hubspot.people;
  const sidebar = await openOn(world(), optedOut);
  await reviewProspect(sidebar);
  hubspot.patchContact(optedOut.id, { lifecyclestage: 'marketingqualifiedlead' });
  await met(sidebar);
  await sidebar.press('2');
  await sidebar.press('Enter');
  const again = await Review.shown(sidebar);
  expect((await again.preview()).changes).toMatchObject([
    { from: 'Marketing Qualified Lead', to: 'Sales Qualified Lead' },
  ]);
  await sidebar.isRead();
  hubspot.patchContact(optedOut.id, { lifecyclestage: 'opportunity' });
  await met(sidebar);
  await column(sidebar, 'Keep theirs Opportunity').waitFor();
  await sidebar.press('1');
  await sidebar.press('Enter');
  await (await Review.shown(sidebar)).confirm();
  expect(hubspot.contact(optedOut.id).properties.lifecyclestage).toBe('opportunity');
  expect(hubspot.notes(optedOut.id)).toHaveLength(1);
});

it('HubSpot: what a colleague set just as the rep wants it is no conflict', async () => {
  const { hubspot } = world();
  const { stale } = hubspot.people;
  const sidebar = await openOn(world(), stale);
  const review = await reviewProspect(sidebar);
  hubspot.patchContact(stale.id, { lifecyclestage: 'salesqualifiedlead' });
  await review.confirm();
  expect(hubspot.notes(stale.id)).toHaveLength(1);
});

it('Salesforce: a lead’s status, with who changed the record last', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Gleichzeitig');
  const sidebar = await openOn(world(), lead);
  await reviewProspect(sidebar);
  salesforce.patch('Lead', lead.id, { Status: 'Working - Contacted' });
  await met(sidebar);
  await sidebar.frame.getByText(/^The record was last changed by Marcus Oyelaran, /).waitFor();
  await column(sidebar, 'Keep theirs Working - Contacted').waitFor();
  await shot(sidebar.page, 'conflict-salesforce');
  await sidebar.press('2');
  await sidebar.press('Enter');
  const again = await Review.shown(sidebar);
  expect((await again.preview()).changes).toContainEqual({
    ...{ label: 'Lead Status', from: 'Working - Contacted', to: 'Qualified Prospect' },
  });
  await again.confirm();
  expect(salesforce.lead(lead.id).values.Status).toBe('Qualified Prospect');
});
