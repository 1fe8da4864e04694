// Signing in to Salesforce by OAuth: consent and refusals, tokens out of every page's reach, renewal, the end of it.
import { expect, it } from 'vitest';
import { finishSignIn, openSignIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { storedText } from '../support/storage.ts';
import { Welcome } from '../support/welcome.ts';
import { endWorker } from '../support/worker.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ key: null });

/** The tokens that Salesforce has given to the app so far, newest last. */
const given = () =>
  world()
    .salesforce.grants()
    .filter(({ kind, id }) => kind === 'oauth' && !id.startsWith('named-'));

it('who does not allow it is told so, and nothing is kept', async () => {
  const welcome = await Welcome.open(world().browser);
  const window = await openSignIn(world(), welcome);
  await shot(welcome.page, 'salesforce-signing-in');
  await window.getByRole('button', { name: 'Deny' }).click();
  await welcome.page.getByRole('alert').filter({ hasText: 'end-user denied authorization' }).waitFor();
  await shot(welcome.page, 'salesforce-denied');
  expect(given()).toEqual([]);
});

it('a window that is closed is told so', async () => {
  const welcome = await Welcome.open(world().browser);
  const window = await openSignIn(world(), welcome);
  await window.getByRole('button', { name: 'Allow' }).waitFor();
  await window.close();
  await welcome.page.getByRole('alert').filter({ hasText: 'window was closed' }).waitFor();
});

it('a host that is no My Domain is refused beside its field, before any window opens', async () => {
  const welcome = await Welcome.open(world().browser);
  await welcome.chooseCrm('Salesforce');
  await welcome.chooseWay('oauth');
  await welcome.page.getByLabel(/My Domain/).fill('https://acme.example.com');
  await welcome.page.getByLabel(/Client id|Consumer key/i).fill(world().salesforce.clientId);
  await welcome.page.getByRole('button', { name: /^Sign in/ }).click();
  await expect.poll(() => welcome.page.getByLabel(/My Domain/).getAttribute('aria-invalid')).toBe('true');
  await shot(welcome.page, 'salesforce-wrong-host');
  expect(world().salesforce.requests).toEqual([]);
});

it('with consent it is connected, and the tokens reach no page', async () => {
  const { salesforce, browser } = world();
  salesforce.settings.oauth.rotate = true;
  const welcome = await Welcome.open(browser);
  const window = await openSignIn(world(), welcome);
  await shot(window, 'salesforce-consent');
  await window.getByRole('button', { name: 'Allow' }).click();
  await welcome.page.getByText(/^Signed in to /).waitFor();
  await shot(welcome.page, 'salesforce-signed-in');
  await finishSignIn(welcome);

  const [grant, ...more] = given();
  expect(more).toEqual([]);
  const tokens = [grant?.access ?? '', grant?.refresh ?? ''];
  expect(Math.min(...tokens.map((token) => token.length))).toBeGreaterThan(20);
  const stored = await storedText(welcome.page);
  const sidebar = await (await world().visit(salesforce.people.ann.url)).sidebar();
  await sidebar.shows('Ann Meyer');
  const pages = [await welcome.page.content(), await sidebar.frame.content(), await sidebar.page.content()];
  for (const token of tokens) {
    expect([stored.database, stored.settings, ...pages].filter((text) => text.includes(token))).toEqual([]);
  }
});

it('a rotating token is renewed by a worker that was not there when it was given, again and again', async () => {
  const { salesforce, browser } = world();
  const { ann, noReply } = salesforce.people;
  salesforce.settings.oauth.rotate = true;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const before = given().length;
  for (const person of [noReply, ann, noReply]) {
    salesforce.expire(given().at(-1)?.access ?? '');
    await endWorker(browser);
    await page.goTo('Leads', person.name);
    await sidebar.shows(person.name);
    // The frame lives on, so what it shows of the next person was read with the renewed token.
    await salesforce.request(({ path, status }) => path.endsWith('/composite') && status === 200);
    salesforce.clearRequests();
  }
  expect(given()).toHaveLength(before + 3);
  expect(given().map(({ state, refreshable }) => state === 'good' && refreshable)).toEqual([
    ...given()
      .slice(1)
      .map(() => false),
    true,
  ]);
});

it('a sign-in that the org took back is told, with the way to sign in again', async () => {
  const { salesforce } = world();
  salesforce.revoke(given().at(-1)?.access ?? '');
  const page = await world().visit(salesforce.people.referral.url);
  const sidebar = await page.sidebar();
  await sidebar.alert.filter({ hasText: /sign in again/i }).waitFor();
  await shot(page.page, 'salesforce-signed-out');
});

it('signed in anew it works again; disconnecting ends it at Salesforce, and removes the tokens', async () => {
  const { salesforce, browser } = world();
  const welcome = await Welcome.open(browser);
  const window = await openSignIn(world(), welcome);
  await window.getByRole('button', { name: 'Allow' }).click();
  await finishSignIn(welcome);
  const token = given().at(-1);
  const page = await world().visit(salesforce.people.ann.url);
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
  await expect.poll(() => given().filter(({ state }) => state === 'good')).toEqual([]);
  const stored = await storedText(settings);
  expect(stored.database + stored.settings).not.toContain(token?.access);
  expect(stored.database + stored.settings).not.toContain(token?.refresh);
});
