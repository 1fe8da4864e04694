// A page that hides, shrinks or narrows the review by what the browser tells no frame of: it stays in sight, or is not confirmed.
import { expect, it } from 'vitest';
import { pointAt } from './support/by-hand.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { dress, jail, maskWhileDrawn, newRoot, otherRoot, register } from './support/hostile-frame.ts';
import { signIn } from './support/salesforce.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

const crms = [
  ['HubSpot', () => world().hubspot.people, (id: string) => world().hubspot.notes(id).length],
  ['Salesforce', () => world().salesforce.people, (id: string) => world().salesforce.tasks(id).length],
] as const;

const whole = 'margin:0!important;min-height:100vh';
const nothing = 'linear-gradient(transparent,transparent)';
/** Each would leave the frame where it is to its own observer, or fade or move it. */
const looks = [
  `${whole};mask:${nothing}`,
  `${whole};-webkit-mask-box-image:${nothing}`,
  `${whole};clip-path:inset(754px 0 0 0)`,
  '-webkit-box-reflect:below',
  'opacity:.01',
  'filter:blur(9px)',
  'transform:scale(.5)',
  'translate:400px',
  'contain:layout;position:relative;left:-300px',
  'perspective:10px',
];

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

it.each(crms)(
  '%s: no style property that the page registers makes ours narrower or moves it',
  async (_, people) => {
    const { ann } = people();
    const crm = await world().visit(ann.url);
    await (await crm.sidebar()).shows(ann.name);
    await crm.closeSidebar();
    const launcher = await crm.launcher();
    await crm.page.evaluate(register, { '--w': '150px', '--y': '60px', '--b': '0px' });
    expect(await crm.launcher()).toEqual(launcher);
    await (await crm.sidebar()).shows(ann.name);
    expect((await crm.frameBox()).width).toBe(360);
  },
);

it.each(crms)(
  '%s: what the page does to its root, at all times or only while a frame is drawn, is not seen in the review',
  async (_, people, kept) => {
    const { ann } = people();
    const before = kept(ann.id);
    const sidebar = await openOn(world(), ann);
    const review = await reviewProspect(sidebar);
    await review.ready.waitFor();
    const { page } = sidebar;
    const clip = await review.note.boundingBox();
    if (!clip) throw new Error('The note is not there.');
    const picture = await page.screenshot({ clip });
    const same = async () => (await page.screenshot({ clip })).equals(picture);
    for (const look of looks) {
      await page.evaluate(dress, `html{${look}}`);
      await expect.poll(same, { message: look, timeout: 5000 }).toBe(true);
    }
    await page.evaluate(dress, '');
    await page.evaluate(dress, `html{${whole}}`);
    await page.evaluate(maskWhileDrawn, nothing);
    await expect.poll(same, { message: 'while drawn', timeout: 5000 }).toBe(true);
    await review.confirm();
    expect(kept(ann.id)).toBe(before + 1);
  },
);

it.each(crms)(
  '%s: nothing is confirmed while the page shrinks the review by a zoom',
  async (_, people, kept) => {
    const { noReply } = people();
    const before = kept(noReply.id);
    const sidebar = await openOn(world(), noReply);
    const review = await reviewProspect(sidebar);
    const { page, frame } = sidebar;
    const ways = ['html{zoom:.3}', 'html{zoom:.002}body{zoom:500}'] as const;
    const hidden = frame
      .getByText(/The page hides or shrinks Stagecheck|Stagecheck is shown too small/)
      .first();
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
      expect(kept(noReply.id), css).toBe(before);
    }
    await review.ready.waitFor();
    await pointAt(review.confirmButton);
    const box = await review.confirmButton.boundingBox();
    if (!box) throw new Error('The button is not there.');
    await page.evaluate(dress, 'html{zoom:.9}');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await hidden.waitFor();
    expect(await review.note.isVisible()).toBe(true);
    expect(kept(noReply.id)).toBe(before);
    await page.evaluate(dress, '');
    // Where the click met the page, the keyboard went there.
    const crm = world().on(page);
    if (!(await crm.hasKeyboard())) await crm.enter();
    await sidebar.isQuiet();
    await review.confirm();
    expect(kept(noReply.id)).toBe(before + 1);
  },
);

it.each(
  crms.flatMap(([name, people, kept]) =>
    (['div', 'details'] as const).map((kind) => [name, kind, people, kept] as const),
  ),
)('%s: nothing is confirmed under a root that the page makes of a <%s>', async (_, kind, people, kept) => {
  const { stale } = people();
  const before = kept(stale.id);
  const { page } = await reviewProspect(await openOn(world(), stale)).then(({ sidebar }) => sidebar);
  await page.evaluate(otherRoot, kind);
  await page.waitForFunction(() => document.querySelector('#stagecheck-sidebar') === null);
  await page.evaluate(() => Reflect.get(window, 'putBack')());
  const crm = world().on(page);
  // It loads again, and is not drawn: a popover that nobody has shown.
  await crm.host.waitFor({ state: 'attached' });
  expect(await crm.frameBox()).toEqual({ x: Number.NaN, width: Number.NaN });
  await page.keyboard.press('Alt+q');
  for (const key of ['y', 'y', 'Enter', 'Enter']) await page.keyboard.press(key, { delay: 200 });
  expect(await crm.hasKeyboard()).toBe(false);
  expect(kept(stale.id)).toBe(before);
});
