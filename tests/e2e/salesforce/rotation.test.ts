// A token that rotates while the worker dies: before Salesforce has acted, after the new token was kept, and in between.
import { expect, it } from 'vitest';
import { openOn } from '../support/decide.ts';
import { signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { endWorker } from '../support/worker.ts';
import { sharedWorld, type World } from '../support/world.ts';

const rotating = async (world: World) => {
  world.salesforce.settings.oauth.rotate = true;
  await signIn(world);
};
const world = sharedWorld({ connect: rotating });
const LONG = 60_000;

/** The tokens that Salesforce has given to the app so far, newest last. */
const given = () =>
  world()
    .salesforce.grants()
    .filter(({ kind, id }) => kind === 'oauth' && !id.startsWith('named-'));
const expireNewest = () => world().salesforce.expire(given().at(-1)?.access ?? '');
const asked = (path: RegExp) => world().salesforce.requests.filter((one) => path.test(one.path)).length;

/** A record open beside a worker that remembers nothing, and an access token that is over. */
async function spent() {
  const { salesforce, browser } = world();
  salesforce.settings.oauth.rotate = true;
  const sidebar = await openOn(world(), salesforce.people.ann);
  await endWorker(browser);
  expireNewest();
  salesforce.clearRequests();
  return { page: world().on(sidebar.page), before: given().length };
}

it('killed while it waits for the new token, which Salesforce has not made yet: the next worker gets it', async () => {
  const { salesforce, browser } = world();
  const { page, before } = await spent();
  const { noReply } = salesforce.people;
  const silent = salesforce.faults.arm({
    path: /oauth2\/token/,
    times: 1,
    do: { silentMs: LONG, acts: 'never' },
  });
  await page.goTo('Leads', noReply.name);
  await expect.poll(() => asked(/oauth2\/token/)).toBe(1);
  await endWorker(browser);
  expect(silent.struck).toBe(1);
  await (await page.sidebar()).shows(noReply.name);
  // The next worker's alone, which may have come before anyone looked.
  expect(given()).toHaveLength(before + 1);
});

it('killed after the new token was kept, in its first call: the next worker uses it, and renews nothing', async () => {
  const { salesforce, browser } = world();
  const { page, before } = await spent();
  const { noReply } = salesforce.people;
  // The first call finds that the token is over; the second is the new token's own.
  salesforce.faults.arm({
    path: /\/composite$/,
    skip: 1,
    times: 1,
    do: { silentMs: LONG, acts: 'never' },
  });
  await page.goTo('Leads', noReply.name);
  await expect.poll(() => asked(/\/composite$/)).toBe(2);
  expect(given()).toHaveLength(before + 1);
  await endWorker(browser);
  await (await page.sidebar()).shows(noReply.name);
  expect(given()).toHaveLength(before + 1);
});

it('killed between Salesforce’s answer and the disk: told, and signed in again from there, with all else kept', async () => {
  const { salesforce, browser } = world();
  const { ann, noReply } = salesforce.people;
  const sidebar = await openOn(world(), ann);
  const first = await sidebar.asked();
  await sidebar.answer(first, 'yes');
  await sidebar.page.close();
  const { page } = await spent();
  salesforce.faults.arm({ path: /oauth2\/token/, times: 1, do: { silentMs: LONG, acts: 'before' } });
  await page.goTo('Leads', noReply.name);
  await expect.poll(() => asked(/oauth2\/token/)).toBe(1);
  await endWorker(browser);
  const told = await page.sidebar();
  await told.alert.filter({ hasText: 'You are signed out of Salesforce' }).waitFor();
  await shot(page.page, 'salesforce-signed-out');

  const opened = browser.context.waitForEvent('page');
  await told.button('Sign in again').click();
  const settings = await opened;
  const name = settings.getByRole('heading', { level: 2, name: salesforce.orgs.acme.title, exact: true });
  await name.waitFor();
  await expect.poll(() => name.evaluate((heading) => heading === document.activeElement)).toBe(true);
  await shot(settings, 'salesforce-sign-in-again');
  const consent = browser.context.waitForEvent('page');
  await settings.getByRole('button', { name: 'Sign in again' }).click();
  await (await consent).getByRole('button', { name: 'Allow' }).click();
  await settings.getByText('Salesforce ended the sign-in').waitFor({ state: 'detached' });
  const back = await openOn(world(), ann);
  await back
    .row(first.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
});
