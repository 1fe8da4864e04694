// Clicks that come to Confirm by chance: a frame that the page moves, scrolls or brings up late under the rep's pointer writes nothing.
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pointAt } from './support/by-hand.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { signIn } from './support/salesforce.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

const crms = [
  ['HubSpot', () => world().hubspot.people.ann, (id: string) => world().hubspot.notes(id).length],
  ['Salesforce', () => world().salesforce.people.ann, (id: string) => world().salesforce.tasks(id).length],
] as const;

/** The middle of the button, on the page. */
async function middle(button: Locator): Promise<{ x: number; y: number }> {
  const box = await button.boundingBox();
  if (!box) throw new Error('The button is not on screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Something of the page's own lies over all of ours, and takes the pointer. What it does to its root moves us nowhere (hidden.test.ts). */
const cover = (page: Page) =>
  page.evaluate(() => {
    const over = document.body.appendChild(document.createElement('div'));
    over.id = 'over';
    over.popover = 'manual';
    over.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff';
    over.showPopover();
  });
const uncover = (page: Page) => page.evaluate(() => document.querySelector('#over')?.remove());

it.each(crms)(
  '%s: a click on a Confirm that the page brings under the pointer writes nothing',
  async (_, who, kept) => {
    const person = who();
    const before = kept(person.id);
    const sidebar = await openOn(world(), person);
    const review = await reviewProspect(sidebar);
    const { page } = sidebar;
    await review.ready.waitFor();
    const { x, y } = await middle(review.confirmButton);
    // The rep is about to press something of the page's; the frame comes up there instead.
    await cover(page);
    await sidebar.frame.getByText('Something on the page lies over Stagecheck').first().waitFor();
    await page.mouse.move(x - 60, y - 30);
    await page.mouse.move(x, y, { steps: 5 });
    await uncover(page);
    // However slowly: whose first click did nothing clicks again, also once the review has been in sight for long enough.
    for (let press = 0; press < 4; press += 1) await page.mouse.click(x, y, { delay: 20 });
    await review.ready.waitFor();
    for (let press = 0; press < 4; press += 1) await page.mouse.click(x, y, { delay: 20 });
    expect(await review.confirmButton.count()).toBe(1);
    await page.mouse.move(5, 5);
    await review.ready.waitFor();
    // Before the frame was under it at all: the pointer is where it comes up.
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await review.confirmButton.and(sidebar.frame.locator('[data-again="Move, then press"]')).waitFor();
    expect(await review.receipt.count()).toBe(0);
    expect(kept(person.id)).toBe(before);
  },
);

it.each(crms)('%s: a hand that comes to Confirm and rests there presses it once', async (_, who, kept) => {
  const person = who();
  const before = kept(person.id);
  const sidebar = await openOn(world(), person);
  const review = await reviewProspect(sidebar);
  await review.ready.waitFor();
  await pointAt(review.confirmButton);
  const { x, y } = await middle(review.confirmButton);
  await sidebar.page.mouse.click(x, y);
  await review.written();
  expect(kept(person.id)).toBe(before + 1);
});

it('one that presses on arriving is told to press again, and the next press counts', async () => {
  const { noReply } = world().hubspot.people;
  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  await review.ready.waitFor();
  const { x, y } = await middle(review.confirmButton);
  await sidebar.page.mouse.move(x - 40, y - 60);
  await sidebar.page.mouse.move(x, y, { steps: 5 });
  await sidebar.page.mouse.click(x, y);
  const told = sidebar.frame.locator('[data-again]');
  await told.waitFor();
  await sidebar.frame
    .getByRole('status')
    .filter({ hasText: /^Press again$/ })
    .waitFor({ state: 'attached' });
  expect(await review.confirmButton.count()).toBe(1);
  await review.confirmButton.and(sidebar.frame.locator('[data-pressable]')).waitFor();
  await sidebar.page.mouse.click(x, y);
  await review.written();
});
