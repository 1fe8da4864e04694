// What is gone is gone from the disk: the browser profile's own files, after disconnecting and after clearing everything.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { filesHolding } from '../browser/profile-text.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { rep } from './support/rep.ts';
import { shot } from './support/shot.ts';
import type { Sidebar } from './support/sidebar.ts';
import { rowsOf } from './support/storage.ts';
import { Welcome } from './support/welcome.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
/** Words of the rep's own, which stand in a draft and in a decision. */
const SAID = 'zebra otter 4711';

const ours = async (page: 'console' | 'welcome', hash = '') => {
  const { context, extensionId } = world().browser;
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${extensionId}/${page}.html${hash}`);
  return tab;
};

/** Not the browser's own history: the CRM's page tells it the record's name, as its title. */
const HISTORY = /^Default[\\/](Sessions|History|Top Sites|Favicons|Network)/;
const holding = (...texts: string[]) =>
  filesHolding(world().browser.profile, texts).filter((path) => !HISTORY.test(path));

/** Of a decision's row. */
type Row = { submission: { state: string } };

/** What the key is in its row, where it is wrapped. */
async function wrappedKey(): Promise<{ wrapped: string; email: string }> {
  type Row = { person: { email: string }; credential: { data: string } };
  const [kept] = await rowsOf<Row>(await world().browser.worker(), 'connections');
  return { wrapped: kept?.credential.data ?? '', email: kept?.person.email ?? '' };
}

it('disconnecting takes the key, the e-mail address and the names out of the profile’s files, and says how to end the key', async () => {
  const { hubspot } = world();
  await (await openOn(world(), hubspot.people.ann)).shows('Ann Meyer');
  const { wrapped, email } = await wrappedKey();
  expect(wrapped.length).toBeGreaterThan(20);
  const personal = [wrapped, email, rep, 'Ann Meyer'];
  expect(holding(hubspot.keys.full)).toEqual([]);
  // This reader finds what is there: otherwise finding nothing would say nothing.
  for (const text of personal) expect(holding(text)).not.toEqual([]);

  const settings = await ours('console', '#connections');
  await settings.getByRole('button', { name: 'Disconnect' }).click();
  await settings.getByRole('button', { name: /^Disconnect ./ }).click();
  await settings.getByText('Settings › Integrations › Service keys').waitFor();
  await shot(settings, 'disconnected-end-the-key');
  for (const text of personal) expect([text, holding(text)]).toEqual([text, []]);

  await world().restart('close');
  for (const text of personal) expect([text, holding(text)]).toEqual([text, []]);
  await world().connect('full');
});

it('disconnecting says what stays, and takes answers and decisions out of the profile’s files where the rep chose so', async () => {
  const { hubspot, browser } = world();
  const { oneWay, noReply } = hubspot.people;
  const sidebar = await openOn(world(), oneWay);
  const review = await reviewProspect(sidebar);
  await review.note.fill(`${await review.note.inputValue()}\n${SAID}`);
  await sidebar.tabTo(review.confirmButton);
  await sidebar.press('Enter');
  await expect
    .poll(async () => (await rowsOf<Row>(await browser.worker(), 'submissions'))[0]?.submission.state)
    .toBe('written');
  const other = await openOn(world(), noReply);
  await other.press('y');
  await expect.poll(async () => rowsOf(await browser.worker(), 'drafts')).toHaveLength(1);
  for (const page of [sidebar.page, other.page]) await page.close();
  const texts = [SAID, rep, oneWay.name, noReply.name];
  for (const text of texts) expect([text, holding(text).length]).not.toEqual([text, 0]);

  const settings = await ours('console', '#connections');
  await settings.getByRole('button', { name: 'Disconnect' }).click();
  await settings.getByText('your unfinished answers on 1 record,').waitFor();
  await settings.getByText('1 decision that was written or taken back, for 7 days').waitFor();
  await shot(settings, 'disconnect-says-what-stays');
  await settings.keyboard.press('Tab');
  await settings.keyboard.press('Space');
  await settings.getByText('No answers and no decisions of it stay').waitFor();
  await settings.setViewportSize({ width: 280, height: 900 });
  await settings.emulateMedia({ colorScheme: 'dark' });
  await settings.getByRole('button', { name: 'Cancel' }).scrollIntoViewIfNeeded();
  await shot(settings, 'disconnect-removes-too-narrow-dark');
  await settings.keyboard.press('Tab');
  await settings.keyboard.press('Enter');
  await settings.getByText('Settings › Integrations › Service keys').waitFor();
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);
  for (const store of ['drafts', 'submissions'])
    expect(await rowsOf(await browser.worker(), store)).toEqual([]);
  await world().restart('close');
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);
  for (const text of [SAID, rep]) expect([text, filesHolding(browser.profile, [text])]).toEqual([text, []]);
  await world().connect('full');
});

it('everything is cleared by the keyboard, after it said what is lost; nothing of it is in the profile’s files', async () => {
  const { hubspot, browser } = world();
  const { ann, noReply } = hubspot.people;
  hubspot.faults.arm({ path: /contacts/, method: 'PATCH', times: 1000, do: { status: 500 } });
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  // Words beside those that were proposed: the rep's name is among these.
  await review.note.fill(`${await review.note.inputValue()}\n${SAID}`);
  await sidebar.tabTo(review.confirmButton);
  await sidebar.press('Enter');
  await expect.poll(async () => rowsOf(await browser.worker(), 'submissions')).toHaveLength(1);
  const other = await openOn(world(), noReply);
  await other.press('y');
  await expect.poll(async () => (await rowsOf(await browser.worker(), 'drafts')).length).toBeGreaterThan(0);
  for (const page of [sidebar.page, other.page]) await page.close();

  const settings = await ours('console', '#diagnostics');
  const opener = settings.getByRole('button', { name: 'Clear everything…' });
  await opener.focus();
  await settings.keyboard.press('Enter');
  const asks = settings.getByRole('region', { name: 'Clear everything?' });
  await asks.getByText('1 decision was never fully written').waitFor();
  await asks.getByText(ann.name).first().waitFor();
  expect(await asks.evaluate((element) => element === document.activeElement)).toBe(true);
  await shot(settings, 'clear-asks');
  const { wrapped } = await wrappedKey();
  const texts = [wrapped, SAID, rep, ann.name, noReply.name];
  for (const text of texts) expect([text, holding(text).length]).not.toEqual([text, 0]);

  await settings.keyboard.press('Tab');
  await settings.keyboard.press('Enter');
  await settings
    .getByText('Everything that Stagecheck kept in this browser is deleted')
    .waitFor({ timeout: 20_000 });
  await shot(settings, 'clear-done');
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);
  for (const store of [
    'connections',
    'drafts',
    'submissions',
    'mappings',
    'snapshots',
    'cache',
    'pending',
    'vault',
  ])
    expect(await rowsOf(await browser.worker(), store)).toEqual([]);

  await world().restart('close');
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);
  // What stood in a field is not in the browser's own record of its tabs either.
  for (const text of [SAID, rep]) expect([text, filesHolding(browser.profile, [text])]).toEqual([text, []]);
});

/** A sidebar's decision that waits, in words of its own, and another's answers: both stay open. */
async function bothOpen() {
  const { hubspot, browser } = world();
  const { ann, noReply } = hubspot.people;
  // Refused before anything is done: nothing of it may arrive later.
  const busy = { status: 429, headers: { 'retry-after': '600' } };
  hubspot.faults.arm({ path: /contacts/, method: 'PATCH', times: 1000, do: busy });
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  await review.note.fill(`${await review.note.inputValue()}\n${SAID}`);
  await sidebar.tabTo(review.confirmButton);
  await sidebar.press('Enter');
  const waits = async () => (await rowsOf<Row>(await browser.worker(), 'submissions'))[0]?.submission.state;
  await expect.poll(waits).toBe('waiting');
  const other = await openOn(world(), noReply);
  await other.press('y');
  await expect.poll(async () => (await rowsOf(await browser.worker(), 'drafts')).length).toBeGreaterThan(1);
  return { sidebar, other, texts: [SAID, rep, ann.name, noReply.name] };
}

async function clearAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await page.getByRole('button', { name: 'Delete it all' }).click();
  await page
    .getByText('Everything that Stagecheck kept in this browser is deleted')
    .waitFor({ timeout: 20_000 });
}

/** What lies in the stores of the rep's own work. */
const work = async () => {
  const worker = await world().browser.worker();
  return [await rowsOf(worker, 'drafts'), await rowsOf(worker, 'submissions')];
};

/** Comes back to the sidebar as a rep does, and answers. */
async function answerAnew({ page }: Sidebar, key: string): Promise<void> {
  await page.bringToFront();
  const tab = world().on(page);
  await tab.closeSidebar();
  await (await tab.sidebar()).press(key);
}

it('nothing that was cleared comes back by what was open meanwhile: sidebars, a console, a key that was typed', async () => {
  const { hubspot, browser } = world();
  if ((await rowsOf(await browser.worker(), 'connections')).length === 0) await world().connect('full');
  const { sidebar, other, texts } = await bothOpen();
  const mapping = await ours('console', '#mapping');
  await mapping.getByRole('heading', { level: 1 }).waitFor();
  const welcome = await Welcome.open(browser);
  await welcome.key.fill(hubspot.keys.full);
  /** Each marks its document: one that is loaded anew has no mark. */
  const open = [sidebar.frame, other.frame, mapping, welcome.page];
  for (const one of open) await one.evaluate('globalThis.before = true');

  const settings = await ours('console', '#diagnostics');
  await clearAll(settings);
  for (const one of open) await expect.poll(() => one.evaluate('globalThis.before ?? null')).toBe(null);
  for (const { frame } of [sidebar, other]) await frame.getByText('Connect your CRM to begin').waitFor();
  expect(await welcome.key.inputValue()).toBe('');
  // One that slept through it, and says what it knew.
  const late = `chrome.runtime.sendMessage({ name: 'outbox.wake', body: {}, since: 0 })`;
  expect(await sidebar.frame.evaluate(late)).toMatchObject({ ok: false, problem: { kind: 'gone' } });
  expect(await work()).toEqual([[], []]);
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);
  await shot(sidebar.page, 'cleared-beside-an-open-sidebar');
  // The page that has cleared it all says so until its reader goes on, and knows nothing of before then either.
  await settings.evaluate('globalThis.before = true');
  await settings.getByRole('link', { name: 'Connections' }).click();
  await expect.poll(() => settings.evaluate('globalThis.before ?? null')).toBe(null);

  // What is answered from now on is the rep's, and kept.
  hubspot.faults.clear();
  await world().connect('full');
  await other.shows(hubspot.people.noReply.name);
  await answerAnew(other, 'y');
  await expect.poll(async () => (await work())[0]).toHaveLength(1);
  const again = await ours('console', '#diagnostics');
  await clearAll(again);
  await world().restart('close');
  expect(await work()).toEqual([[], []]);
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);
  for (const text of [SAID, rep]) expect([text, filesHolding(browser.profile, [text])]).toEqual([text, []]);
  await world().connect('full');
});

it('nothing of an account that was removed comes back by its open sidebars, and what is answered later is kept', async () => {
  const { hubspot } = world();
  const { sidebar, other, texts } = await bothOpen();
  const settings = await ours('console', '#connections');
  await settings.getByRole('button', { name: 'Disconnect' }).click();
  await settings.getByRole('checkbox', { name: /^Remove them too/ }).check();
  await settings.getByRole('checkbox', { name: /never fully written/ }).check();
  await settings.getByRole('button', { name: /^Disconnect ./ }).click();
  await settings.getByText('Settings › Integrations › Service keys').waitFor();
  for (const { frame } of [sidebar, other]) await frame.getByText('Connect your CRM to begin').waitFor();
  expect(await work()).toEqual([[], []]);
  for (const text of texts) expect([text, holding(text)]).toEqual([text, []]);

  hubspot.faults.clear();
  await world().connect('full');
  await other.shows(hubspot.people.noReply.name);
  await answerAnew(other, 'n');
  await expect.poll(async () => (await work())[0]).toHaveLength(1);
  const [kept] = await rowsOf<{ answers: object }>(await world().browser.worker(), 'drafts');
  expect(Object.keys(kept?.answers ?? {})).toHaveLength(1);
  await world().restart('close');
  expect(holding(SAID)).toEqual([]);
});
