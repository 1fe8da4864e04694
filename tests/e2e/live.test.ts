// The live call on the production build, by keyboard alone: compact, find, quote, undo, the call's time, compare.
import { expect, it } from 'vitest';
import { builtins } from '../../lib/playbook/builtin/index.ts';
import { expectAccessible } from './support/axe.ts';
import { openOn } from './support/decide.ts';
import { countPointer } from './support/pointer.ts';
import { Review } from './support/review.ts';
import type { Sidebar } from './support/sidebar.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const accessible = (sidebar: Sidebar, name: string) =>
  expectAccessible(sidebar.page, sidebar.frame, `live-${name}`);
/** Into the field that a key has just opened: a first letter in the same moment would belong to a word with that key. */
const type = async (sidebar: Sidebar, words: string) => {
  await sidebar.isQuiet(false);
  await sidebar.page.keyboard.type(words);
};

/** Where the question stands in the sidebar, to the pixel. */
async function box(sidebar: Sidebar): Promise<string> {
  return sidebar.question.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return JSON.stringify({ x, y, width, height, scrolled: document.documentElement.scrollTop });
  });
}

it('compact leaves 56 px with the verdict, answers nothing, and is kept on other pages', async () => {
  const { ann, noReply } = world().hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const asked = await sidebar.question.textContent();
  await sidebar.press('m');
  await expect.poll(() => page.frameBox()).toMatchObject({ width: 56 });
  const full = await page.page.evaluate(() => innerWidth);
  await expect.poll(() => page.width()).toBe(full - 56);
  const strip = sidebar.button(/^Show everything\. Ann Meyer: Lead\./);
  await strip.waitFor();
  await accessible(sidebar, 'compact');
  const held = sidebar.frame.getByText('That looked like typing');
  // Behind M in one run they would take M back: the keyboard goes to the page and comes again.
  for (const key of ['y', 'n', 'u', '1', 'd']) {
    await page.page.mouse.click(300, 400);
    await sidebar.frame.locator(':root[data-keys=off]').waitFor({ state: 'attached' });
    await page.enter();
    await sidebar.press(key);
    await held.waitFor({ state: 'attached' });
  }
  await accessible(sidebar, 'compact-typed');
  await sidebar.press('Escape');
  await sidebar.keysOn();
  await held.waitFor({ state: 'detached' });
  // A word with an M in it is told and taken back here too, and Escape goes on.
  await sidebar.typed('mess');
  await held.waitFor({ state: 'attached' });
  await sidebar.press('Escape');
  await sidebar.keysOn();
  await strip.waitFor();
  await page.page.reload();
  const again = await page.present();
  await again.button(/^Show everything\. Ann Meyer: Lead\./).waitFor();
  expect(await page.frameBox()).toMatchObject({ width: 56 });
  const other = await world().visit(noReply.url);
  expect((await other.present()).frame).toBeTruthy();
  await expect.poll(() => other.frameBox()).toMatchObject({ width: 56 });
  await page.page.bringToFront();
  await page.enter();
  await again.press('m');
  await expect.poll(() => page.frameBox()).toMatchObject({ width: 360 });
  await again.shows(ann.name);
  expect(await again.question.textContent()).toBe(asked);
});

it('the question’s box is the same before and after every answer, and whatever opens beside it', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.ann);
  const first = await box(sidebar);
  for (const keys of [['e'], ['Escape'], ['/'], ['Escape'], ['y'], ['q'], ['Escape'], ['j'], ['j'], ['k']]) {
    for (const key of keys) await sidebar.press(key);
    expect(await box(sidebar), keys.join()).toBe(first);
  }
  while ((await sidebar.nothingToAsk.count()) === 0) {
    const criterion = await sidebar.asked();
    await sidebar.answer(criterion, null);
    if ((await sidebar.nothingToAsk.count()) === 0) expect(await box(sidebar), criterion.id).toBe(first);
  }
});

it('finds a criterion and puts it on the card', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.noReply);
  const pointer = await countPointer(sidebar);
  const before = await sidebar.question.textContent();
  await sidebar.press('/');
  await type(sidebar, 'budg');
  await sidebar.frame.getByRole('searchbox', { name: 'Find a criterion' }).waitFor();
  await accessible(sidebar, 'find');
  await sidebar.press('Enter');
  await expect.poll(async () => (await sidebar.asked()).id).toBe('budget');
  await sidebar.press('/');
  await type(sidebar, 'zebra');
  await sidebar.frame.getByText('No criterion has these words').waitFor();
  await sidebar.press('Escape');
  expect((await sidebar.asked()).id).toBe('budget');
  expect(await sidebar.question.textContent()).not.toBe(before);
  expect(await pointer()).toEqual([]);
});

it('a quote goes with its answer into the note, comes back with it, and Z takes an answer back', async () => {
  const { inbound } = world().hubspot.people;
  const page = await world().visit(inbound.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(inbound.name);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  await sidebar.press('q');
  await sidebar.frame.getByRole('textbox', { name: `Their words on ${criterion.label}: Yes` }).waitFor();
  await type(sidebar, 'Three calls for "every" shift');
  await accessible(sidebar, 'quote');
  await sidebar.press('Enter');
  await sidebar.row(criterion.label).filter({ hasText: 'Three calls' }).waitFor();
  const next = await sidebar.asked();
  await sidebar.answer(next, 'no');
  await sidebar.press('j');
  await sidebar.press('z');
  await expect.poll(async () => (await sidebar.asked()).id).toBe(next.id);

  const review = await Review.open(sidebar);
  const { note } = await review.preview();
  expect(note).toContain(`Their words: "Three calls for 'every' shift"`);
  await review.confirm();
  await sidebar.press('Enter');
  await sidebar.shows(inbound.name);
  await sidebar.press('/');
  await type(sidebar, criterion.label);
  await sidebar.press('Enter');
  await sidebar.press('e');
  await sidebar.frame.getByRole('blockquote').filter({ hasText: 'Three calls for "every" shift' }).waitFor();
});

it('the call’s time starts with the first answer, and a reload keeps it', async () => {
  const { referral } = world().hubspot.people;
  const page = await world().visit(referral.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(referral.name);
  const time = sidebar.button(/^Call time/);
  expect(await time.count()).toBe(0);
  await sidebar.answer(await sidebar.asked(), 'yes');
  await time.waitFor();
  await time.filter({ hasText: /0:(0[2-9]|[1-5]\d)/ }).waitFor();
  await page.page.reload();
  const again = await page.present();
  await again.shows(referral.name);
  await again.button(/^Call time/).waitFor();
  // A reload leaves the keyboard with the page.
  await page.enter();
  await again.button(/^Call time/).press('Enter');
  await again.button(/^Call time.*go on$/).waitFor();
});

it('compares what every playbook says, and shows the reasons', async () => {
  const sidebar = await openOn(world(), world().hubspot.people.bought);
  await sidebar.press('c');
  await sidebar.frame.getByRole('heading', { name: 'Compare' }).waitFor();
  await sidebar.button(/Stagecheck default\s*: Lead/).waitFor();
  const rows = sidebar.frame.getByRole('button', { expanded: false }).filter({ hasText: /^\d/ });
  await expect.poll(() => rows.count()).toBe(builtins.length);
  await accessible(sidebar, 'compare');
  await sidebar.press('1');
  await sidebar.frame.getByRole('list', { name: 'What Stagecheck default asks for' }).waitFor();
  await accessible(sidebar, 'compare-open');
  await sidebar.press('Escape');
  await sidebar.question.waitFor();
});
