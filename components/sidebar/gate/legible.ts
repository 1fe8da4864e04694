// Whether what the frame shows is large enough to be read: a page can shrink it by CSS zoom, which the frame's ratio tells.

/**
 * Device pixels for one CSS pixel. Our smallest text of a plan is 12 px: at half of that it can just be read, and half is
 * what a browser's own zoom of 50 % makes of it. The largest is a zoom of 500 % on a screen with a ratio of 3; past that,
 * hardly a word fits the window.
 */
const LEAST_RATIO = 0.5;
const MOST_RATIO = 15;
/** In CSS pixels. The narrowest sidebar has 280; a zoom of 500 % leaves 256 of a window of 1280. */
const LEAST_WIDTH = 250;
/** A ratio is a fraction that was rounded on its way: 0.05 comes as 0.05000000075. */
const ROUNDED = 0.01;

/** Of a frame that is `width` CSS pixels wide. */
export function isLegible(width: number, ratio: number): boolean {
  return ratio >= LEAST_RATIO - ROUNDED && ratio <= MOST_RATIO + ROUNDED && width >= LEAST_WIDTH;
}
