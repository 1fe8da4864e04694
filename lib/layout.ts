// How the sidebar stands beside the CRM page. Apart from settings.ts, so that a page can know it without the storage.
import * as v from 'valibot';

/** width in CSS pixels. */
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
