// Unfinished answers outlive a reload, another tab, the end of the browser, and its sudden death.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { rowsIn, stands } from './support/outbox.ts';
import { answerStored } from './support/storage.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('a reload', async () => {
  const { ann } = world().hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  await page.page.reload();
  // It stays open over a reload, too.
  const again = await page.present();
  await again.shows(ann.name);
  await again
    .row(criterion.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
});

it.each(['close', 'kill'] as const)('the browser’s end: %s', async (how) => {
  const { noReply, inbound } = world().hubspot.people;
  const person = how === 'close' ? noReply : inbound;
  const sidebar = await openOn(world(), person);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'no');
  await answerStored(await world().browser.worker(), person.id, criterion.id);

  await world().restart(how);
  const again = await openOn(world(), person);
  await again
    .row(criterion.label)
    .filter({ hasText: /: No.*You/ })
    .waitFor();
});

it('the browser’s start, which goes on by itself with what HubSpot has put off, and not before its time', async () => {
  const { hubspot, browser } = world();
  const { ann } = hubspot.people;
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  const notes = hubspot.notes(ann.id).length;
  const traffic = world().traffic();
  // Its first call only looks whether somebody else was there meanwhile: nothing has been sent yet.
  const look = { method: 'GET', path: /\/contacts\/\d+\?/, times: 1 };
  hubspot.faults.arm({ ...look, do: { status: 503, headers: { 'retry-after': '15' } } });
  await review.confirmButton.click();
  await expect.poll(async () => (await rowsIn(browser)).at(-1)?.submission.nextAt ?? '').not.toBe('');
  const asked = traffic().find(({ fault }) => fault !== null);
  await world().restart('close');
  await stands(world().browser, ann.id, ['written'], 40_000);
  expect(hubspot.notes(ann.id)).toHaveLength(notes + 1);
  const first = traffic().find(({ method, body }) => method === 'PATCH' && body !== null);
  expect(Date.parse(first?.at ?? '') - Date.parse(asked?.at ?? '')).toBeGreaterThanOrEqual(15_000);
});
