// Where anything goes: the browser's own log of every request, the worker's too, names the CRM's hosts and no others.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { requestsOf } from './support/net-log.ts';
import { World } from './support/world.ts';

/** Runs a job in a browser of its own; gives all that the browser asked for, and the key that it was connected with. */
async function logged(job: (world: World) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'stagecheck-netlog-'));
  const file = join(folder, 'log.json');
  const world = await World.open({
    args: [`--log-net-log=${file}`, '--net-log-capture-mode=IncludeSensitive'],
  });
  try {
    await job(world);
  } finally {
    await world.close();
  }
  const requests = requestsOf(await readFile(file, 'utf8'));
  await rm(folder, { recursive: true });
  return { requests, key: world.hubspot.keys.full };
}

it('a whole job talks to the CRM’s own hosts only, and the key goes to its API alone', async () => {
  const { requests, key } = await logged(async (world) => {
    const sidebar = await openOn(world, world.hubspot.people.ann);
    const review = await reviewProspect(sidebar);
    await review.confirm();
  });
  const hosts = (initiator: RegExp) => {
    const asked = requests.filter(
      (request) => initiator.test(request.initiator) && /^https?:/.test(request.url),
    );
    return [...new Set(asked.map(({ url }) => new URL(url).host))];
  };
  expect(hosts(/^chrome-extension:/)).toEqual(['api.hubapi.com']);
  // The content script asks in the page's name.
  expect(hosts(/^https:\/\/app\.hubspot\.com$/)).toEqual(['app.hubspot.com']);

  const carriers = requests.filter(({ told }) => told.includes(key));
  expect(carriers.length).toBeGreaterThan(5);
  expect([...new Set(carriers.map(({ url }) => new URL(url).host))]).toEqual(['api.hubapi.com']);
  expect(carriers.filter(({ url }) => url.includes(key))).toEqual([]);
});

it('a redirect to another host is followed with no call, and the rep is told', async () => {
  const { requests, key } = await logged(async (world) => {
    const { hubspot } = world;
    hubspot.faults.arm({ path: /contacts/, times: 100, do: 'redirect' });
    const sidebar = await (await world.visit(hubspot.people.ann.url)).sidebar();
    await sidebar.alert.first().waitFor();
  });
  expect(requests.filter(({ told }) => told.includes(key)).length).toBeGreaterThan(0);
  expect(requests.filter(({ url }) => new URL(url).host === 'elsewhere.example')).toEqual([]);
});
