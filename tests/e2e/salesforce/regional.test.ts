// An org with a region in its hosts, which the manifest doesn't name: asked for on connecting, and given back.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { grantHosts } from '../support/grant.ts';
import { Review } from '../support/review.ts';
import { finishSignIn, openSignIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { Welcome } from '../support/welcome.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ key: null });

const hosts = ['https://harbour.lightning.usa26.force.com/*', 'https://harbour.my.usa26.salesforce.com/*'];
const inRegion = (url: string) =>
  url.replace('acme.lightning.force.com', 'harbour.lightning.usa26.force.com');
const evaluate = async <T>(code: string) => (await world().browser.worker()).evaluate<T>(code);
const mayReach = () =>
  evaluate<boolean>(
    `chrome.permissions.contains(${JSON.stringify({ permissions: ['scripting'], origins: hosts })})`,
  );
const optional = () =>
  evaluate<string[]>(
    "chrome.permissions.getAll().then(({ permissions, origins }) => [...permissions.filter((one) => one === 'scripting'), ...origins.filter((one) => one.includes('usa26'))])",
  );
const registered = () =>
  evaluate<unknown>(
    'chrome.scripting ? chrome.scripting.getRegisteredContentScripts() : Promise.resolve([])',
  );
/** Waits until our script runs in a page that was opened later: where it isn't by then, it does not come. */
async function ours(url: string): Promise<void> {
  const page = await world().browser.context.newPage();
  await page.goto(url);
  await page.locator('#stagecheck-sidebar').waitFor({ state: 'attached' });
}
const frames = (page: Page) => page.frames().filter((frame) => frame.url().startsWith('chrome-extension://'));

it('before it is connected, nothing of Stagecheck is in its pages', async () => {
  const { ann } = world().salesforce.people;
  const page = await world().browser.context.newPage();
  await page.goto(inRegion(ann.url));
  await ours(ann.url);
  expect(await page.locator('#stagecheck-sidebar').count()).toBe(0);
  expect(await optional()).toEqual([]);
});

it('the address typed, the page names both hosts; signed in, the sidebar opens there, qualifies and writes', async () => {
  const { salesforce, browser } = world();
  const { noReply } = salesforce.people;
  await grantHosts(browser, hosts);
  const welcome = await Welcome.open(browser);
  const window = await openSignIn(world(), welcome, 'regional');
  await welcome.page.getByText('harbour.lightning.usa26.force.com').waitFor();
  await welcome.page.getByText('harbour.my.usa26.salesforce.com', { exact: true }).waitFor();
  await shot(welcome.page, 'salesforce-regional');
  await window.getByRole('button', { name: 'Allow' }).click();
  await finishSignIn(welcome);
  expect(await mayReach()).toBe(true);
  expect(await registered()).toMatchObject([
    { matches: hosts, js: ['content-scripts/crm.js'], allFrames: false, persistAcrossSessions: true },
  ]);

  const page = await world().visit(inRegion(noReply.url));
  const sidebar = await page.sidebar();
  await sidebar.shows(noReply.name);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await review.confirm();
  await shot(page.page, 'salesforce-regional-written');
  expect(salesforce.lead(noReply.id).values.Status).toBe('Qualified Prospect');
});

it('Classic on the host of its API is one of its pages too', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  salesforce.settings.classic = true;
  const page = await world().visit(`https://harbour.my.usa26.salesforce.com/${ann.id}`);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
});

it.each(['close', 'kill'] as const)('it outlives the browser’s end: %s', async (how) => {
  const { ann } = world().salesforce.people;
  await world().restart(how);
  // The browser reads what it kept by and by; a page that is quicker than that has no script in it.
  await expect.poll(registered).toMatchObject([{ matches: hosts }]);
  const page = await world().visit(inRegion(ann.url));
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
});

it('a registration that an update of the extension has dropped is there again when the worker starts', async () => {
  await evaluate('chrome.scripting.unregisterContentScripts()');
  expect(await registered()).toEqual([]);
  await world().restart('close');
  await expect.poll(registered).toMatchObject([{ matches: hosts }]);
});

it('what was taken back in the browser’s settings: said in the settings, with the way to allow it', async () => {
  const { browser } = world();
  const { ann } = world().salesforce.people;
  await evaluate(`chrome.permissions.remove(${JSON.stringify({ origins: hosts })})`);
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html#connections`);
  await settings.getByText(/no longer lets Stagecheck reach/).waitFor();
  await shot(settings, 'salesforce-regional-taken');
  await settings.getByRole('button', { name: 'Allow it' }).click();
  await settings.getByText(/no longer lets Stagecheck reach/).waitFor({ state: 'hidden' });
  await expect.poll(registered).toMatchObject([{ matches: hosts }]);
  const sidebar = await (await world().visit(inRegion(ann.url))).sidebar();
  await sidebar.shows(ann.name);
});

it('disconnecting takes the registration and the permissions back', async () => {
  const { browser } = world();
  const { ann } = world().salesforce.people;
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  await settings.getByRole('button', { name: /Disconnect/ }).click();
  await settings
    .getByRole('button', { name: /Disconnect/ })
    .last()
    .click();
  await expect.poll(optional).toEqual([]);
  const page = await browser.context.newPage();
  await page.goto(inRegion(ann.url));
  await ours(ann.url);
  expect(frames(page)).toEqual([]);
  expect(await page.locator('#stagecheck-sidebar').count()).toBe(0);
});
