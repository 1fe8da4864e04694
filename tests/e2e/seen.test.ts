// What is confirmed has been on screen: at a size that can be read, and all that will be written.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { told } from './support/read-through.ts';
import { setWidth } from './support/width.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('a page that shrinks the frame by CSS zoom gets nothing confirmed, by key or click, and it is told', async () => {
  const { ann } = world().hubspot.people;
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  await review.ready.waitFor();
  const traffic = world().traffic();
  const zoom = (by: number) =>
    sidebar.page.evaluate((zoomed) => {
      document.documentElement.style.zoom = String(zoomed);
      document.documentElement.style.setProperty('margin-right', '0', 'important');
      document.body.style.zoom = String(1 / zoomed);
    }, by);
  for (const by of [0.002, 0.05, 0.3]) {
    await zoom(by);
    await sidebar.frame.getByText('Stagecheck is shown too small').first().waitFor();
    expect(await review.ready.count()).toBe(0);
    await review.confirmButton.dispatchEvent('click');
    await sidebar.page.keyboard.press('Enter');
  }
  // As small as the browser's own zoom of 50 % makes it, and with no zoom at all.
  for (const by of [0.5, 1]) {
    await zoom(by);
    await review.ready.waitFor();
  }
  expect(await review.receipt.count()).toBe(0);
  expect(writes(traffic())).toEqual([]);
});

it.each([
  { width: 500, height: 120 },
  { width: 1280, height: 400 },
])(
  'in a window of $width x $height nothing is confirmed before it has been scrolled through, which keys do',
  async (size) => {
    const { referral, inbound } = world().hubspot.people;
    const who = size.height === 120 ? referral : inbound;
    const sidebar = await openOn(world(), who);
    await sidebar.page.setViewportSize(size);
    const review = await reviewProspect(sidebar);
    const traffic = world().traffic();
    await sidebar.frame.getByText('Scroll to the end first').first().waitFor({ state: 'attached' });
    expect(await review.ready.count()).toBe(0);
    await review.confirmButton.dispatchEvent('click');
    // Not so near to the Enter before that both are taken for typing.
    await sidebar.isQuiet();
    await sidebar.page.keyboard.press('Enter');
    // Down to the end, and up again where the browser was too busy to notice a part on the way.
    for (let press = 0; press < 240 && (await review.ready.count()) === 0; press += 1) {
      await sidebar.page.keyboard.press(Math.floor(press / 60) % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
      await told(sidebar.frame);
    }
    await review.ready.waitFor();
    expect(writes(traffic())).toEqual([]);
    await review.confirm();
  },
  240_000,
);

it('beside a record in a window as usual, all is on screen at once, down to the narrowest sidebar', async () => {
  const { meetingHeld } = world().hubspot.people;
  const sidebar = await openOn(world(), meetingHeld);
  await setWidth(sidebar, 280);
  const review = await reviewProspect(sidebar);
  await review.confirm();
});
