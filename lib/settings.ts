// Every stored setting and its migrations. Secrets, drafts and submissions are not settings: see database.ts.

import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

/** How the sidebar stands beside the CRM page. width in CSS pixels. */
export const LayoutSchema = v.strictObject({
  open: v.boolean(),
  side: v.picklist(['left', 'right']),
  /** push: the page makes room; overlay: the sidebar lies over it. */
  mode: v.picklist(['push', 'overlay']),
  width: v.pipe(v.number(), v.minValue(280), v.maxValue(560)),
  /** Where the launcher stands: its middle, as a part of the window's height. */
  launcherY: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type Layout = v.InferOutput<typeof LayoutSchema>;

export const layoutItem = storage.defineItem<Layout>('local:layout', {
  fallback: { open: false, side: 'right', mode: 'push', width: 360 },
  version: 1,
});

/** When this browser session's first worker started (ISO): parts what was written today from older work. */
export const sessionStartItem = storage.defineItem<string | null>('session:startedAt', { fallback: null });
