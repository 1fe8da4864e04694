// Every stored setting and its migrations. Secrets, drafts and submissions are not settings: see database.ts.

import { storage } from 'wxt/utils/storage';
import type { Layout } from './layout';

export { type Layout, LayoutSchema } from './layout';

export const layoutItem = storage.defineItem<Layout>('local:layout', {
  fallback: { open: false, side: 'right', mode: 'push', width: 360 },
  version: 1,
});

/** When this browser session's first worker started (ISO): parts what was written today from older work. */
export const sessionStartItem = storage.defineItem<string | null>('session:startedAt', { fallback: null });
