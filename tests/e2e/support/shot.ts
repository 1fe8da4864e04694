// Screenshots of states, for people to look at: demo-output/states/NAME.png.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

export const folder = resolve(import.meta.dirname, '../../../demo-output/states');

/** Takes the page as it is, once what still moves has come to rest. */
export async function shot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
