// Someone else signs in to Salesforce in this browser: nothing goes under the wrong name, and all goes on when they are back.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from '../support/decide.ts';
import { evidenceOf, freshLead } from '../support/leads.ts';
import { stands } from '../support/outbox.ts';
import { Popup } from '../support/popup.ts';
import { rep } from '../support/rep.ts';
import { running } from '../support/rested.ts';
import { finishSignIn, orgTraffic, orgWrites } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { storedText } from '../support/storage.ts';
import { Welcome } from '../support/welcome.ts';
import { stopWorker } from '../support/worker.ts';
import { sharedWorld, type World } from '../support/world.ts';

/** Connected with the session that the rep has in this browser. */
async function bySession(at: World): Promise<void> {
  const page = await at.visit(at.salesforce.people.ann.url);
  const welcome = await Welcome.open(at.browser);
  await welcome.chooseCrm('Salesforce');
  await welcome.chooseWay('session');
  await welcome.page.getByRole('button', { name: /^Use my sign-in to/ }).click();
  await welcome.page.getByText(/^Signed in to /).waitFor();
  await finishSignIn(welcome);
  await welcome.page.close();
  await page.page.close();
}

const world = sharedWorld({ connect: bySession });
const marcus = () => String(world().salesforce.user('marcus').values.Name);

/** Signs out of Salesforce in a tab of its own, and in as someone else; null: as nobody. */
async function signInAs(alias: string | null): Promise<void> {
  const { salesforce, browser } = world();
  salesforce.settings.signedInAs = alias;
  const page = await browser.context.newPage();
  await page.goto(`https://${salesforce.orgs.acme.api}/secur/logout.jsp`);
  await page.close();
}

it('signed out as it is confirmed, then another signs in: held, and written when the first is back', async () => {
  const { salesforce, browser } = world();
  const lead = freshLead(world(), 'Gehalten');
  const sidebar = await openOn(world(), lead);
  await reviewProspect(sidebar);
  const traffic = orgTraffic(world());
  await signInAs(null);
  await sidebar.press('Enter');
  await stands(browser, lead.id, ['waiting']);
  await sidebar.frame.getByText('You are signed out of Salesforce').waitFor();
  await shot(sidebar.page, 'salesforce-held-signed-out');
  await signInAs('marcus');
  await sidebar.frame.getByText(`${rep} answered, and ${marcus()} is signed in`).waitFor();
  await shot(sidebar.page, 'salesforce-other-user');
  await stands(browser, lead.id, ['waiting']);
  expect(orgWrites(traffic())).toEqual([]);
  expect(evidenceOf(world(), lead.id)).toEqual([]);

  await signInAs('lena');
  await stands(browser, lead.id, ['written']);
  expect(evidenceOf(world(), lead.id)).toHaveLength(1);
  const [evidence] = evidenceOf(world(), lead.id);
  expect(evidence?.values.CreatedById).toBe(salesforce.user('lena').id);
});

it('no cookie of the CRM starts the worker while nothing waits for a sign-in; a new session does while something does', async () => {
  const { salesforce, browser } = world();
  const own = (await Popup.open(browser)).page;
  const cookie = { domain: salesforce.orgs.acme.api, path: '/', secure: true };
  /** Resolves when the browser has told the extension's own page of it. */
  const change = async (value: string) => {
    await own.evaluate((wanted) => {
      const event: object = Reflect.get(Reflect.get(Reflect.get(window, 'chrome'), 'cookies'), 'onChanged');
      const told = new Promise<void>((resolve) => {
        Reflect.apply(Reflect.get(event, 'addListener'), event, [
          ({ cookie: { value: is } }: { cookie: { value: string } }) => is === wanted && resolve(),
        ]);
      });
      Reflect.set(window, 'told', told);
    }, value);
    await browser.context.addCookies([{ ...cookie, name: 'BrowserId', value }]);
    await own.evaluate('told');
  };
  await stopWorker(own);
  for (const value of ['one', 'two', 'three']) await change(value);
  expect(await running(own)).toBe(0);

  const lead = freshLead(world(), 'Wach');
  const sidebar = await openOn(world(), lead);
  await reviewProspect(sidebar);
  await signInAs(null);
  await sidebar.press('Enter');
  await stands(browser, lead.id, ['waiting']);
  await sidebar.frame.getByText('You are signed out of Salesforce').waitFor();
  await sidebar.page.close();
  await stopWorker(own);
  await signInAs('lena');
  await stands(browser, lead.id, ['written']);
});

it('another signs in before it is confirmed: not taken in the first one’s name, until they sign in here too', async () => {
  const { salesforce, browser } = world();
  const lead = freshLead(world(), 'Vertreten');
  const sidebar = await openOn(world(), lead);
  await reviewProspect(sidebar);
  const traffic = orgTraffic(world());
  await signInAs('marcus');
  await sidebar.press('Enter');
  await sidebar.alert
    .filter({ hasText: `${marcus()} is signed in, and Stagecheck writes as ${rep}` })
    .waitFor();
  await shot(sidebar.page, 'salesforce-other-user-confirm');
  await stands(browser, lead.id, []);
  expect(orgWrites(traffic())).toEqual([]);

  const opened = browser.context.waitForEvent('page');
  await sidebar.button('Open the connections').focus();
  await sidebar.press('Enter');
  const settings: Page = await opened;
  await settings.getByRole('button', { name: 'Sign in again' }).press('Enter');
  await settings.getByText(`Stagecheck now writes as ${marcus()}`).waitFor();
  await shot(settings, 'salesforce-now-writes-as');
  const stored = await storedText(settings);
  for (const { access } of salesforce.grants())
    expect(stored.database + stored.settings).not.toContain(access);
  await settings.close();
});
