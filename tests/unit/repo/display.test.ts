// Where the demo opens a window, and where it plays by itself.
import { expect, it } from 'vitest';
import { hasDisplay } from '../../demo/display.ts';

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: ':0', CI: 'true' }, false],
  ['darwin', {}, true],
  ['darwin', { CI: 'true' }, false],
  ['win32', { CI: 'false' }, true],
] as const)('%s with %j has a display: %s', (platform, env, expected) => {
  expect(hasDisplay(platform, env)).toBe(expected);
});
