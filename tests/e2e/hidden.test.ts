// A page that hides or shrinks the review by what the browser tells no frame of: nothing is confirmed, by key or by click.
import { expect, it } from 'vitest';
import { pointAt } from './support/by-hand.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { dress, jail, newRoot } from './support/hostile-frame.ts';
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

const whole = 'margin:0!important;min-height:100vh';
const nothing = 'linear-gradient(transparent,transparent)';
/** Each leaves the frame where it is to its own observer, and in sight of nobody. */
const ways = [
  `html{${whole};mask:${nothing}}`,
  `html{${whole};-webkit-mask-box-image:${nothing}}`,
  `html{${whole};clip-path:inset(754px 0 0 0)}`,
  'html{zoom:.3}',
  'html{zoom:.002}body{zoom:500}',
];

it.each(crms)(
  '%s: nothing is confirmed while the page hides the review by a mask, a clip or a zoom',
  async (_, who, kept) => {
    const person = who();
    const before = kept(person.id);
    const sidebar = await openOn(world(), person);
    const review = await reviewProspect(sidebar);
    const { page, frame } = sidebar;
    const hidden = frame.getByText('The page hides or shrinks Stagecheck').first();
    for (const css of ways) {
      await review.ready.waitFor();
      await page.evaluate(dress, css);
      // In the same moment, and once it is known.
      await page.keyboard.press('Enter');
      await hidden.waitFor();
      await sidebar.isQuiet();
      await page.keyboard.press('Enter');
      await page.evaluate(dress, '');
      expect(await review.note.isVisible(), css).toBe(true);
      expect(kept(person.id), css).toBe(before);
    }
    await review.ready.waitFor();
    await pointAt(review.confirmButton);
    await page.evaluate(dress, ways[0] ?? '');
    const box = await review.confirmButton.boundingBox();
    if (!box) throw new Error('The button is not there.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await hidden.waitFor();
    expect(await review.note.isVisible()).toBe(true);
    expect(kept(person.id)).toBe(before);
    await page.evaluate(dress, '');
    // Where the click met the page, the keyboard went there.
    const crm = world().on(page);
    if (!(await crm.hasKeyboard())) await crm.enter();
    await sidebar.isQuiet();
    await review.confirm();
    expect(kept(person.id)).toBe(before + 1);
  },
);

it('a page that replaces its root and takes our element away gets it back, under the new root', async () => {
  const { ann } = world().hubspot.people;
  const crm = await world().visit(ann.url);
  await crm.host.waitFor({ state: 'attached' });
  await crm.page.evaluate(newRoot);
  for (const take of [() => document.querySelector('#stagecheck-sidebar')?.remove(), jail]) {
    await crm.page.waitForFunction(
      () => document.querySelector('#stagecheck-sidebar')?.parentNode === document.documentElement,
    );
    await crm.page.evaluate(take);
  }
  await crm.page.waitForFunction(
    () => document.querySelector('#stagecheck-sidebar')?.parentNode === document.documentElement,
  );
  await (await crm.sidebar()).shows(ann.name);
});
