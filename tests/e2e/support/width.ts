// Sets how wide the sidebar stands, by its own menu, whatever it shows meanwhile.
import { expect } from 'vitest';
import type { Sidebar } from './sidebar.ts';

/** In CSS pixels; one of the widths that the menu's steps lead to. */
export async function setWidth(sidebar: Sidebar, width: number): Promise<void> {
  const said = sidebar.frame.getByText(/^Width: \d+ px$/);
  await sidebar.button('Menu').click();
  for (;;) {
    const now = Number((await said.textContent())?.match(/\d+/)?.[0]);
    if (now === width) break;
    // By key, for the buttons move away from under a mouse.
    await sidebar.button(now < width ? 'Wider' : 'Narrower').focus();
    await sidebar.press('Space');
    await expect.poll(() => said.textContent()).not.toBe(`Width: ${now} px`);
  }
  await sidebar.press('Escape');
  await said.waitFor({ state: 'detached' });
  await expect.poll(() => sidebar.frame.evaluate(() => innerWidth)).toBe(width);
}

/** Whether something at this width is cut off, or asks to be scrolled, sideways. */
export const overflows = ({ frame }: Sidebar): Promise<boolean> =>
  frame.evaluate(() => document.documentElement.scrollWidth > innerWidth);
