// Connecting: a good key, bad ones, missing scopes by name, who the rep is, and letting the key go again.
import { expect, it } from 'vitest';
import { rep } from './support/rep.ts';
import { shot } from './support/shot.ts';
import { storedText } from './support/storage.ts';
import { Welcome } from './support/welcome.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({ key: null });

it('the sidebar says that nothing is connected, and leads to the welcome page', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.frame.getByRole('heading', { name: 'Connect your CRM to begin' }).waitFor();
  await shot(page.page, 'not-connected');
  const opened = world().browser.context.waitForEvent('page');
  await sidebar.button('Connect').click();
  expect((await opened).url()).toMatch(/\/welcome\.html/);
  expect(world().hubspot.requests).toEqual([]);
});

it.each(['expired', 'revoked'] as const)(
  'a key that is %s is refused, and the page says so',
  async (name) => {
    const welcome = await Welcome.open(world().browser);
    await welcome.check(world().hubspot.keys[name]);
    await welcome.page.getByText(/HubSpot refused the key/).waitFor();
    await shot(welcome.page, `welcome-${name}`);
    expect(await welcome.page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
  },
);

it('text that is no key is refused', async () => {
  const welcome = await Welcome.open(world().browser);
  await welcome.check('not a key at all');
  await welcome.page.getByText(/HubSpot refused the key/).waitFor();
});

it.each([
  ['readOnly', 'crm.objects.contacts.write'],
  ['noDeals', 'crm.objects.deals.read'],
  ['noOwners', 'crm.objects.owners.read'],
] as const)('the key %s: the missing scope %s is named with what it is for', async (name, scope) => {
  const welcome = await Welcome.open(world().browser);
  await welcome.check(world().hubspot.keys[name]);
  await welcome.account.waitFor();
  const missing = welcome.page.getByRole('listitem').filter({ hasText: scope }).last();
  await missing.waitFor();
  expect(((await missing.textContent()) ?? '').length).toBeGreaterThan(scope.length + 20);
  await shot(welcome.page, `welcome-${name}`);
});

it('a good key connects as the person who was chosen, and stays out of reach of pages', async () => {
  const { hubspot, browser } = world();
  const welcome = await Welcome.open(browser);
  await welcome.connect(hubspot.keys.full, rep);
  await shot(welcome.page, 'welcome-ready');
  expect(await welcome.page.content()).not.toContain(hubspot.keys.full);
  const stored = await storedText(welcome.page);
  expect(stored.database).not.toContain(hubspot.keys.full);
  expect(stored.settings).not.toContain(hubspot.keys.full);

  const page = await world().visit(hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');
  expect(await sidebar.frame.content()).not.toContain(hubspot.keys.full);
});

it('disconnecting removes the key, and the open sidebar knows at once', async () => {
  const { hubspot, browser } = world();
  const page = await world().visit(hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');

  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  await settings.getByRole('button', { name: /Disconnect/ }).click();
  await settings
    .getByRole('button', { name: /Disconnect/ })
    .last()
    .click();
  await sidebar.frame.getByRole('heading', { name: 'Connect your CRM to begin' }).waitFor();
  const stored = await storedText(settings);
  expect(stored.database + stored.settings).not.toContain(hubspot.keys.full);
});
