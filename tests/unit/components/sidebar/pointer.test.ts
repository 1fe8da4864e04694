// Which presses of a pointer count: a hand that came to the button and rested there, or one that pressed again.
import { beforeEach, expect, test } from 'vitest';
import { createPointer, HOVER_MS, type Lacks, type Point } from '@/components/sidebar/gate/pointer';

const button = { name: 'Confirm' };
const other = { name: 'Try again' };
let told: (object | null)[] = [];
let lacking: Lacks = 'time';
const start = () =>
  createPointer<object>((early, lacks) => {
    told.push(early);
    lacking = lacks;
  });
let pointer = start();

beforeEach(() => {
  told = [];
  pointer = start();
});

/** A point of the frame, which stands at `frame` on the screen. */
const point = (at: number, x: number, y: number, frame = 900, zoom = 1): Point => ({
  ...{ at, touches: false, clientX: x, clientY: y, screenX: frame + x * zoom, screenY: 80 + y * zoom },
});
const touch = (at: number, x: number, y: number): Point => ({ ...point(at, x, y), touches: true });

/** A hand comes over the frame's edge and to the button. */
function comes(zoom = 1) {
  pointer.seen(null, point(1000, 4, 300, 900, zoom));
  pointer.seen(null, point(1016, 40, 420, 900, zoom));
  pointer.seen(button, point(1032, 90, 500, 900, zoom));
}

test.each([0.25, 1, 1.25, 4])('a hand that came there and rested presses it, at a zoom of %d', (zoom) => {
  comes(zoom);
  expect(pointer.countsIn(1032)).toBe(HOVER_MS);
  expect(pointer.press(button, point(1032 + HOVER_MS, 92, 500, 900, zoom))).toBe(true);
  expect(told).toEqual([]);
});

test('one that presses on arriving is told to press again, and then it counts', () => {
  comes();
  expect(pointer.press(button, point(1300, 90, 500))).toBe(false);
  expect(told).toEqual([button]);
  expect(pointer.press(button, point(1300 + HOVER_MS, 90, 500))).toBe(true);
  expect(told).toEqual([button, null]);
});

test('however often it is pressed, two presses near to each other never count', () => {
  comes();
  for (let at = 1100; at < 5000; at += 200) expect(pointer.press(button, point(at, 90, 500))).toBe(false);
});

test('a frame that the page moves under a resting hand starts anew', () => {
  comes();
  pointer.seen(other, point(1500, 90, 500));
  // 60 px further down on the screen: the same place of the hand is another of the frame.
  const under = { ...point(2100, 90, 440), screenY: 580 };
  expect(pointer.press(button, under)).toBe(false);
  comes();
  expect(pointer.press(button, { ...point(1032 + HOVER_MS, 300, 500), screenX: 990 })).toBe(false);
});

test('a frame that comes up under a hand that doesn’t move is not pressed by any click, before it moves', () => {
  pointer.seen(button, point(1000, 90, 500));
  expect(pointer.countsIn(9000)).toBe(null);
  for (let at = 9000; at < 15_000; at += HOVER_MS + 100)
    expect(pointer.press(button, point(at, 90, 500))).toBe(false);
  expect(lacking).toBe('move');
  pointer.seen(button, point(15_000, 91, 500));
  expect(pointer.press(button, point(15_100 + HOVER_MS, 91, 500))).toBe(true);
});

test('a finger presses twice', () => {
  expect(pointer.press(button, touch(1000, 90, 500))).toBe(false);
  expect(lacking).toBe('time');
  pointer.left();
  expect(pointer.press(button, touch(1900, 97, 505))).toBe(true);
});

test('a finger’s second press counts on that button alone, in a frame that stayed, and not for long', () => {
  pointer.press(button, touch(1000, 90, 500));
  pointer.left();
  expect(pointer.press(other, touch(1900, 90, 500))).toBe(false);
  pointer.left();
  expect(pointer.press(other, { ...touch(2800, 90, 500), screenY: 480 })).toBe(false);
  pointer.left();
  expect(pointer.press(other, { ...touch(20_000, 90, 500), screenY: 480 })).toBe(false);
});

test('another record under a resting hand starts anew', () => {
  comes();
  pointer.changed(3000);
  expect(pointer.press(button, point(3200, 90, 500))).toBe(false);
});

test('what is not final is pressed at any time', () => {
  expect(pointer.press(null, point(5, 9, 9))).toBe(true);
});
