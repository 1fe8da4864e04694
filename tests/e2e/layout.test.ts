// How the sidebar stands: the launcher, Alt+Q, width, side, pushing or lying over; all of it remembered; keys that don't mix.
import { expect, it } from 'vitest';
import { openOn } from './support/decide.ts';
import { shot } from './support/shot.ts';
import { overflows, setWidth } from './support/width.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('a click on the launcher opens it, Alt+Q closes it, and the CRM keeps its room', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  await page.host.waitFor({ state: 'attached' });
  const full = await page.width();
  const { x, y } = await page.launcher();
  await page.page.mouse.click(x, y);
  const sidebar = await page.present();
  await sidebar.shows('Ann Meyer');
  await expect.poll(() => page.width()).toBe(full - 360);
  await page.closeSidebar();
  await expect.poll(() => page.width()).toBe(full);

  await page.toggle();
  await page.present();
  await page.closeSidebar();
});

it('Alt+Q in the page takes the keyboard back into an open sidebar, and only then closes it', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');
  await page.page.locator('h1').first().click();
  await expect.poll(() => page.hasKeyboard()).toBe(false);
  await page.enter();
  const asked = await sidebar.question.textContent();
  await page.page.keyboard.press('y');
  await expect.poll(() => sidebar.question.textContent()).not.toBe(asked);
  await page.closeSidebar();
  await expect.poll(() => page.hasKeyboard()).toBe(false);
});

it('Escape gives nothing away, and the menu gives the keyboard back to the page', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');
  await sidebar.button('Menu').click();
  await sidebar.button('Give the keyboard back to the page').click();
  await expect
    .poll(() => page.page.evaluate(() => document.activeElement?.tagName))
    .not.toBe('STAGECHECK-SIDEBAR');
  await page.page.keyboard.press('n');
  await page.page.getByRole('textbox', { name: 'Note' }).waitFor();
  await page.page.keyboard.press('Escape');
});

it('keys of the sidebar do nothing in the CRM, and those typed in the CRM nothing here', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');
  const before = await sidebar.question.textContent();
  for (const key of ['j', 'k', 'e', 'e', '?', '?']) await sidebar.press(key);
  expect(await page.page.locator('body').getAttribute('data-last-shortcut')).toBeNull();

  await page.page.getByRole('button', { name: 'Create note' }).click();
  const note = page.page.getByRole('textbox', { name: 'Note' });
  await note.pressSequentially('yes, you know? jkne');
  expect(await note.inputValue()).toBe('yes, you know? jkne');
  expect(await sidebar.question.textContent()).toBe(before);
});

it('width, side and mode are remembered over a reload and in other tabs', async () => {
  const { ann, noReply } = world().hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const full = await page.page.evaluate(() => innerWidth);

  // The handle at the frame's edge, by mouse.
  const handle = await page.handle();
  await page.page.mouse.move(handle.x, 300);
  await page.page.mouse.down();
  await page.page.mouse.move(handle.x - 60, 300, { steps: 4 });
  await page.page.mouse.up();
  await expect.poll(() => page.frameBox()).toMatchObject({ x: full - 420, width: 420 });

  await sidebar.button('Menu').click();
  await sidebar.frame.getByRole('radio', { name: 'Left' }).check();
  await expect.poll(() => page.frameBox()).toMatchObject({ x: 0, width: 420 });
  await sidebar.frame.getByRole('radio', { name: 'Lie over it' }).check();
  await expect.poll(() => page.width()).toBe(full);
  await shot(page.page, 'left-overlay');

  await page.page.reload();
  await (await page.present()).shows(ann.name);
  expect(await page.frameBox()).toMatchObject({ x: 0, width: 420 });
  expect(await page.width()).toBe(full);
  const other = await world().visit(noReply.url);
  await (await other.present()).shows(noReply.name);
  expect(await other.frameBox()).toMatchObject({ x: 0, width: 420 });

  const again = await other.sidebar();
  await again.button('Menu').click();
  await again.frame.getByRole('radio', { name: 'Right' }).check();
  await again.frame.getByRole('radio', { name: 'Make room' }).check();
  await expect.poll(() => other.width()).toBe(full - 420);
});

it('works beside a page that keeps its main thread busy and redraws all the time', async () => {
  const { ann } = world().hubspot.people;
  const page = await world().visit(`${ann.url}?busy=80&churn=1`);
  expect(await page.page.locator('body').getAttribute('data-busy')).toBe('80');
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  expect(await page.page.locator('body').getAttribute('data-busy')).toBe('80');
});

it.each([280, 560])('stands at %d px without anything cut off sideways', async (width) => {
  const sidebar = await openOn(world(), world().hubspot.people.longTitle);
  await setWidth(sidebar, width);
  await sidebar.question.waitFor();
  await shot(sidebar.page, `width-${width}`);
  expect(await overflows(sidebar)).toBe(false);
});
