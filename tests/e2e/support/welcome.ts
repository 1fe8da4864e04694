// The welcome page as a rep uses it, by roles and names.
import type { Page } from 'playwright-core';
import type { Launched } from '../../browser/launch.ts';

export class Welcome {
  constructor(readonly page: Page) {}

  static async open({ context, extensionId }: Launched): Promise<Welcome> {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/welcome.html`);
    return new Welcome(page);
  }

  get key() {
    return this.page.getByLabel('Service key or private-app token');
  }

  /** What the checked key opens. */
  get account() {
    return this.page.getByText(/^This key opens /);
  }

  async chooseCrm(name: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Your CRM' }).getByRole('radio', { name }).check();
  }

  /** One of the chosen CRM's ways, by its kind: oauth, session. */
  async chooseWay(kind: string): Promise<void> {
    const ways = this.page.getByRole('radiogroup', { name: 'How to connect' });
    await ways.locator(`input[value=${kind}]`).check();
  }

  /** Pastes a key and has it checked; the outcome is for the caller to wait for. */
  async check(key: string): Promise<void> {
    await this.key.fill(key);
    await this.page.getByRole('button', { name: /^Check( again)?$/ }).click();
  }

  async choosePerson(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Your name or e-mail' }).fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.page.getByRole('button', { name: `Connect as ${name}` }).click();
  }

  /** All of it: a good key, who the rep is, the proposed mapping as it is. */
  async connect(key: string, person: string): Promise<void> {
    await this.check(key);
    await this.account.waitFor();
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.choosePerson(person);
    await this.finish();
  }

  /** Takes the proposed mapping as it is. */
  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save and finish' }).click();
    await this.page.getByRole('heading', { name: 'Ready' }).waitFor();
  }
}
