// How the sidebar stands beside the CRM page, and the little that a rep chooses in its menu. Apart from settings.ts, so that a page can know it without the storage.
import * as v from 'valibot';

/** Width of the compact sidebar, in CSS pixels: the verdict and how much is missing, nothing else. */
export const COMPACT = 56;

/** width in CSS pixels; what the sidebar goes back to from compact. */
export const LayoutSchema = v.strictObject({
  open: v.boolean(),
  side: v.picklist(['left', 'right']),
  /** push: the page makes room; overlay: the sidebar lies over it. */
  mode: v.picklist(['push', 'overlay']),
  width: v.pipe(v.number(), v.minValue(280), v.maxValue(560)),
  /** Only the verdict, 56 px wide. */
  compact: v.optional(v.boolean()),
  /** How long the call was goes into the note. */
  callInNote: v.optional(v.boolean()),
  /** Where the launcher stands: its middle, as a part of the window's height. */
  launcherY: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type Layout = v.InferOutput<typeof LayoutSchema>;

/** What of it a page may change: its launcher and its handle change no more. The rest is the rep's choice in the sidebar. */
export const PageChangeSchema = v.partial(v.pick(LayoutSchema, ['open', 'width', 'launcherY']));
export type PageChange = Partial<Pick<Layout, 'open' | 'width' | 'launcherY'>>;
