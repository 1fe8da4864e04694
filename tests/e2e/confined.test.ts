// What script in the sidebar's frame could do if there were any: reach no other page of ours, and nothing outside.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { CrmPage } from './support/crm-page.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

/** Listens for whether keys count in the frame, from now on. */
async function keyboardStates(page: CrmPage): Promise<() => Promise<string[]>> {
  await page.frame()?.evaluate(() => {
    const states: string[] = [];
    Object.assign(window, { states });
    const root = document.documentElement;
    new MutationObserver(() => states.push(`${root.dataset.keys}`)).observe(root, { attributes: true });
  });
  return async () => (await page.frame()?.evaluate<string[]>('window.states')) ?? [];
}

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

it('script in the sidebar’s frame hears nothing of what our other pages ask the background, a pasted key least of all', async () => {
  const { browser, hubspot } = world();
  const page = await world().visit(hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows('Ann Meyer');
  const listening = await page.frame()?.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const inner = document.createElement('iframe');
    document.body.append(inner);
    const frames = [window, inner.contentWindow ?? window];
    const apis = frames.flatMap((one) => [Reflect.get(one, 'chrome'), Reflect.get(one, 'browser')]);
    let ways = 0;
    for (const api of apis)
      for (const name of ['onMessage', 'onConnect']) {
        const event: unknown = Reflect.get(Object(Reflect.get(Object(api), 'runtime')), name);
        const add: unknown = Reflect.get(Object(event), 'addListener');
        if (typeof add !== 'function') continue;
        ways += 1;
        Reflect.apply(add, event, [(message: unknown) => void heard.push(String(JSON.stringify(message)))]);
      }
    return ways;
  });
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  const secret = 'a key that was pasted';
  const reply = await settings.evaluate(
    (key) =>
      Reflect.get(Reflect.get(window, 'chrome'), 'runtime').sendMessage({
        name: 'outbox.wake',
        body: { key },
      }),
    secret,
  );
  expect(reply).toMatchObject({ ok: false });
  expect(await page.frame()?.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  expect(listening).toBe(0);
  // The one message that the frame is to hear still gets there: the rep’s own key, told by the script on the page.
  const states = await keyboardStates(page);
  await page.page.bringToFront();
  await page.page.evaluate(() => document.body.appendChild(document.createElement('input')).focus());
  await page.toggle();
  await expect.poll(async () => (await states()).at(-1)).toBe('on');
  world().complaints.clear();
});

it('no page of ours gets at the windows of the others, or hears them, when others open and permissions change', async () => {
  const { browser, hubspot } = world();
  const crm = await world().visit(hubspot.people.ann.url);
  await (await crm.sidebar()).shows('Ann Meyer');
  const frame = crm.frame();
  if (!frame) throw new Error('The sidebar has no frame.');
  const own: Page[] = [];
  for (const name of ['popup', 'welcome', 'console']) {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/${name}.html`);
    await page.getByRole('heading').first().waitFor();
    own.push(page);
  }
  const [popup, welcome, console] = own;
  if (!popup || !welcome || !console) throw new Error('Not all pages are open.');
  const pages = { frame, popup, welcome, console };
  /** What the page, and a blank frame in it, have of each. */
  const has = () => {
    const inner =
      document.querySelector('iframe') ?? document.body.appendChild(document.createElement('iframe'));
    const found: string[] = [];
    for (const [where, view] of [['own', window] as const, ['blank', inner.contentWindow ?? {}] as const])
      for (const name of ['chrome', 'browser']) {
        const api = Object(Reflect.get(view, name));
        const runtime = Object(Reflect.get(api, 'runtime'));
        if (Reflect.get(api, 'extension')) found.push(`${where} ${name}.extension`);
        for (const one of ['getBackgroundPage', 'onMessage', 'onConnect'])
          if (Reflect.get(runtime, one)) found.push(`${where} ${name}.${one}`);
      }
    return found;
  };
  const nothing = async (page: keyof typeof pages) => {
    // Pages at the top of a tab could listen, and don't.
    const hearing =
      page === 'frame'
        ? []
        : ['chrome', 'browser'].flatMap((api) => [`own ${api}.onMessage`, `own ${api}.onConnect`]);
    expect(await pages[page].evaluate(has), page).toEqual(hearing);
  };
  const each = ['frame', 'popup', 'welcome', 'console'] as const;
  for (const name of each) await nothing(name);
  await console.evaluate(() => {
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Ask for cookies';
    button.style.cssText = 'position:fixed;inset:0;z-index:9';
    const permissions: unknown = Reflect.get(Reflect.get(globalThis, 'chrome'), 'permissions');
    const ask: unknown = Reflect.get(Object(permissions), 'request');
    button.onclick = () =>
      typeof ask === 'function' && void Reflect.apply(ask, permissions, [{ permissions: ['cookies'] }]);
  });
  // Script that knows that Chromium fills `chrome` anew, and makes another where there is none.
  for (const name of each)
    await pages[name].evaluate(() => {
      for (const api of ['chrome', 'browser'])
        if (!Reflect.deleteProperty(globalThis, api)) Reflect.set(globalThis, api, undefined);
    });
  await console.bringToFront();
  await console.getByRole('button', { name: 'Ask for cookies' }).click();
  for (const name of each) {
    // The browser puts this there when it tells a page of new permissions, just before what was taken away.
    const arrived = () =>
      pages[name].evaluate(() => typeof Reflect.get(Object(Reflect.get(globalThis, 'chrome')), 'cookies'));
    await expect.poll(arrived, { message: name }).toBe('object');
    await nothing(name);
  }
  world().complaints.clear();
});
