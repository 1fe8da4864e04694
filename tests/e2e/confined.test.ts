// What script in the sidebar's frame could do if there were any: reach no other page of ours, and nothing outside.
import { expect, it } from 'vitest';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('script in the sidebar’s frame gets no window of ours, no call out, no database and no text made script', async () => {
  const { browser, hubspot } = world();
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  const page = await world().visit(hubspot.people.ann.url);
  await (await page.sidebar()).shows('Ann Meyer');
  const frame = page.frame();
  const tried = await frame?.evaluate(async () => {
    const outcome = async (work: () => unknown) => {
      try {
        return String(await work());
      } catch {
        return 'refused';
      }
    };
    const here = location.href.replace('sidebar', 'console');
    const inner = document.createElement('iframe');
    document.body.append(inner);
    const windowOf = (name: 'chrome' | 'browser') => Reflect.get(inner.contentWindow ?? {}, name);
    const views = (api: { extension?: { getViews?: () => Window[] } } | undefined) =>
      api?.extension?.getViews?.().map((view) => view.location.pathname) ?? [];
    return {
      console: await outcome(() => window.open(here)),
      blank: await outcome(() => window.open('about:blank')),
      views: [
        ...views(Reflect.get(globalThis, 'chrome')),
        ...views(windowOf('chrome')),
        ...views(windowOf('browser')),
      ],
      out: await outcome(() => fetch('https://api.hubapi.com/account-info/v3/details')),
      database: await outcome(async () => (await indexedDB.databases()).length),
      markup: await outcome(() => {
        document.createElement('div').innerHTML = '<b>made</b>';
      }),
    };
  });
  expect(tried).toEqual({
    console: 'null',
    blank: 'null',
    views: [],
    out: 'refused',
    database: 'refused',
    markup: 'refused',
  });
  const said = world().complaints.list();
  world().complaints.clear();
  expect(said.filter((line) => !/policy|TrustedHTML|sandbox|api\.hubapi/i.test(line))).toEqual([]);
});

it('a link of the sidebar’s is opened by the browser, by key, in a tab that knows nothing of us', async () => {
  const { browser, hubspot } = world();
  const page = await world().visit(hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');
  const link = sidebar.frame.getByRole('link', { name: 'a link' });
  await page.frame()?.evaluate(() => {
    const made = document.createElement('a');
    Object.assign(made, {
      href: 'https://app.hubspot.com/contacts',
      target: '_blank',
      textContent: 'a link',
    });
    document.body.append(made);
  });
  const opened = browser.context.waitForEvent('page');
  await link.focus();
  await page.page.keyboard.press('Enter');
  const tab = await opened;
  await tab.waitForLoadState();
  expect(new URL(tab.url()).protocol).toBe('https:');
  expect(await tab.evaluate(() => window.opener)).toBeNull();
});
