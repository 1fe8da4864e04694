// The sidebar after a page has done away with it. Apart from CrmPage, which the demo and the soak use without a test's expect.
import { expect } from 'vitest';
import type { CrmPage } from './crm-page.ts';
import type { Sidebar } from './sidebar.ts';

/** Waits until it stands in its place again: its old frame may go while it is looked at. */
export async function backOn(crm: CrmPage): Promise<Sidebar> {
  const there = () =>
    crm
      .frame()
      ?.getByRole('main')
      .isVisible()
      .catch(() => false);
  await expect.poll(there).toBe(true);
  return crm.present();
}
