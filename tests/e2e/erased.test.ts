// What is gone is gone from the disk: the browser profile's own files, after disconnecting and after clearing everything.
import { expect, it } from 'vitest';
import { filesHolding } from '../browser/profile-text.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { rep } from './support/rep.ts';
import { shot } from './support/shot.ts';
import { rowsOf } from './support/storage.ts';
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
