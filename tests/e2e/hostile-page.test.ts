// A CRM page whose own script is against us, and pages of other hosts: they learn nothing, open nothing, write nothing.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { requests } from '../../lib/protocol/messages.ts';
import { backOn } from './support/back.ts';
import { frameAddress } from './support/closed-root.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { claim, fetchAll, frame, knock, learned, move, press, pry, tap } from './support/hostile.ts';
import { writes } from './support/hubspot.ts';
import { Review } from './support/review.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const names = Object.keys(requests);
/** Words that stand in the sidebar only. */
const MARK = 'zebra otter 4711';

const ours = () => {
  const base = `chrome-extension://${world().browser.extensionId}`;
  const files = ['sidebar.html', 'console.html', 'popup.html', 'welcome.html', 'manifest.json'];
  return [
    ...files,
    'background.js',
    'background-parts.js',
    'content-scripts/crm.js',
    'playbooks/default.json',
  ].map((file) => `${base}/${file}`);
};

/** A new page with this in it before its own scripts. */
async function hostilePage(script: () => void, url: string): Promise<Page> {
  const page = await world().browser.context.newPage();
  await page.addInitScript(script);
  await page.goto(url);
  await page.bringToFront();
  return page;
}

/** With the sidebar closed, so that only its launcher is there. */
async function onlyLauncher(page: Page): Promise<void> {
  const crm = world().on(page);
  await crm.sidebar();
  await crm.closeSidebar();
  await crm.launcher();
}

/** The browser says on the page's console that it keeps our files from it: that is what was to be seen. */
function onlyDenied(): void {
  const said = world().complaints.list();
  world().complaints.clear();
  expect(said.filter((line) => !/Denying load of chrome-extension:|ERR_FAILED|blocked/.test(line))).toEqual(
    [],
  );
}

it('a page that listens in on the platform itself learns nothing, and the whole job is done beside it', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const [page, notes] = [await hostilePage(tap, ann.url), hubspot.notes(ann.id).length];
  const sidebar = await world().on(page).sidebar();
  await sidebar.shows(ann.name);
  const question = (await sidebar.question.textContent()) ?? '';
  const review = await reviewProspect(sidebar);
  await review.note.fill(MARK);
  const before = await page.evaluate(learned);
  expect(question.length).toBeGreaterThan(10);
  for (const secret of [hubspot.keys.full, MARK, question, 'Evidence, added as it is', 'api.hubapi.com'])
    expect(before).not.toContain(secret);
  expect(before).not.toMatch(/shadow root of|created iframe|key(down|press) true (y|Enter)|extension:/);
  await sidebar.tabTo(review.confirmButton);
  await review.confirm();
  expect(hubspot.notes(ann.id)).toHaveLength(notes + 1);
  expect(await page.evaluate(learned)).not.toContain(hubspot.keys.full);
});

it('what a page sends, and the keys and clicks that it makes up, open nothing and confirm nothing', async () => {
  const { browser, hubspot } = world();
  const { noReply } = hubspot.people;
  const [traffic, notes] = [world().traffic(), hubspot.notes(noReply.id).length];
  const closed = await hostilePage(tap, noReply.url);
  await onlyLauncher(closed);
  await closed.evaluate(press);
  expect(await closed.evaluate(knock, { id: browser.extensionId, names })).toEqual([]);
  expect(world().on(closed).frame()).toBeUndefined();

  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  await sidebar.page.evaluate(press);
  await sidebar.page.evaluate(knock, { id: browser.extensionId, names });
  expect(await sidebar.page.evaluate(pry)).toEqual([]);
  expect(await review.confirmButton.isVisible()).toBe(true);
  expect(writes(traffic())).toEqual([]);
  expect(hubspot.notes(noReply.id)).toHaveLength(notes);

  // And it still works: what the rep confirms is written, once.
  await sidebar.tabTo(review.confirmButton);
  await review.confirm();
  expect(hubspot.notes(noReply.id)).toHaveLength(notes + 1);
});

it('no page frames or reads a file of ours: not the CRM’s own, not another host’s, at no address that it can guess', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const { page, frame: own } = await openOn(world(), ann);
  const addresses = [...ours(), own.url()];
  const other = await world().browser.context.newPage();
  await other.goto('https://elsewhere.example/');
  for (const one of [page, other]) {
    const read = await one.evaluate(frame, addresses);
    expect(read).toEqual(addresses.map(() => ''));
    const framed = one.frames().filter((any) => any.url().startsWith('chrome-extension:'));
    expect(framed).toEqual(one === page ? [own] : []);
    const fetched = await one.evaluate(fetchAll, addresses);
    expect(fetched).toEqual(addresses.map(() => ''));
  }
  onlyDenied();
});

it('the frame’s secret address, were it known, opens on the CRM’s pages alone, and gives nothing to the page', async () => {
  const { browser, hubspot } = world();
  const { ann } = hubspot.people;
  const traffic = world().traffic();
  const sidebar = await openOn(world(), ann);
  const address = await frameAddress(sidebar.page);
  expect(address).toMatch(/^chrome-extension:\/\/[\w-]+\/sidebar\.html$/);
  expect(new URL(address).host).not.toBe(browser.extensionId);
  expect(await sidebar.page.evaluate(learned)).not.toContain(new URL(address).host);

  expect(await sidebar.page.evaluate(frame, [address])).toEqual(['']);
  await sidebar.page.evaluate(press);
  await sidebar.page.evaluate(knock, { id: browser.extensionId, names });
  expect(writes(traffic())).toEqual([]);

  const other = await browser.context.newPage();
  await other.goto('https://elsewhere.example/');
  expect(await other.evaluate(frame, [address])).toEqual(['']);
  expect(other.frames().filter((any) => any.url().endsWith('/sidebar.html'))).toEqual([]);
  onlyDenied();
});

it('a page that claims our element’s name gets no way into it, and can’t press its launcher', async () => {
  const { ann } = world().hubspot.people;
  const page = await hostilePage(claim, ann.url);
  await onlyLauncher(page);
  expect(await page.evaluate(pry)).toEqual([]);
  await page.evaluate(press);
  expect(world().on(page).frame()).toBeUndefined();
  await (await world().on(page).sidebar()).shows(ann.name);
});

it('a page that takes our element away, hides it or moves it gets it back in its place, with what was answered', async () => {
  const { twoCompanies } = world().hubspot.people;
  const sidebar = await openOn(world(), twoCompanies);
  const { page } = sidebar;
  const crm = world().on(page);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  for (const how of ['remove', 'into', 'replace'] as const) {
    await page.evaluate(move, how);
    const again = await backOn(crm);
    await again.shows(twoCompanies.name);
    await again
      .row(criterion.label)
      .filter({ hasText: /: Yes.*You/ })
      .waitFor();
    expect(await page.evaluate(pry)).toEqual([]);
  }
});

it('a page that changes its address moves the sidebar with it, and what was reviewed goes to its own record or nowhere', async () => {
  const { hubspot } = world();
  const { stale, future } = hubspot.people;
  const notes = [stale, future].map(({ id }) => hubspot.notes(id).length);
  const sidebar = await openOn(world(), stale);
  const { page } = sidebar;
  const go = (url: string) => page.evaluate((to) => history.pushState({}, '', to), url);
  await reviewProspect(sidebar);
  await go(future.url);
  await sidebar.shows(future.name);
  expect([stale, future].map(({ id }) => hubspot.notes(id).length)).toEqual(notes);

  await go(stale.url);
  await sidebar.shows(stale.name);
  const review = await Review.open(sidebar);
  // In the very moment of the key: the submission is of the record that was reviewed, and the background asks the tab.
  // Where the page is first, the key meets the other record's sheet, and opens a review there: that confirms nothing.
  await Promise.all([go(future.url), sidebar.press('Enter')]);
  await sidebar.shows(future.name);
  await go(stale.url);
  await sidebar.heading.filter({ hasText: stale.name }).waitFor();
  const { frame: shown } = sidebar;
  const told = shown.getByText('This tab no longer shows that record');
  const written = shown.getByRole('heading', { name: 'Written and read back' });
  await told.or(written).or(review.note).or(sidebar.question).first().waitFor();
  expect(hubspot.notes(future.id)).toHaveLength(notes[1] ?? 0);
  expect(hubspot.notes(stale.id).length - (notes[0] ?? 0)).toBeLessThanOrEqual(1);
});

it('a frame of ours that were taken over reads and writes nothing but the record of its own tab', async () => {
  const { hubspot } = world();
  const { ann, twinA } = hubspot.people;
  const traffic = world().traffic();
  const sidebar = await openOn(world(), ann);
  const ref = { crm: 'hubspot', account: hubspot.portals.main, object: 'contacts', id: twinA.id };
  const ask = (message: unknown) =>
    sidebar.frame.evaluate(
      (one) => Reflect.get(Reflect.get(window, 'chrome'), 'runtime').sendMessage(one),
      message,
    );
  const here = { ok: false, problem: { kind: 'not-here' } };
  for (const name of ['record.read', 'record.kept', 'draft.load', 'review.options', 'submission.last'])
    expect(await ask({ name, body: { ref } }), name).toMatchObject(here);
  expect(await ask({ name: 'draft.drop', body: { ref, revision: 1 } })).toMatchObject(here);
  for (const name of names.filter((one) => /^(connections|mapping|outbox\.(read|retry)|queue)/.test(one)))
    expect(await ask({ name, body: {} }), name).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
  expect(traffic().filter(({ path, body }) => `${path}${JSON.stringify(body)}`.includes(twinA.id))).toEqual(
    [],
  );
});
