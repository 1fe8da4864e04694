// What is the matter, for the rep to see and to hand on: told in plain words, tested on the spot, and a report without anyone in it.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { SupportReportSchema } from '../../lib/support/support-schema.ts';
import { expectAccessible } from './support/axe.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { stands } from './support/outbox.ts';
import { rep } from './support/rep.ts';
import { orgTraffic, orgWrites, signIn } from './support/salesforce.ts';
import { shot } from './support/shot.ts';
import { storedText } from './support/storage.ts';
import { endWorker } from './support/worker.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const theirWords = 'Lena, this note is not yours to make.';

async function openDiagnostics(): Promise<Page> {
  const { context, extensionId } = world().browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/console.html#diagnostics`);
  await page.getByRole('heading', { name: 'Recent problems' }).waitFor();
  return page;
}

const row = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const emailOf = (contact: string): string => {
  const { email } = world().hubspot.contact(contact).properties;
  if (!email) throw new Error(`Contact ${contact} has no address to look for.`);
  return email;
};

/** The page in both themes, as wide as a half window, a laptop and a large screen. */
async function shots(page: Page, name: string): Promise<void> {
  for (const width of [560, 1280, 1920]) {
    await page.setViewportSize({ width, height: 1900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await shot(page, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

it('says what waits and why, tests each connection without a write, and tells a revoked key', async () => {
  const { hubspot, browser } = world();
  await signIn(world());
  const { inbound, bought } = hubspot.people;
  const refusal = { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: theirWords } };
  const notes = { method: 'POST', path: /objects\/2026-09\/notes$/, times: 1 };
  hubspot.faults.arm({ ...notes, do: refusal });
  const refused = await reviewProspect(await openOn(world(), inbound));
  await refused.confirmButton.click();
  await stands(browser, inbound.id, ['failed']);
  const held = await reviewProspect(await openOn(world(), bought));
  hubspot.faults.arm({
    method: 'GET',
    path: /\/contacts\/\d+\?/,
    times: 1,
    do: { status: 429, headers: { 'retry-after': '900' } },
  });
  await held.confirmButton.click();
  await stands(browser, bought.id, ['waiting']);

  const page = await openDiagnostics();
  const portal = row(page, /^Portal /);
  const org = page.getByRole('listitem').filter({ hasText: 'Salesforce' }).first();
  await portal.getByText('Held: HubSpot is taking no more requests for now').waitFor();
  await org.getByText('Not tested yet').waitFor();
  await page.getByText('2 decisions: 1 wants you, 1 goes on by itself.').waitFor();
  await row(page, inbound.name).getByText('not written, wants you').waitFor();
  await row(page, bought.name).getByText('waits, next try at').waitFor();
  const problems = part(page, 'Recent problems');
  await problems.getByText('HubSpot does not allow this').waitFor();
  await problems.getByText('while writing to the CRM').first().waitFor();
  expect(await problems.innerText()).not.toContain(theirWords);
  await shots(page, 'diagnostics-held');

  const traffic = world().traffic();
  const toOrg = orgTraffic(world());
  await portal.getByRole('button', { name: 'Test now' }).click();
  await portal.getByText(/^Works, tested at/).waitFor();
  await org.getByRole('button', { name: 'Test now' }).click();
  await org.getByText(/^Works, tested at/).waitFor();
  expect([traffic().length, writes(traffic())]).toEqual([1, []]);
  expect([toOrg().length, orgWrites(toOrg())]).toEqual([1, []]);
  await portal.getByText(/^[\d,]+ of 190 calls left in 10 seconds$/).waitFor();
  await org.getByText(/^[\d,]+ of [\d,]+ calls left in 24 hours$/).waitFor();

  hubspot.key('full').state = 'revoked';
  await portal.getByRole('button', { name: 'Test now' }).click();
  await portal.getByText('HubSpot refused the key').waitFor();
  await problems.getByText('HubSpot refused the key').waitFor();
  await problems.getByText('while connecting or testing').first().waitFor();
  await expectAccessible(page, page.mainFrame(), 'diagnostics');

  // It outlives the worker, and holds nothing that anybody wrote.
  await endWorker(browser);
  const again = await openDiagnostics();
  await part(again, 'Recent problems').getByText('HubSpot refused the key').waitFor();
  await row(again, /^Portal /)
    .getByText(/ of 190 calls left/)
    .waitFor();
  const { settings } = await storedText(again);
  expect(settings).toContain('key-refused');
  for (const secret of [theirWords, hubspot.keys.full, emailOf(inbound.id)])
    expect(settings).not.toContain(secret);
});

it('shows the report before it is saved; the file is the text on show, and names nobody', async () => {
  const { hubspot, salesforce } = world();
  const { inbound, bought } = hubspot.people;
  const page = await openDiagnostics();
  await row(page, /^Portal /)
    .getByRole('button', { name: 'Test now' })
    .click();
  await row(page, /^Portal /)
    .getByText('HubSpot refused the key')
    .waitFor();
  await page.getByRole('button', { name: 'Show the report' }).focus();
  await page.keyboard.press('Enter');
  const region = page.getByRole('region', { name: 'The report, as it is saved' });
  await expect.poll(() => region.evaluate((element) => element === document.activeElement)).toBe(true);
  await region.scrollIntoViewIfNeeded();
  await expectAccessible(page, page.mainFrame(), 'diagnostics-report');
  await shots(page, 'diagnostics-report');

  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const download = await loading;
  expect(download.suggestedFilename()).toMatch(/^stagecheck-report-\d{4}-\d\d-\d\d\.json$/);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toBe(await region.locator('pre').textContent());

  const report = v.parse(SupportReportSchema, JSON.parse(file));
  expect(report.connections).toMatchObject([
    {
      account: 'account 1',
      crm: 'hubspot',
      way: 'key',
      hosts: null,
      test: { problem: { kind: 'key-refused' } },
    },
    { account: 'account 2', crm: 'salesforce', way: 'oauth', hosts: '*.my.salesforce.com', test: null },
  ]);
  expect(report.waiting.map(({ state, step, problem }) => [state, step, problem?.kind]).sort()).toEqual([
    ['failed', 'note', 'forbidden'],
    ['waiting', 'fields', 'busy'],
  ]);
  expect(report.recentProblems.map(({ problem }) => problem.kind)).toEqual(
    expect.arrayContaining(['key-refused', 'busy', 'forbidden']),
  );
  const portal = /\/contacts\/(\d+)\//.exec(inbound.url)?.[1] ?? inbound.url;
  const secrets = [
    hubspot.keys.full,
    hubspot.keys.full.slice(-4),
    rep,
    theirWords,
    portal,
    salesforce.clientId,
  ];
  const people = [inbound, bought].flatMap(({ id, name }) => [id, emailOf(id), ...name.split(' ')]);
  const host = salesforce.orgs.acme.api;
  for (const secret of [...secrets, ...people, host, host.split('.')[0] ?? host])
    expect(file, `the report holds "${secret}"`).not.toContain(secret);
});

it('takes back and tries again what waits; the list of problems goes by its button, and with the last account', async () => {
  const { hubspot, browser } = world();
  const { inbound, bought } = hubspot.people;
  hubspot.key('full').state = 'good';
  const page = await openDiagnostics();
  await row(page, bought.name).getByRole('button', { name: 'Take back' }).click();
  await shot(page, 'diagnostics-take-back');
  await row(page, bought.name).getByRole('button', { name: 'Take it back' }).click();
  await row(page, bought.name).waitFor({ state: 'detached' });
  await stands(browser, bought.id, ['withdrawn']);
  const opened = browser.context.waitForEvent('page');
  await row(page, inbound.name).getByRole('button', { name: 'Open the record' }).click();
  expect((await opened).url()).toContain(inbound.id);
  await page.bringToFront();
  // The next worker knows no more that the account was held.
  await endWorker(browser);
  await row(page, inbound.name).getByRole('button', { name: 'Try again' }).click();
  await stands(browser, inbound.id, ['written']);
  await page.getByText('Nothing waits').waitFor();

  await page.getByRole('button', { name: 'Delete this list' }).click();
  await part(page, 'Recent problems').getByText('None.').waitFor();
  hubspot.key('full').state = 'expired';
  await row(page, /^Portal /)
    .getByRole('button', { name: 'Test now' })
    .click();
  await part(page, 'Recent problems').getByText('HubSpot refused the key').waitFor();
  await page.getByRole('link', { name: 'Connections' }).click();
  for (let left = 2; left > 0; left -= 1) {
    await page.getByRole('button', { name: 'Disconnect', exact: true }).first().click();
    await page.getByRole('button', { name: /^Disconnect ./ }).click();
    await page.getByText(/ is disconnected/).waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: 'Disconnect', exact: true }).count())
      .toBe(left - 1);
    expect((await storedText(page)).settings.includes('key-refused')).toBe(left > 1);
  }
  await page.getByRole('link', { name: 'Diagnostics' }).click();
  await part(page, 'Connections').getByText('No CRM is connected').waitFor();
  await expectAccessible(page, page.mainFrame(), 'diagnostics-unconnected');
});
