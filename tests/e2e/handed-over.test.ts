// A record that others gave away or merged while the rep worked on it: said, followed, and written only once they have seen it.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { evidenceOf, freshLead } from './support/leads.ts';
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

/** Sees whose it is now, and goes on. */
async function goOn(sidebar: Sidebar, now: string, picture: string): Promise<Review> {
  await sidebar.press('Enter');
  await sidebar.frame.getByRole('heading', { name: /Someone changed this record/ }).waitFor();
  await sidebar.frame.getByRole('radio', { name: `Go on with ${now}` }).waitFor();
  await sidebar.press('1');
  await shot(sidebar.page, picture);
  await sidebar.press('Enter');
  return Review.shown(sidebar);
}

it('HubSpot: given to a colleague before the write: said with both names, and written when the rep goes on', async () => {
  const { hubspot } = world();
  const { referral } = hubspot.people;
  const sidebar = await openOn(world(), referral);
  await reviewProspect(sidebar);
  const was = hubspot.contact(referral.id).properties.hubspot_owner_id;
  const [other] = hubspot.owners().filter(({ id, archived }) => id !== was && !archived);
  hubspot.patchContact(referral.id, { hubspot_owner_id: other?.id ?? '' });
  const traffic = world().traffic();
  const again = await goOn(sidebar, `${other?.firstName} ${other?.lastName}`, 'handed-over-hubspot');
  expect(writes(traffic())).toEqual([]);
  await again.confirm();
  expect(hubspot.contact(referral.id).properties.lifecyclestage).toBe('salesqualifiedlead');
  expect(hubspot.notes(referral.id)).toHaveLength(1);
});

it('HubSpot: given to a colleague since the rep last looked: said when it is opened', async () => {
  const { hubspot } = world();
  const { stale } = hubspot.people;
  const first = await openOn(world(), stale);
  const was = hubspot.contact(stale.id).properties.hubspot_owner_id;
  const [other] = hubspot.owners().filter(({ id, archived }) => id !== was && !archived);
  hubspot.patchContact(stale.id, { hubspot_owner_id: other?.id ?? '' });
  await first.page.close();
  const sidebar = await (await world().visit(stale.url)).sidebar();
  await sidebar.shows(stale.name);
  await sidebar.frame.getByText('The owner of this record has changed').waitFor();
  await sidebar.frame.getByText(`${other?.firstName} ${other?.lastName} owns it now.`).waitFor();
});

it('Salesforce: a lead given to a colleague before the write', async () => {
  const { salesforce } = world();
  const lead = freshLead(world(), 'Weitergabe');
  const sidebar = await openOn(world(), lead);
  await reviewProspect(sidebar);
  salesforce.patch('Lead', lead.id, { OwnerId: salesforce.user('marcus').id });
  const again = await goOn(sidebar, 'Marcus Oyelaran', 'handed-over-salesforce');
  expect(evidenceOf(world(), lead.id)).toEqual([]);
  await again.confirm();
  expect(salesforce.lead(lead.id).values.Status).toBe('Qualified Prospect');
  expect(evidenceOf(world(), lead.id)).toHaveLength(1);
});

it('Salesforce: a lead merged into another before the write: not written behind the rep’s back, and followed by one key', async () => {
  const { salesforce } = world();
  const [lost, kept] = [freshLead(world(), 'Doppelt'), freshLead(world(), 'Bleibt')];
  const sidebar = await openOn(world(), lost);
  const review = await reviewProspect(sidebar);
  salesforce.merge('Lead', kept.id, lost.id);
  await review.refused('This record was merged into another one');
  expect(salesforce.lead(kept.id).values.Status).toBe('Open - Not Contacted');
  await sidebar.press('r');
  await sidebar.frame.getByText('This record was merged into another').waitFor();
  await sidebar.shows(kept.name);
  await (await reviewProspect(sidebar)).confirm();
  expect(evidenceOf(world(), kept.id)).toHaveLength(1);
});

it('Salesforce: the page of a lead that was merged before shows the one that was kept', async () => {
  const { salesforce } = world();
  const [lost, kept] = [freshLead(world(), 'Vorher'), freshLead(world(), 'Nachher')];
  salesforce.merge('Lead', kept.id, lost.id);
  const sidebar = await (await world().visit(lost.url)).sidebar();
  await sidebar.shows(kept.name);
  await sidebar.frame.getByText('This record was merged into another').waitFor();
});
