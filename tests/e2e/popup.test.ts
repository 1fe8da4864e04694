// The toolbar popup on the production build: into the sidebar, the queue over both CRMs, the day in numbers.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { expectAccessible } from './support/axe.ts';
import type { CrmPage } from './support/crm-page.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { Popup } from './support/popup.ts';
import { RealPopup } from './support/real-popup.ts';
import { Review } from './support/review.ts';
import { signIn } from './support/salesforce.ts';
import { shot } from './support/shot.ts';
import { answerStored } from './support/storage.ts';
import { sharedWorld } from './support/world.ts';

// One rep's day, in the order in which the tests stand.
const world = sharedWorld({ key: null });

/** What opens when the popup is asked for a record. */
async function opened(press: () => Promise<void>): Promise<CrmPage> {
  const tab = world().browser.context.waitForEvent('page');
  await press();
  return world().on(await tab);
}

it('before anything is connected: Enter goes on to connect', async () => {
  const popup = await Popup.open(world().browser);
  const connect = popup.page.getByRole('button', { name: 'Connect' });
  await connect.and(popup.page.locator(':focus')).waitFor();
  await expectAccessible(popup.page, popup.page.mainFrame(), 'popup-not-connected');
  const tab = world().browser.context.waitForEvent('page');
  await popup.press('Enter');
  await (await tab).getByRole('radiogroup', { name: 'Your CRM' }).waitFor();
});

it('over a page of the CRM: Enter opens the sidebar, and leads back into an open one', async () => {
  await world().connect('full');
  const { ann } = world().hubspot.people;
  const page = await world().visit(ann.url);
  const popup = await RealPopup.open(world().browser);
  expect(await popup.focused()).toContain('Open the sidebar here');
  expect(await popup.text()).toContain('Nothing open, nothing waiting');
  await popup.shot('popup-real');
  await popup.enter();
  await popup.gone();
  await (await page.present()).shows(ann.name);
  await expect.poll(() => page.hasKeyboard()).toBe(true);

  const again = await RealPopup.open(world().browser);
  expect(await again.focused()).toContain('Go to the sidebar');
  await again.enter();
  await again.gone();
  await expect.poll(() => page.hasKeyboard()).toBe(true);
  await page.closeSidebar();
});

it('lists what was begun in both CRMs, and opens each with its answers by one key or click', async () => {
  await signIn(world());
  const { hubspot, salesforce, browser } = world();
  const { ann } = hubspot.people;
  const { stale } = salesforce.people;
  const begun = [];
  for (const person of [ann, stale]) {
    const sidebar = await openOn(world(), person);
    const criterion = await sidebar.asked();
    await sidebar.answer(criterion, 'yes');
    await answerStored(await browser.worker(), person.id, criterion.id);
    begun.push(criterion);
    await sidebar.page.close();
  }
  const popup = await Popup.open(browser);
  await expect.poll(() => popup.rows('Unfinished').count()).toBe(2);
  await popup.row(ann.name).filter({ hasText: 'HubSpot' }).waitFor();
  await popup.row(stale.name).filter({ hasText: 'Salesforce' }).waitFor();
  await popup
    .row(ann.name)
    .filter({ hasText: /Lead · \d more answers? for Prospect/ })
    .waitFor();

  const second = await opened(() => popup.press('2'));
  const onAnn = await second.present();
  await onAnn.shows(ann.name);
  await onAnn
    .row(begun[0]?.label ?? '')
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
  await expect.poll(() => second.hasKeyboard()).toBe(true);

  const again = await Popup.open(browser);
  const first = await opened(() => again.click(again.row(stale.name)));
  const onStale = await first.present();
  await onStale.shows(stale.name);
  await onStale
    .row(begun[1]?.label ?? '')
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();

  // The tab that shows the record already is gone to, and no other is opened.
  const third = await Popup.open(browser);
  const tabs = browser.context.pages().length;
  await third.click(third.row(ann.name));
  await expect.poll(() => second.page.evaluate(() => document.visibilityState)).toBe('visible');
  expect(browser.context.pages().length).toBeLessThanOrEqual(tabs);
});

it('tells what was written, and of what failed why and what to do', async () => {
  const { hubspot, salesforce, browser } = world();
  const { noReply, bought } = hubspot.people;
  await (await reviewProspect(await openOn(world(), noReply))).confirm();
  const lead = salesforce.people.noReply;
  const onLead = await openOn(world(), lead);
  await onLead.climb('Prospect', yesToAll);
  await (await Review.open(onLead)).confirm();
  const key = hubspot.key('full');
  const scopes = [...key.scopes];
  const failing = await reviewProspect(await openOn(world(), bought));
  key.scopes = scopes.filter((scope) => scope !== 'crm.objects.contacts.write');
  await failing.refused(/crm\.objects\.contacts\.write/);
  await failing.sidebar.page.close();

  const popup = await Popup.open(browser);
  await popup.rows('Waiting to be written').filter({ hasText: bought.name }).waitFor();
  await popup.row(bought.name).filter({ hasText: 'The HubSpot key may not do this.' }).waitFor();
  await popup
    .row(bought.name)
    .filter({ hasText: /Ask whoever made the key to add crm\.objects/ })
    .waitFor();
  await expect.poll(() => popup.rows('Written today').allInnerTexts()).toHaveLength(2);
  await popup
    .rows('Written today')
    .filter({ hasText: lead.name })
    .filter({ hasText: 'Prospect' })
    .first()
    .waitFor();
  expect(await popup.rows('Unfinished').count()).toBe(2);
  expect(await popup.bars('Stage reached')).toMatchObject({ Lead: 2, Prospect: 3, Opportunity: 0 });
  expect(Object.keys(await popup.bars('Left unknown')).length).toBeGreaterThan(0);
  await expectAccessible(popup.page, popup.page.mainFrame(), 'popup');
  await popup.page.setViewportSize({ width: 380, height: 600 });
  await shot(popup.page, 'popup-narrow');

  // What failed is gone on with in its own place, and the open popup follows.
  const mending = await opened(() => popup.click(popup.row(bought.name)));
  const sidebar = await mending.present();
  const watching = await Popup.open(browser);
  await mending.page.bringToFront();
  key.scopes = scopes;
  await sidebar.button('Try again').first().click();
  await watching.rows('Written today').filter({ hasText: bought.name }).waitFor();
  await watching.list('Waiting to be written').waitFor({ state: 'detached' });
});

// Last: a clock that Playwright sets holds for every page after it.
it('begins a new day without what was written the day before', async () => {
  const popup = await Popup.open(world().browser, new Date(Date.now() + 36 * 3_600_000));
  await popup.rows('Unfinished').first().waitFor();
  expect(await popup.list('Written today').count()).toBe(0);
  await popup.page.getByText('No conversation yet today.').waitFor();
});
