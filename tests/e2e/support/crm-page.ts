// A page of the CRM with Stagecheck beside it: opening the sidebar, going elsewhere, what the page itself hears.
import type { Frame, Page } from 'playwright-core';
import type { Launched } from '../../browser/launch.ts';
import { type Box, boxOf } from './closed-root.ts';
import { Sidebar } from './sidebar.ts';

export class CrmPage {
  constructor(
    readonly page: Page,
    readonly browser: Launched,
  ) {}

  /** `into`: an empty page; without it a new tab. */
  static async open(browser: Launched, url: string, into?: Page): Promise<CrmPage> {
    const page = into ?? (await browser.context.newPage());
    try {
      await page.goto(url);
      await page.bringToFront();
    } catch (error) {
      // Left alone, the browser loads it once the network is back, and it keeps one of the host's few connections. A page
      // that is stuck may take its time to close.
      const frames = page.frames().map((frame) => frame.url());
      void page.close().catch(() => undefined);
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new Error(`The page did not open: ${why}, with ${JSON.stringify(frames)}`, { cause: error });
    }
    return new CrmPage(page, browser);
  }

  get host() {
    return this.page.locator('#stagecheck-sidebar');
  }

  launcher(): Promise<Box> {
    return boxOf(this.page, 'Stagecheck');
  }

  /** The handle at the frame's edge. */
  handle(): Promise<Box> {
    return boxOf(this.page, 'Stagecheck: width');
  }

  /** Where the sidebar's frame stands in the window. */
  async frameBox(): Promise<{ x: number; width: number }> {
    const element = await this.frame()?.frameElement();
    const box = await element?.boundingBox();
    return { x: box?.x ?? Number.NaN, width: box?.width ?? Number.NaN };
  }

  /** How wide the CRM's own page is now. */
  width(): Promise<number> {
    return this.page.evaluate(() => document.body.getBoundingClientRect().width);
  }

  frame(): Frame | undefined {
    return this.page.frames().find((frame) => frame.url().endsWith('/sidebar.html'));
  }

  /** Alt+Q, as a rep presses it in the page. */
  async toggle(): Promise<void> {
    await this.host.waitFor({ state: 'attached' });
    await this.page.keyboard.press('Alt+q');
  }

  /** Goes to another record as people do: through the CRM's own lists, without a load. `list`: "Contacts", "Deals", "Leads". */
  async goTo(list: string, name: string): Promise<void> {
    await this.goToList(list);
    await this.page.getByRole('searchbox', { name: 'Search' }).fill(name);
    await this.page.getByRole('table').getByRole('link', { name, exact: true }).first().click();
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  async goToList(list: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: /^(Records|Objects)$/ })
      .getByRole('link', { name: list })
      .click();
    await this.page.getByRole('heading', { level: 1, name: list }).waitFor();
  }

  /** The sidebar, opened with Alt+Q, so that it has the keyboard. One that was left open is closed first. */
  async sidebar(): Promise<Sidebar> {
    if (await this.leftOpen()) await this.closeSidebar();
    await this.toggle();
    const sidebar = await this.present();
    await sidebar.keysOn();
    return sidebar;
  }

  /** Whether the keyboard is in the sidebar. */
  hasKeyboard(): Promise<boolean> {
    return this.host.evaluate((host) => document.activeElement === host);
  }

  /** Alt+Q beside an open sidebar that doesn't have the keyboard: takes it there. */
  async enter(): Promise<void> {
    const sidebar = await this.present();
    await this.page.keyboard.press('Alt+q');
    await this.page.waitForFunction(() => document.activeElement?.id === 'stagecheck-sidebar');
    await sidebar.keysOn();
  }

  /** Alt+Q in an open sidebar. A frame that is gone never says that a key went down or came up in it: nobody waits for that. */
  async closeSidebar(): Promise<void> {
    const { frame } = await this.present();
    if (!(await this.hasKeyboard())) await this.enter();
    const gone = this.page.waitForEvent('framedetached', (detached) => detached === frame);
    await this.page.keyboard.down('Alt');
    void this.page.keyboard.down('q').catch(() => {});
    await gone;
    await this.page.keyboard.up('q');
    await this.page.keyboard.up('Alt');
  }

  /** Whether the sidebar was left open, here or in another tab: new pages then open with it. */
  private async leftOpen(): Promise<boolean> {
    return (await this.browser.worker()).evaluate(
      "chrome.storage.local.get('layout').then(({ layout }) => layout?.open === true)",
    );
  }

  /** What is there of us, for whoever reads why a test failed. */
  private async stands(): Promise<string> {
    const ours = await this.host.count();
    return JSON.stringify({ ours, frames: this.page.frames().map((frame) => frame.url()) });
  }

  /** The sidebar that is open, or about to be: waits for its frame. */
  async present(): Promise<Sidebar> {
    let frame = this.frame();
    while (frame === undefined) {
      await this.page.waitForEvent('framenavigated').catch(async (late) => {
        throw new Error(`No sidebar came: ${await this.stands()}`, { cause: late });
      });
      frame = this.frame();
    }
    await frame.getByRole('main').waitFor();
    // A click in the first 700 ms of a frame counts for nothing (keys/useGate.ts): nobody can have meant it for what came up.
    await frame.waitForFunction(() => performance.now() > 700, undefined, { polling: 50 });
    return new Sidebar(this.page, frame);
  }
}
