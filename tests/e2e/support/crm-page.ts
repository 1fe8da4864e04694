// A page of the CRM with Stagecheck beside it: opening the sidebar, going elsewhere, what the page itself hears.
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { type Box, boxOf } from './closed-root.ts';
import { Sidebar } from './sidebar.ts';

export class CrmPage {
  constructor(readonly page: Page) {}

  static async open(context: BrowserContext, url: string): Promise<CrmPage> {
    const page = await context.newPage();
    await page.goto(url);
    await page.bringToFront();
    return new CrmPage(page);
  }

  get host() {
    return this.page.locator('stagecheck-sidebar');
  }

  launcher(): Promise<Box> {
    return boxOf(this.page, 'Stagecheck');
  }

  frame(): Frame | undefined {
    return this.page.frames().find((frame) => frame.url().endsWith('/sidebar.html'));
  }

  /** Alt+Q, as a rep presses it in the page. */
  async toggle(): Promise<void> {
    await this.host.waitFor({ state: 'attached' });
    await this.page.keyboard.press('Alt+q');
  }

  /** The sidebar, opened with Alt+Q unless it stands there already. */
  async sidebar(): Promise<Sidebar> {
    await this.host.waitFor({ state: 'attached' });
    if (this.frame() === undefined) await this.toggle();
    return this.present();
  }

  /** The sidebar that is open, or about to be: waits for its frame. */
  async present(): Promise<Sidebar> {
    let frame = this.frame();
    while (frame === undefined) {
      await this.page.waitForEvent('framenavigated');
      frame = this.frame();
    }
    await frame.getByRole('banner').waitFor();
    return new Sidebar(this.page, frame);
  }
}
