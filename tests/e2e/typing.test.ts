// Words typed or pasted into the sidebar by somebody who thinks that they are in the CRM, and pages that bring the
// keyboard there by themselves: nothing is answered and nothing is written, in either CRM.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { backOn } from './support/back.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { signIn } from './support/salesforce.ts';
import { sentences, typed } from './support/words.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

/** What the CRMs have of the rep's, and the draft as the sidebar shows it. */
const notes = (person: { id: string }) => world().hubspot.notes(person.id).length;
const tasks = (person: { id: string }) => world().salesforce.tasks(person.id).length;

/** A field of the page's own, with the keyboard in it. */
async function field(page: Page): Promise<void> {
  await page.evaluate(() => {
    const own = document.body.appendChild(document.createElement('textarea'));
    own.id = 'own';
    own.focus();
  });
}

const crms = [
  ['HubSpot', () => world().hubspot.people.ann, notes],
  ['Salesforce', () => world().salesforce.people.ann, tasks],
] as const;

it.each(crms)(
  '%s: sentences typed at 40 to 120 ms a key leave the record as it was',
  async (_, who, kept) => {
    const person = who();
    const before = kept(person);
    const sidebar = await openOn(world(), person);
    const asked = await sidebar.question.textContent();
    const rows = () => sidebar.frame.getByRole('main').innerText();
    // What the CRM says comes to the ladder after the record, with the stages' names.
    await sidebar.ladder.getByText('says so').waitFor({ state: 'attached' });
    const first = await rows();
    for (const sentence of ['Yes sure\n\n', ...sentences(20)]) {
      await typed(sidebar.page, sentence);
      await sidebar.frame.getByText('That looked like typing').waitFor();
      await sidebar.page.keyboard.press('Escape');
      await sidebar.keysOn();
      expect(await sidebar.question.textContent(), sentence).toBe(asked);
      expect(await rows(), sentence).toBe(first);
    }
    expect(kept(person)).toBe(before);
  },
);

it.each(crms)('%s: nor do slow hands, at 450, 700 and 1,200 ms a key', async (_, who, kept) => {
  const person = who();
  const before = kept(person);
  const sidebar = await openOn(world(), person);
  await sidebar.ladder.getByText('says so').waitFor({ state: 'attached' });
  for (const [at, pace] of [450, 700, 1200].entries()) {
    // The "k" of the "ok" below goes one question up.
    const asked = await sidebar.question.textContent();
    for (const sentence of ['Yes sure\n\n', 'no problem, call me on monday\n\n', ...sentences(5, at)]) {
      await typed(sidebar.page, `${sentence} so\n\n`, pace);
      await sidebar.frame.getByText('That looked like typing').waitFor();
      await sidebar.page.keyboard.press('Escape');
      await sidebar.keysOn();
      expect(await sidebar.question.textContent(), sentence).toBe(asked);
    }
    // All of it could be meant for the sidebar, but for its Enters: each comes before the review can have been read.
    await typed(sidebar.page, 'ok\n\n\n', pace);
    await sidebar.frame.getByRole('button', { name: 'Confirm' }).waitFor();
    await sidebar.page.keyboard.press('Escape');
    await sidebar.question.waitFor();
  }
  expect(kept(person)).toBe(before);
});

it.each(crms)(
  '%s: a page that takes our element away, or sends a pageshow, gets no key of the rep’s',
  async (_, who, kept) => {
    const person = who();
    const before = kept(person);
    const sidebar = await openOn(world(), person);
    const { page } = sidebar;
    const crm = world().on(page);
    await crm.closeSidebar();
    await crm.toggle();
    await (await crm.present()).keysOn();
    await field(page);
    for (const act of ['remove', 'pageshow'] as const) {
      await page.evaluate((how) => {
        if (how === 'remove') document.querySelector('#stagecheck-sidebar')?.remove();
        else window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      }, act);
      await backOn(crm);
      await typed(page, 'y\n\n');
    }
    expect(await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#own')?.value)).toBe(
      'y\n\ny\n\n',
    );
    expect(kept(person)).toBe(before);
  },
);

it('a page that keeps the frame from loading can’t have it take the keyboard once the rep has gone on typing', async () => {
  const { ann } = world().hubspot.people;
  const page = await world().browser.context.newPage();
  await page.addInitScript(() => {
    const own = (event: KeyboardEvent) => event.altKey || event.stopImmediatePropagation();
    addEventListener('keydown', own, { capture: true });
  });
  await page.goto(ann.url);
  await page.bringToFront();
  const crm = world().on(page);
  await crm.sidebar();
  await crm.closeSidebar();
  await field(page);
  const letLoad = await page.evaluateHandle(() => {
    const away = () => {
      document.querySelector('#stagecheck-sidebar')?.remove();
      document.querySelector<HTMLTextAreaElement>('#own')?.focus();
    };
    const timer = setInterval(away, 1);
    return () => clearInterval(timer);
  });
  await crm.toggle();
  // The sidebar has been told that it is wanted: it has its room, and only its frame is kept away.
  await expect.poll(() => page.evaluate(() => document.documentElement.style.marginRight)).not.toBe('');
  await page.keyboard.type('a', { delay: 20 });
  await letLoad.evaluate((stop) => stop());
  await backOn(crm);
  await page.keyboard.type('b');
  const typedThere = () => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#own')?.value);
  await expect.poll(typedThere).toBe('ab');
});

it.each(crms)(
  '%s: a click on Confirm that the page has covered writes nothing, and it is told',
  async (_, who, kept) => {
    const ann = who();
    const before = kept(ann);
    const traffic = world().traffic();
    const sidebar = await openOn(world(), ann);
    const review = await reviewProspect(sidebar);
    await review.ready.waitFor();
    const covered = sidebar.frame.getByText('Something on the page lies over Stagecheck').first();
    await sidebar.page.evaluate(() => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.id = 'cover';
      cover.popover = 'manual';
      cover.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      cover.showPopover();
    });
    await covered.waitFor();
    await review.confirmButton.dispatchEvent('click');
    await sidebar.page.evaluate(() => document.querySelector('#cover')?.remove());
    await review.ready.waitFor();
    expect(writes(traffic())).toEqual([]);
    expect(kept(ann)).toBe(before);
  },
);

it.each(crms)(
  '%s: Enter after Enter while the page goes through three records writes nothing',
  async (name, _, kept) => {
    const people =
      name === 'HubSpot'
        ? [world().hubspot.people.ann, world().hubspot.people.stale, world().hubspot.people.future]
        : [world().salesforce.people.ann, world().salesforce.people.stale, world().salesforce.people.future];
    const before = people.map(kept);
    const [first, ...others] = people;
    if (!first) throw new Error('Nobody is there.');
    const sidebar = await openOn(world(), first);
    const review = await reviewProspect(sidebar);
    await review.ready.waitFor();
    // Each in turn, again and again: an Enter meets whichever is there, and by then it has not been read.
    for (const to of [...others, first, ...others, first]) {
      await sidebar.page.evaluate((url) => history.pushState({}, '', url), to.url);
      await sidebar.shows(to.name);
      for (let press = 0; press < 3; press += 1) await sidebar.page.keyboard.press('Enter', { delay: 10 });
    }
    expect(await review.receipt.count()).toBe(0);
    expect(people.map(kept)).toEqual(before);
  },
);

it('eight Enters 40 ms apart confirm once, and go on to nothing', async () => {
  const { noReply } = world().hubspot.people;
  const before = notes(noReply);
  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  await review.ready.waitFor();
  await sidebar.typed('\n'.repeat(8), 40);
  await review.written();
  await sidebar.isQuiet();
  await sidebar.typed('\n'.repeat(8), 40);
  await sidebar.shows(noReply.name);
  await sidebar.question.or(sidebar.nothingToAsk).first().waitFor();
  expect(await review.confirmButton.count()).toBe(0);
  expect(notes(noReply)).toBe(before + 1);
});
