// A new rep's first quarter of an hour in one go, by the keyboard alone: from the welcome page that opens by itself to
// the list of what was written, in each CRM.
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { Popup } from './support/popup.ts';
import { rep } from './support/rep.ts';
import { Review } from './support/review.ts';
import { Welcome } from './support/welcome.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({ key: null, keepWelcome: true });

/** Goes on with Tab until this has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let left = 60; left > 0; left -= 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not get to ${target}.`);
}

async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Answers to the first decision, confirms it, and finds it in the list. */
async function decide(person: { url: string; name: string }, stage: string): Promise<void> {
  const page = await world().visit(person.url);
  await page.toggle();
  const sidebar = await page.present();
  await sidebar.shows(person.name);
  await sidebar.climb(stage, yesToAll);
  await (await Review.open(sidebar)).confirm();
  await sidebar.press('Enter');
  await sidebar.shows(person.name);
  const popup = await Popup.open(world().browser);
  await popup.rows('Written today').filter({ hasText: person.name }).filter({ hasText: stage }).waitFor();
  await popup.page.close();
}

it('HubSpot: a key pasted, who one is, the stages looked over, a contact decided', async () => {
  const { context } = world().browser;
  const opened = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
  await expect.poll(() => opened()?.url(), { timeout: 10_000 }).toBeDefined();
  const page = opened();
  if (!page) throw new Error('No welcome page opened by itself.');
  await page.bringToFront();
  const welcome = new Welcome(page);
  await tabTo(page, page.getByRole('radio', { checked: true }).first());
  await tabTo(page, welcome.key);
  await page.keyboard.insertText(world().hubspot.keys.full);
  await page.keyboard.press('Enter');
  await welcome.account.waitFor();
  await pressOn(page, button(page, 'Continue'));
  await tabTo(page, page.getByRole('combobox', { name: 'Your name or e-mail' }));
  await page.keyboard.type(rep);
  await page.getByRole('option', { name: rep }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressOn(page, button(page, `Connect as ${rep}`));
  await pressOn(page, button(page, 'Save and finish'));
  await page.getByRole('heading', { name: 'Ready' }).waitFor();
  await decide(world().hubspot.people.ann, 'Prospect');
});

it('Salesforce: signed in at the org, the stages looked over, a lead decided', async () => {
  const { salesforce, browser } = world();
  const welcome = await Welcome.open(browser);
  const { page } = welcome;
  const choice = page.getByRole('radiogroup', { name: 'Your CRM' });
  await tabTo(page, choice.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  await choice.getByRole('radio', { name: 'Salesforce', checked: true }).waitFor();
  const way = page.getByRole('radiogroup', { name: 'How to connect' });
  await tabTo(page, way.getByRole('radio', { checked: true }));
  await tabTo(page, page.getByLabel(/My Domain/));
  await page.keyboard.type(salesforce.orgs.acme.api);
  await tabTo(page, page.getByLabel(/Client id|Consumer key/i));
  await page.keyboard.type(salesforce.clientId);
  const window = browser.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const org = await window;
  const allow = org.getByRole('button', { name: 'Allow' });
  await tabTo(org, allow);
  await org.keyboard.press('Enter').catch((error: unknown) => {
    // The window closes under the key.
    if (!org.isClosed()) throw error;
  });
  await pressOn(page, button(page, 'Continue'));
  await pressOn(page, button(page, `Connect as ${rep}`));
  await pressOn(page, button(page, 'Save and finish'));
  await page.getByRole('heading', { name: 'Ready' }).waitFor();
  await decide(salesforce.people.stale, 'Prospect');
});
