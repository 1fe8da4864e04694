// The session that the rep has in this browser: chosen explicitly, found, renewed by itself, refused by some orgs.
import { expect, it } from 'vitest';
import { finishSignIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { storedText } from '../support/storage.ts';
import { Welcome } from '../support/welcome.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ key: null });
const mayReadCookies = async () =>
  (await world().browser.worker()).evaluate<boolean>(
    "chrome.permissions.contains({ permissions: ['cookies'] })",
  );

async function chooseSession(): Promise<Welcome> {
  const welcome = await Welcome.open(world().browser);
  await welcome.chooseCrm('Salesforce');
  await welcome.chooseWay('session');
  return welcome;
}
const use = (welcome: Welcome) => welcome.page.getByRole('button', { name: /^Use my sign-in to/ }).click();

it('without a page of Salesforce in any tab it says what to do first', async () => {
  const welcome = await chooseSession();
  await welcome.page.getByRole('button', { name: 'Look again' }).waitFor();
  await shot(welcome.page, 'salesforce-session-none');
  expect(await mayReadCookies()).toBe(false);
});

it('an org that takes no sessions: the reason is told, and the other way named', async () => {
  const { salesforce } = world();
  salesforce.settings.sessionsRefused = true;
  await world().visit(salesforce.people.ann.url);
  const welcome = await chooseSession();
  await use(welcome);
  await welcome.page.getByRole('alert').filter({ hasText: 'not valid for use with the REST API' }).waitFor();
  await shot(welcome.page, 'salesforce-session-refused');
});

it('the session connects, is kept nowhere, and reads a record', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  const page = await world().visit(ann.url);
  const welcome = await chooseSession();
  await use(welcome);
  await welcome.page.getByText(/^Signed in to /).waitFor();
  await shot(welcome.page, 'salesforce-session');
  await finishSignIn(welcome);
  expect(await mayReadCookies()).toBe(true);
  const sessions = salesforce.grants().filter(({ kind }) => kind === 'session');
  expect(sessions.length).toBeGreaterThan(0);
  const stored = await storedText(welcome.page);
  for (const { access } of sessions) expect(stored.database + stored.settings).not.toContain(access);
  await page.page.bringToFront();
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
});

it('an org that shuts its API to sessions later on: told with the reason, and with the other way', async () => {
  const { salesforce } = world();
  salesforce.settings.sessionsRefused = true;
  const page = await world().visit(salesforce.people.noReply.url);
  const sidebar = await page.sidebar();
  await sidebar.alert.filter({ hasText: 'Salesforce does not take this sign-in' }).waitFor();
  await sidebar.alert.filter({ hasText: 'not valid for use with the REST API' }).waitFor();
  await sidebar.alert.getByRole('button', { name: 'Connect' }).waitFor();
  await shot(page.page, 'salesforce-session-shut');
});

it('after the rep signed in to Salesforce anew, the new session is found without a word', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  for (const { kind, access } of salesforce.grants()) if (kind !== 'oauth') salesforce.expire(access);
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
});

it('disconnecting gives the permission back, and ends nobody’s session', async () => {
  const { salesforce, browser } = world();
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  await settings.getByRole('button', { name: /Disconnect/ }).click();
  await settings
    .getByRole('button', { name: /Disconnect/ })
    .last()
    .click();
  await expect.poll(mayReadCookies).toBe(false);
  const good = salesforce.grants().filter(({ kind, state }) => kind === 'session' && state === 'good');
  expect(good.length).toBeGreaterThan(0);
});

it('with two orgs signed in, the rep chooses, and the one that was chosen is signed in to', async () => {
  const { salesforce } = world();
  const { ann, uatLead } = salesforce.people;
  await world().visit(uatLead.url);
  // In front, and so the newest.
  await world().visit(ann.url);
  const welcome = await chooseSession();
  const { acme, uat } = salesforce.orgs;
  await welcome.page.getByRole('radio', { name: acme.api }).waitFor();
  await shot(welcome.page, 'salesforce-session-choose');
  await welcome.page.getByRole('radio', { name: uat.api }).check();
  await welcome.page.getByRole('button', { name: `Use my sign-in to ${uat.api}` }).click();
  await welcome.page.getByText(`Signed in to ${uat.title}`).waitFor();
});
