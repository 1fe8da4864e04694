// Opens a browser with the built extension in it, every host name led to the sandbox. The extension knows nothing of it.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowser } from './find.ts';
import { isRoot } from './machine.ts';

export type LaunchOptions = {
  /** Folder of the built extension. */
  extension: string;
  /** Folders of other extensions to load beside it; without workers of their own. */
  beside?: readonly string[];
  /** The sandbox's port on 127.0.0.1. */
  port: number;
  /** A profile to go on with, for restarts; without it an own one, thrown away on close. */
  profile?: string;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /** null: as large as its window, for a person. */
  viewport?: { width: number; height: number } | null;
  /** More command-line arguments. */
  args?: string[];
  /** Leaves the welcome tab open that the extension opens when it is installed, for a test of that very tab. */
  keepWelcome?: boolean;
};

export type Launched = {
  context: BrowserContext;
  extensionId: string;
  /** The background's worker of now: after one has ended, the next is another. Waits for one where there is none. */
  worker(): Promise<Worker>;
  profile: string;
  /** Ends the browser as a person would. */
  close(): Promise<void>;
  /** Ends its process with SIGKILL, as a crash would. The profile stays. */
  kill(): Promise<void>;
};

/** Nothing of the browser's own goes out: what the sandbox then sees is the page's or the extension's. */
const silence = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-client-side-phishing-detection',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

/**
 * What Playwright 1.65 turns off: of two such lists the browser takes the last one, ours. And the pages of the address
 * bar's popup, which take a renderer and a tenth of a test's work, and which nobody sees.
 */
const off = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/**
 * Opens the browser and waits until the extension's worker is there and its first tab is closed. The profile must be in
 * no other browser's use.
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const browser = findBrowser();
  const { extension, beside = [], port, headless = true } = options;
  const folders = [extension, ...beside];
  const own = options.profile === undefined;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'stagecheck-profile-')));
  const fresh = !existsSync(join(profile, 'Default'));
  const load =
    browser.loads === 'flag'
      ? [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`]
      : ['--enable-unsafe-extension-debugging'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    // Whoever starts it ends it, so that its profile goes with it; it dies with this process in any case.
    handleSIGINT: false,
    args: [
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...(headless ? ['--headless=new'] : []),
      ...silence,
      `--disable-features=${off}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
      ...load,
      ...(options.args ?? []),
    ],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The browser gave no DevTools session.');
  if (browser.loads === 'pipe') for (const folder of folders) await loadOverPipe(session, folder);
  // The last one: where one is about to go, it stands before the one that takes its place.
  const worker = async () => context.serviceWorkers().at(-1) ?? context.waitForEvent('serviceworker');
  const first = await worker();
  // Opened later than a test's own page it would cover it, and a page behind another draws one frame a second.
  if (fresh && options.keepWelcome !== true) await (await welcomeTab(context)).close();

  const forget = () => (own ? rm(profile, { recursive: true, force: true, maxRetries: 5 }) : undefined);
  return {
    context,
    worker,
    profile,
    extensionId: new URL(first.url()).host,
    async close() {
      await context.close();
      await forget();
    },
    async kill() {
      const pid = await browserProcess(session);
      const gone = new Promise((resolve) => context.once('close', resolve));
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
}

/** The tab that the extension opens by itself when it is installed. Throws when none comes in half a minute. */
export async function welcomeTab(context: BrowserContext): Promise<Page> {
  const led = async (page: Page) => {
    await page.waitForURL(/\/welcome\.html$/, { waitUntil: 'commit' });
    return page;
  };
  return Promise.any([...context.pages().map(led), context.waitForEvent('page').then(led)]);
}

/** Google Chrome's way to an unpacked extension. */
async function loadOverPipe(session: CDPSession, path: string): Promise<void> {
  await session.send('Extensions.loadUnpacked', { path });
}

/** The process id of the browser itself, as it says. */
async function browserProcess(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not tell its process.');
  return main.id;
}
