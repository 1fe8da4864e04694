// Shuts content scripts out of our storage, where the browser can.

import { browser } from 'wxt/browser';
import { reported } from '@/lib/diagnostics/report';

/** The policy's area too. A browser without it still works, with what it has: no area's refusal stops the others. */
export function keepToOurselves(): void {
  const { local, session, sync, managed } = browser.storage;
  for (const area of [local, session, sync, managed])
    void shut(area).catch(reported('services.shut', undefined));
}

type Area = { setAccessLevel?: (to: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/** Firefox has no such call for most areas, and may lack an area. */
async function shut(area: Area | undefined): Promise<void> {
  await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
