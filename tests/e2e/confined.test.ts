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

/** The calls that the sidebar makes. Of what the browser keeps it reads two numbers. */
const OF_FRAME = [
  'runtime.connect',
  'runtime.id',
  'runtime.sendMessage',
  'storage.session.get',
  'storage.session.onChanged',
  'tabs.create',
  'tabs.getCurrent',
];

/** All that a document has of the browser's calls, by name, in its own window and in those of blank frames of its own. */
async function callsOfBrowser(): Promise<string[]> {
  const blank = document.body.appendChild(document.createElement('iframe'));
  const inline = document.createElement('iframe');
  inline.setAttribute('sandbox', 'allow-same-origin allow-scripts');
  document.body.append(inline);
  // What our own parts give to whoever asks for them again.
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const parts: unknown[] = await Promise.all(
    files.filter((name) => name.endsWith('.js')).map((name) => import(name).catch(() => null)),
  );
  const given = parts.flatMap((part) => Object.values(Object(part)));
  const found = new Set<string>();
  const look = (owner: unknown, path: string, depth: number): void => {
    for (const name of Object.getOwnPropertyNames(Object(owner))) {
      const value: unknown = Reflect.get(Object(owner), name);
      if (value === undefined) continue;
      const isEvent = typeof Reflect.get(Object(value), 'addListener') === 'function';
      if (typeof value === 'object' && value !== null && !isEvent && depth < 3)
        look(value, `${path}${name}.`, depth + 1);
      else found.add(path + name);
    }
  };
  const windows = [window, blank.contentWindow, inline.contentWindow].map(Object);
  const named = windows.flatMap((view) => [Reflect.get(view, 'chrome'), Reflect.get(view, 'browser')]);
  const isApi = (value: unknown) => typeof value === 'object' && Reflect.has(Object(value), 'runtime');
  for (const api of [...named, ...given.filter(isApi)]) look(api, '', 0);
  // Chromium gives these to every page of the web, and to a blank frame.
  return [...found].filter((name) => !/^(app|csi|loadTimes)\b/.test(name)).sort();
}

it('script in the sidebar’s frame has these calls of the browser’s, and no others', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  await (await page.sidebar()).shows('Ann Meyer');
  expect(await page.frame()?.evaluate(callsOfBrowser)).toEqual(OF_FRAME);
});

it('script in the sidebar’s frame learns nothing of what the browser keeps for the background, and writes nothing there', async () => {
  const page = await world().visit(world().hubspot.people.ann.url);
  await (await page.sidebar()).shows('Ann Meyer');
  const had = await page.frame()?.evaluate(async () => {
    const session = Reflect.get(Reflect.get(Reflect.get(globalThis, 'chrome'), 'storage'), 'session');
    const heard: string[] = [];
    session.onChanged.addListener((changes: object) => heard.push(...Object.keys(changes)));
    Object.assign(window, { heard });
    const asked = await Promise.all([null, 'shown', ['shown'], undefined].map((key) => session.get(key)));
    return [...new Set(asked.flatMap((rows) => Object.keys(rows)))];
  });
  expect(had?.filter((key) => key !== 'erased')).toEqual([]);
  const other = await world().visit(world().hubspot.people.noReply.url);
  await (await other.present()).shows(world().hubspot.people.noReply.name);
  const heard = await page.frame()?.evaluate<string[]>('window.heard');
  expect(heard?.filter((key) => key !== 'erased' && key !== 'called')).toEqual([]);
});

it('script in the sidebar’s frame takes no keyboard in another tab', async () => {
  const { people } = world().hubspot;
  const other = await world().visit(people.noReply.url);
  const page = await world().visit(people.ann.url);
  await (await page.sidebar()).shows('Ann Meyer');
  // Open in one tab, it is open in all.
  await (await other.present()).shows(people.noReply.name);
  expect(await other.hasKeyboard()).toBe(false);
  const told = await page.frame()?.evaluate(async () => {
    const { tabs } = Reflect.get(globalThis, 'chrome');
    const message = { command: 'toggle', key: true, at: Date.now() };
    const found: { id: number }[] = (await tabs.query?.({})) ?? [];
    return Promise.all(found.map(({ id }) => tabs.sendMessage(id, message).then(String, String)));
  });
  expect(told).toEqual([]);
  expect(await other.hasKeyboard()).toBe(false);
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
    // The frame takes no more calls than it has.
    if (name === 'frame') continue;
    // The browser puts this there when it tells a page of new permissions, just before what was taken away.
    const arrived = () =>
      pages[name].evaluate(() => typeof Reflect.get(Object(Reflect.get(globalThis, 'chrome')), 'cookies'));
    await expect.poll(arrived, { message: name }).toBe('object');
    await nothing(name);
  }
  await nothing('frame');
  expect(await frame.evaluate(callsOfBrowser)).toEqual(OF_FRAME);
  world().complaints.clear();
});
