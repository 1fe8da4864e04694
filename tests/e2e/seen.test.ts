// What is confirmed has been on screen: at a size that can be read, and all that will be written.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { told, unread } from './support/read-through.ts';
import { setWidth } from './support/width.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('a frame that is too small to be read gets nothing confirmed, by key or click, and it is told', async () => {
  const { ann } = world().hubspot.people;
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  await review.ready.waitFor();
  const traffic = world().traffic();
  // The browser's own zoom: what a page does to our element is told otherwise (hidden.test.ts).
  const zoom = async (by: number) =>
    (await world().browser.worker()).evaluate(`chrome.tabs.query({ url: 'https://app.hubspot.com/*' })
      .then((tabs) => Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id, ${by}))))`);
  for (const by of [0.25, 0.3]) {
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
  { width: 500, height: 120, by: 'arrows', whom: 'referral' },
  { width: 1280, height: 400, by: 'arrows', whom: 'inbound' },
  { width: 500, height: 120, by: 'Enter', whom: 'noReply' },
  { width: 1280, height: 400, by: 'Enter', whom: 'stale' },
] as const)(
  'in a window of $width x $height nothing is confirmed before it has been gone through, by $by',
  async ({ by, whom, ...size }) => {
    const who = world().hubspot.people[whom];
    const sidebar = await openOn(world(), who);
    await sidebar.page.setViewportSize(size);
    const review = await reviewProspect(sidebar);
    const traffic = world().traffic();
    await sidebar.frame.getByText('Not all that will be written').first().waitFor({ state: 'attached' });
    expect(await review.ready.count()).toBe(0);
    await review.confirmButton.dispatchEvent('click');
    // Not so near to the Enter before that both are taken for typing.
    await sidebar.isQuiet();
    if (by === 'arrows')
      // Down to the end, and up again where the browser was too busy to notice a part on the way.
      for (let press = 0; press < 240 && (await review.ready.count()) === 0; press += 1) {
        await sidebar.page.keyboard.press(Math.floor(press / 60) % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
        await told(sidebar.frame);
      }
    else {
      for (let press = 0; press < 20 && (await unread(sidebar).count()) > 0; press += 1) {
        await sidebar.pressAtOnce('Enter');
        await told(sidebar.frame);
      }
      // In so low a window the button itself is below the end.
      const below = await review.confirmButton.evaluate(
        (one) => one.getBoundingClientRect().bottom > innerHeight,
      );
      expect(below).toBe(size.height === 120);
      if (below) await sidebar.pressAtOnce('Enter');
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
