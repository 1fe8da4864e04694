// What HubSpot may refuse at the write: each says what happened and what to do, keeps every answer, and can be mended.
import { afterEach, expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

afterEach(() => {
  const key = world().hubspot.key('full');
  key.state = 'good';
  key.scopes = [...world().hubspot.key('expired').scopes];
});

it('an expired key: the read says so, and shows again what was answered once it is good', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const sidebar = await openOn(world(), ann);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  hubspot.key('full').state = 'expired';
  await sidebar.page.reload();
  const again = await world().on(sidebar.page).present();
  await again.alert.filter({ hasText: 'HubSpot refused the key' }).waitFor();
  await again.button('Connect').waitFor();
  await shot(again.page, 'key-expired');
  hubspot.key('full').state = 'good';
  await again.page.reload();
  const mended = await world().on(again.page).present();
  await mended
    .row(criterion.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
});

it('a key that lost a scope: it is named, nothing is written, and the same submission goes through afterwards', async () => {
  const { hubspot } = world();
  const { noReply } = hubspot.people;
  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  const key = hubspot.key('full');
  key.scopes = key.scopes.filter((scope) => scope !== 'crm.objects.contacts.write');
  const before = hubspot.contact(noReply.id).properties;
  await review.refused(/crm\.objects\.contacts\.write/);
  await shot(sidebar.page, 'scope-missing');
  expect(hubspot.contact(noReply.id).properties).toEqual(before);
  expect(hubspot.notes(noReply.id)).toEqual([]);
  key.scopes.push('crm.objects.contacts.write');
  await review.retry();
  await review.written();
  expect(hubspot.notes(noReply.id)).toHaveLength(1);
});

it('a contact that was deleted meanwhile', async () => {
  const { hubspot } = world();
  const { bought } = hubspot.people;
  const sidebar = await openOn(world(), bought);
  const review = await reviewProspect(sidebar);
  hubspot.archive('contacts', bought.id);
  const traffic = world().traffic();
  await review.refused('This record is no longer in HubSpot');
  await shot(sidebar.page, 'deleted');
  expect(writes(traffic()).filter((line) => !line.endsWith('404'))).toEqual([]);
});

it('a contact that was merged meanwhile is not written to behind the rep’s back, and is followed by one key', async () => {
  const { hubspot } = world();
  const { twinA, twinB } = hubspot.people;
  const sidebar = await openOn(world(), twinA);
  const review = await reviewProspect(sidebar);
  const { id: kept } = hubspot.merge('contacts', twinB.id, twinA.id);
  const before = hubspot.contact(kept).properties.lifecyclestage;
  await review.refused('This record was merged into another one');
  await shot(sidebar.page, 'merged');
  expect(hubspot.contact(kept).properties.lifecyclestage).toBe(before);
  expect(hubspot.notes(kept)).toEqual([]);
  await sidebar.press('r');
  await sidebar.frame.getByText('This record was merged into another').waitFor();
  await sidebar.shows(twinB.name);
  await (await reviewProspect(sidebar)).confirm();
  expect(hubspot.notes(kept)).toHaveLength(1);
});

it('a contact that was merged before is read and written as the one it became', async () => {
  const { hubspot } = world();
  const { mergedAway, survivor } = hubspot.people;
  const page = await world().visit(mergedAway.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(survivor.name);
  await sidebar.frame.getByText('This record was merged into another').waitFor();
  const review = await reviewProspect(sidebar);
  await review.confirm();
  expect(hubspot.notes(survivor.id)).toHaveLength(1);
});

it.each([
  ['Keep theirs', 'opportunity'],
  ['Write mine', 'salesqualifiedlead'],
] as const)('the stage was changed by someone else meanwhile: %s', async (choice, expected) => {
  const { hubspot } = world();
  const contact = choice === 'Keep theirs' ? hubspot.people.referral : hubspot.people.optedOut;
  const sidebar = await openOn(world(), contact);
  const review = await reviewProspect(sidebar);
  hubspot.patchContact(contact.id, { lifecyclestage: 'opportunity' });
  const traffic = world().traffic();
  await review.confirmButton.click();
  await sidebar.frame.getByRole('heading', { name: /Someone changed this record/ }).waitFor();
  await shot(sidebar.page, 'changed-meanwhile');
  expect(writes(traffic())).toEqual([]);
  await sidebar.frame.getByRole('radio', { name: choice }).check();
  await sidebar.button('Review again').click();
  const again = await Review.shown(sidebar);
  const back = sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' });
  if (choice === 'Write mine') await back.check();
  await again.confirmButton.click();
  await again.written();
  expect(hubspot.contact(contact.id).properties.lifecyclestage).toBe(expected);
  expect(hubspot.notes(contact.id)).toHaveLength(1);
});

it('a property that the portal demands is asked for in the review', async () => {
  const { hubspot } = world();
  const { inbound } = hubspot.people;
  hubspot.settings.required = [{ type: 'contacts', property: 'favourite_topic', on: 'update' }];
  const sidebar = await openOn(world(), inbound);
  const review = await reviewProspect(sidebar);
  await review.refused('HubSpot demands more before it takes this');
  await sidebar.button('Back to the review').first().click();
  await sidebar.frame.getByText('HubSpot demands this too').waitFor();
  await shot(sidebar.page, 'demanded');
  await sidebar.frame.getByLabel('Favourite topic', { exact: false }).fill('Empty runs');
  await review.confirmButton.click();
  await review.written();
  expect(hubspot.contact(inbound.id).properties.favourite_topic).toBe('Empty runs');
  expect(hubspot.notes(inbound.id)).toHaveLength(1);
});

it('a portal that no longer has the mapped stage blocks the review and says who can mend it', async () => {
  const { hubspot, sandbox } = world();
  const { future } = hubspot.people;
  const address = 'https://api.hubapi.com/crm/properties/2026-09/contacts/lifecyclestage';
  const headers = { authorization: `Bearer ${hubspot.keys.full}`, 'content-type': 'application/json' };
  const property = await (await sandbox.fetch(address, { headers })).json();
  const options = property.options.filter(({ value }: { value: string }) => value !== 'salesqualifiedlead');
  const change = (body: unknown) =>
    sandbox.fetch(address, { method: 'PATCH', headers, body: JSON.stringify(body) });
  expect((await change({ options })).status).toBe(200);
  try {
    // What a worker has read of the portal it keeps for a while: this one starts anew.
    await world().restart('close');
    const sidebar = await openOn(world(), future);
    const review = await reviewProspect(sidebar);
    await sidebar.frame
      .getByText(/HubSpot no longer has "salesqualifiedlead"/)
      .first()
      .waitFor();
    expect(await review.confirmButton.getAttribute('aria-disabled')).toBe('true');
    await shot(sidebar.page, 'stage-gone');
  } finally {
    await change({ options: property.options });
  }
});

it('a page of another portal: says which is which, and asks HubSpot nothing', async () => {
  const { hubspot } = world();
  const { elsewhere } = hubspot.people;
  const traffic = world().traffic();
  const page = await world().visit(elsewhere.url);
  const sidebar = await page.sidebar();
  await sidebar.frame
    .getByRole('heading', { name: 'This page belongs to another HubSpot account' })
    .waitFor();
  const words = await sidebar.frame.getByRole('main').textContent();
  expect(words).toContain(hubspot.portals.main);
  expect(words).toContain(hubspot.portals.other);
  await shot(page.page, 'wrong-portal');
  expect(traffic()).toEqual([]);
});
