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

/** Our element, moved by the page to the left by as much, in one of the ways that a page has. */
const ways = {
  transform: (by: number) => {
    document.documentElement.style.transform = `translateX(${-by}px)`;
  },
  'a narrower page': (by: number) => {
    document.documentElement.style.cssText = `position:relative;left:${-by}px`;
  },
} as const;

async function back(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.removeAttribute('style'));
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
    const { x, y } = await middle(review.confirmButton);
    for (const move of Object.values(ways)) {
      const by = 500;
      // The rep is about to press something of the page's; the frame comes there instead.
      await page.mouse.move(x - by - 60, y - 30);
      await page.mouse.move(x - by, y, { steps: 5 });
      await page.evaluate(move, by);
      for (let press = 0; press < 4; press += 1) await page.mouse.click(x - by, y, { delay: 20 });
      await back(page);
    }
    // Before the frame was under it at all: the pointer is where it comes up.
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await review.confirmButton.and(sidebar.frame.locator('[data-again="Press again"]')).waitFor();
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
  expect(await review.confirmButton.count()).toBe(1);
  await review.confirmButton.and(sidebar.frame.locator('[data-pressable]')).waitFor();
  await sidebar.page.mouse.click(x, y);
  await review.written();
});
