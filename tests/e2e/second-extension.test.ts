// Another extension asks ours for everything in the protocol, well formed: it is answered nothing, and nothing changes.
import type { Frame, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { requests } from '../../lib/protocol/messages.ts';
import { sound } from '../fuzz/bodies-of-messages.ts';
import { frameAddress } from './support/closed-root.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { fetchAll, frame } from './support/hostile.ts';
import { writes } from './support/hubspot.ts';
import { secondExtension } from './support/second-extension.ts';
import { storedText } from './support/storage.ts';
import { sharedWorld } from './support/world.ts';

const second = secondExtension();
const world = sharedWorld({ beside: [second.folder] });
afterAll(() => second.remove());

const messages = Object.entries(sound).map(([name, body]) => ({ name, body }));

/** Sends each message to our id, and opens a port to it; gives all that comes back, refusals by the browser included. */
function askAll(from: Page | Frame): Promise<string[]> {
  return from.evaluate(
    async ({ id, all }) => {
      const runtime: unknown = Reflect.get(Reflect.get(window, 'chrome'), 'runtime');
      const call = (name: string, ...args: unknown[]): unknown =>
        Reflect.apply(Reflect.get(Object(runtime), name), runtime, args);
      const came: string[] = [];
      for (const message of all) {
        const answer = Promise.resolve(call('sendMessage', id, message)).then(
          (reply: unknown) => JSON.stringify(reply) ?? 'nothing',
        );
        came.push(await answer.catch((error: unknown) => String(error)));
      }
      const port = Object(call('connect', id, { name: 'sidebar' }));
      const ended = new Promise((resolve) => {
        // Why it ended has to be looked at, or the browser complains of it.
        port.onDisconnect.addListener(() => resolve(Reflect.get(Object(runtime), 'lastError')));
      });
      port.onMessage.addListener((pushed: unknown) => came.push(`pushed ${JSON.stringify(pushed)}`));
      await ended;
      return came;
    },
    { id: world().browser.extensionId, all: messages },
  );
}

it('is refused every request of the protocol and the sidebar’s port, and nothing is changed by it', async () => {
  const { browser, hubspot } = world();
  const { noReply } = hubspot.people;
  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  const console = await browser.context.newPage();
  await console.goto(`chrome-extension://${browser.extensionId}/console.html`);
  const before = await storedText(console);
  const traffic = world().traffic();

  const page = await browser.context.newPage();
  await page.goto(second.page);
  expect(messages.map(({ name }) => name).sort()).toEqual(Object.keys(requests).sort());
  const came = await askAll(page);
  expect(came).toHaveLength(messages.length);
  for (const answer of came)
    expect(answer).toMatch(/Could not establish connection. Receiving end does not exist/);

  expect(await storedText(console)).toEqual(before);
  expect(writes(traffic())).toEqual([]);
  expect(await review.confirmButton.isVisible()).toBe(true);
});

it('can’t frame a page of ours, nor read our files, even where it knows the frame’s secret address', async () => {
  const { browser, hubspot } = world();
  const sidebar = await openOn(world(), hubspot.people.ann);
  const secret = await frameAddress(sidebar.page);
  const page = await browser.context.newPage();
  await page.goto(second.page);
  const base = `chrome-extension://${browser.extensionId}`;
  const addresses = [
    secret,
    ...['sidebar', 'console', 'popup', 'welcome'].map((one) => `${base}/${one}.html`),
  ];
  expect(await page.evaluate(frame, addresses)).toEqual(addresses.map(() => ''));
  const framed = page.frames().filter((one) => /(sidebar|console|popup|welcome)\.html$/.test(one.url()));
  expect(framed).toEqual([]);
  const fetched = await page.evaluate(fetchAll, addresses);
  expect(fetched).toEqual(addresses.map(() => ''));
  world().complaints.clear();
});
