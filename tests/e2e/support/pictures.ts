// Pictures of the sidebar as it stands, narrow and wide, in light and dark, with what can be checked of them.
import { expect } from 'vitest';
import { expectAccessible } from './axe.ts';
import { shot } from './shot.ts';
import type { Sidebar } from './sidebar.ts';
import { overflows, setWidth } from './width.ts';

/** Expects that nothing is cut off sideways, and that all of it is accessible. `name` names the pictures. */
export async function pictures(sidebar: Sidebar, name: string): Promise<void> {
  for (const width of [280, 360]) {
    await setWidth(sidebar, width);
    expect(await overflows(sidebar), `${width}`).toBe(false);
    await shot(sidebar.page, `${name}-${width}`);
  }
  await expectAccessible(sidebar.page, sidebar.frame, name);
}
