// A frame of ours that the page made itself, its secret address once known: it asks nothing and takes no key. Ours goes on.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { frameAddress } from './support/closed-root.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { flood, frameIt } from './support/hostile-frame.ts';
import { signIn } from './support/salesforce.ts';
import { endWorker } from './support/worker.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

const crms = [
  ['HubSpot', () => world().hubspot.people, () => world().hubspot.requests],
  ['Salesforce', () => world().salesforce.people, () => world().salesforce.requests],
] as const;

/** What the background answers a frame, and whether it keeps its port. */
const ask = (frame: Frame) =>
  frame.evaluate(async () => {
    const runtime = Reflect.get(Reflect.get(window, 'chrome'), 'runtime');
    const answer: { ok: boolean } = await runtime.sendMessage({ name: 'playbook.active', body: {} });
    const port = runtime.connect({ name: 'sidebar' });
    const heard = await new Promise((resolve) => {
      port.onMessage.addListener(() => resolve('told'));
      port.onDisconnect.addListener(() => resolve('refused'));
    });
    return [answer.ok, heard];
  });

it.each(crms)(
  '%s: a frame that the page made itself asks nothing, takes no key, and says that nobody opened it',
  async (_, people, requests) => {
    const [first, ann] = [people().noReply, people().ann];
    const { page } = await openOn(world(), first);
    const address = await frameAddress(page);
    await world().on(page).closeSidebar();
    await page.goto(ann.url);
    await world().on(page).launcher();
    const before = requests().length;

    await page.evaluate(frameIt, address);
    await page.evaluate(flood, 2000);
    const made = page.frames().find((frame) => frame.url().endsWith('/sidebar.html'));
    if (!made) throw new Error('The page made no frame.');
    await made.getByText('Stagecheck was not opened here').waitFor();
    expect(await ask(made)).toEqual([false, 'refused']);
    for (const key of ['y', 'y', 'y', 'y', 'y', 'y', 'Enter', 'Enter'])
      await page.keyboard.press(key, { delay: 200 });
    expect(await made.getByRole('main').count()).toBe(0);
    expect(requests().slice(before)).toEqual([]);

    // Our own stands beside it, and does the whole job.
    await page.evaluate(() => document.querySelector('#made')?.remove());
    const sidebar = await world().on(page).sidebar();
    await sidebar.shows(ann.name);
    expect(await ask(sidebar.frame)).toEqual([true, 'told']);
    await (await reviewProspect(sidebar)).confirm();
  },
);

it('our own goes on after its worker’s death, its own reload, and the page’s way back', async () => {
  const { browser, hubspot } = world();
  const { twoCompanies, ann } = hubspot.people;
  const sidebar = await openOn(world(), twoCompanies);
  const crm = world().on(sidebar.page);
  await endWorker(browser);
  await sidebar.page.bringToFront();
  expect(await ask(sidebar.frame)).toEqual([true, 'told']);
  await sidebar.frame.evaluate(() => location.reload()).catch(() => undefined);
  await (await crm.present()).shows(twoCompanies.name);
  await sidebar.page.goto(ann.url);
  await (await crm.present()).shows(ann.name);
  await sidebar.page.goBack();
  await (await crm.present()).shows(twoCompanies.name);
});
