// At which sizes of the frame what it shows can be read.
import { expect, test } from 'vitest';
import { isLegible } from '@/components/sidebar/gate/legible';

const ratios = [1, 1.25, 1.5, 2, 2.625, 3];
const zooms = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

test('every zoom of a browser from 50 % to 500 % can be read, on every screen, down to the narrowest sidebar', () => {
  const refused = ratios.flatMap((ratio) =>
    zooms.filter((zoom) => !isLegible(280, Math.fround(ratio * zoom))),
  );
  expect(refused).toEqual([]);
});

test.each([
  ['zoomed by a page to a fiftieth', 360, 0.02],
  ['zoomed by a page to a third', 360, 0.3],
  ['zoomed to half, and narrower than a sidebar can be', 200, 0.5],
  ['narrower than a sidebar can be', 200, 1],
  ['a few pixels wide', 8, 1],
  ['so large that a word fills the window', 360, 40],
  ['with a ratio of nothing', 360, 0],
  ['with a ratio that is no number', 360, Number.NaN],
])('what is %s can’t', (_, width, ratio) => {
  expect(isLegible(width, ratio)).toBe(false);
});
