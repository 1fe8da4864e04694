// The toolbar popup's page as a rep uses it, by roles and names, in a tab of its own. real-popup.ts opens the real one.
import type { Locator, Page } from 'playwright-core';
import type { Launched } from '../../browser/launch.ts';

export class Popup {
  constructor(readonly page: Page) {}

  /** In a tab of its own: what it shows and does is the same, but no page of the CRM is in front. `at`: its clock. */
  static async open({ context, extensionId }: Launched, at?: Date): Promise<Popup> {
    const page = await context.newPage();
    if (at) await page.clock.setFixedTime(at);
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    return Popup.shown(page);
  }

  /** Once it has read the queue. */
  static async shown(page: Page): Promise<Popup> {
    await page.getByText(/ waiting to be written, /).waitFor({ state: 'attached' });
    return new Popup(page);
  }

  /** Presses a key that may close the popup, as going somewhere does, before the key is up again. */
  async press(key: string): Promise<void> {
    await this.orClosed(() => this.page.keyboard.press(key));
  }

  /** The same for a click. */
  async click(button: Locator): Promise<void> {
    await this.orClosed(() => button.click());
  }

  private async orClosed(act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => {
      if (!this.page.isClosed()) throw error;
    });
  }

  list(name: 'Waiting to be written' | 'Unfinished' | 'Written today'): Locator {
    return this.page.getByRole('region', { name });
  }

  rows(name: Parameters<Popup['list']>[0]): Locator {
    return this.list(name).getByRole('listitem').getByRole('button');
  }

  row(name: string): Locator {
    return this.page.getByRole('listitem').getByRole('button').filter({ hasText: name });
  }

  /** A picture of the day, as its table has it: label and number. */
  async bars(title: 'Stage reached' | 'Left unknown'): Promise<Record<string, number>> {
    const rows = await this.page.getByRole('table', { name: title }).getByRole('row').all();
    const read = async (row: Locator): Promise<[string, number]> => [
      await row.getByRole('rowheader').innerText(),
      Number(await row.getByRole('cell').innerText()),
    ];
    return Object.fromEntries(await Promise.all(rows.map(read)));
  }
}
