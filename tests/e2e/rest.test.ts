// The worker at rest beside an open sidebar: nothing starts it by itself, and all that needs it gets through.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { rowsIn } from './support/outbox.ts';
import { Popup } from './support/popup.ts';
import { rested, running } from './support/rested.ts';
import { Review } from './support/review.ts';
import { stopWorker } from './support/worker.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('nothing starts it; another record in the tab, and a key, do at once', async () => {
  const { browser, hubspot } = world();
  const { ann, noReply } = hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const own = (await Popup.open(browser)).page;
  await page.page.bringToFront();
  // The keyboard comes back with the tab, a little later: that would take the line up again.
  await sidebar.keysOn();
  expect(await rested(own, sidebar.frame)).toBe(0);

  await page.goTo('Contacts', noReply.name);
  await sidebar.shows(noReply.name);
  expect(await rested(own, sidebar.frame)).toBe(0);

  const criterion = await sidebar.asked();
  await page.enter();
  await sidebar.answer(criterion, 'yes');
  await page.page.reload();
  const again = await page.present();
  await again
    .row(criterion.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
});

it('what becomes of a submission is shown, whoever had it written', async () => {
  const { browser, hubspot } = world();
  const { inbound } = hubspot.people;
  const sidebar = await openOn(world(), inbound);
  const review = await reviewProspect(sidebar);
  const forbidden = { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: 'Not yours.' } };
  hubspot.faults.arm({ method: 'POST', path: /objects\/2026-09\/notes$/, times: 1, do: forbidden });
  await review.refused('Not yours.');
  const [row] = (await rowsIn(browser)).filter(({ submission }) => submission.ref.id === inbound.id);
  const popup = await Popup.open(browser);
  await sidebar.page.bringToFront();
  await sidebar.keysOn();
  expect(await rested(popup.page, sidebar.frame)).toBe(0);
  const retry = JSON.stringify({ name: 'outbox.retry', body: { id: row?.submission.id } });
  await popup.page.evaluate(`chrome.runtime.sendMessage(${retry})`);
  await new Review(sidebar).written();
});

it('once the last sidebar is closed, no change of a tab starts it', async () => {
  const { browser, hubspot } = world();
  const { ann, noReply } = hubspot.people;
  const page = await world().visit(ann.url);
  await page.sidebar();
  await page.closeSidebar();
  const popup = await Popup.open(browser);
  await stopWorker(popup.page);
  await page.goTo('Contacts', noReply.name);
  expect(await running(popup.page)).toBe(0);
});
