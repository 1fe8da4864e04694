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

/** How a page moves all that is fixed in it, ours included: by a transform, or by what the browser tells nobody of. */
const ways = ['transform: translateX(-300px)', 'contain: layout; position: relative; left: -300px'];

async function moveBy(page: Page, way: string): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { ${css}; height: 100vh !important; overflow: hidden !important }`);
    document.adoptedStyleSheets = [sheet];
  }, way);
}

async function back(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

it.each(crms)(
  '%s: a click on a Confirm that the page brings under the pointer writes nothing',
  async (_, who, kept) => {
    const person = who();
    const before = kept(person.id);
    const sidebar = await openOn(world(), person);
    const review = await reviewProspect(sidebar);
    const { page } = sidebar;
    await review.ready.waitFor();
    const home = await middle(review.confirmButton);
    for (const way of ways) {
      // The page knows where it can bring the button to.
      await moveBy(page, way);
      await expect.poll(() => middle(review.confirmButton)).not.toEqual(home);
      const { x, y } = await middle(review.confirmButton);
      await back(page);
      await expect.poll(() => middle(review.confirmButton)).toEqual(home);
      await review.ready.waitFor();
      // The rep is about to press something of the page's; the frame comes there instead.
      await page.mouse.move(x - 60, y - 30);
      await page.mouse.move(x, y, { steps: 5 });
      await moveBy(page, way);
      await expect.poll(() => middle(review.confirmButton)).toEqual({ x, y });
      // However slowly: whose first click did nothing clicks again.
      for (let press = 0; press < 4; press += 1) await page.mouse.click(x, y, { delay: 20 });
      expect(await review.confirmButton.count()).toBe(1);
      await back(page);
      await page.mouse.move(5, 5);
      await review.ready.waitFor();
    }
    const { x, y } = home;
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
