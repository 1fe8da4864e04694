// A page that is busy while the sidebar opens, and has the rep type elsewhere meanwhile: the keyboard is not taken from there.
import { expect, it } from 'vitest';
import { embed, stealKeys } from './support/hostile-frame.ts';
import { signIn } from './support/salesforce.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

const crms = [
  ['HubSpot', () => world().hubspot.people.ann],
  ['Salesforce', () => world().salesforce.people.ann],
] as const;

const moments = crms.flatMap(([crm, who]) => [
  [crm, 'behind', who, false] as const,
  [crm, 'ahead of', who, true] as const,
]);

it.each(moments)(
  '%s: keeps the keyboard where a page put it %s our script, however late our frame comes',
  async (_crm, _when, who, first) => {
    const ann = who();
    const page = await world().browser.context.newPage();
    await page.addInitScript(stealKeys, { first, busy: 3000 });
    // The sandbox's own pages frame nobody, and are framed by nobody.
    const html = (body: string) => ({
      ...{ body, contentType: 'text/html', headers: { 'content-security-policy': 'frame-src *' } },
    });
    await page.route(ann.url, async (route) => {
      const headers = await route.request().allHeaders();
      const got = await world().sandbox.fetch(ann.url, { headers });
      await route.fulfill(html(await got.text()));
    });
    await page.route('https://elsewhere.example/', (route) => route.fulfill(html('<p>An editor</p>')));
    await page.goto(ann.url);
    await page.bringToFront();
    const crm = world().on(page);
    await crm.host.waitFor({ state: 'attached' });
    await page.evaluate(embed, 'https://elsewhere.example/');
    const editor = page.frames().find((frame) => frame.url().startsWith('https://elsewhere.example'));
    if (!editor) throw new Error('The page has no frame of another host.');
    await editor.evaluate(() => {
      addEventListener('keydown', ({ key }) => {
        document.documentElement.dataset.keys = `${document.documentElement.dataset.keys ?? ''}${key} `;
      });
    });
    await page.mouse.click(500, 400);
    // The page is busy in its answer to this.
    const opened = page.keyboard.press('Alt+q');
    await editor.waitForFunction(() => document.hasFocus(), undefined, { polling: 50 });
    const sidebar = await crm.present();
    await opened;
    await page.waitForFunction(() => document.documentElement.dataset.stolen === 'yes');
    await sidebar.shows(ann.name);
    for (const key of ['y', 'y', 'Enter']) await page.keyboard.press(key, { delay: 200 });
    await editor.locator('html[data-keys="y y Enter "]').waitFor({ state: 'attached' });
    expect(await crm.hasKeyboard()).toBe(false);
    expect(await sidebar.frame.locator(':root[data-keys=off]').count()).toBe(1);

    // Asked for again, in the page, it comes.
    await page.mouse.click(500, 400);
    await crm.enter();
    await crm.closeSidebar();
  },
);
