// What "Clear everything" empties of the browser's own areas, and the one thing there that open sidebars go on needing.
import { expect, it, vi } from 'vitest';
import { forgetAll } from '@/lib/background/services/forget-all';
import { createFrames } from '@/lib/background/services/frames';
import { frameArea } from './frame-area';

const held = vi.hoisted(() => ({ session: { get: vi.fn(), remove: vi.fn(), clear: vi.fn() } }));
vi.mock('@/lib/background/connections/run-on', () => ({ runOn: async () => undefined }));
vi.mock('wxt/browser', () => ({
  browser: {
    action: { setBadgeText: async () => undefined },
    alarms: { clearAll: async () => true },
    permissions: { getAll: async () => ({}) },
    runtime: { getManifest: () => ({}) },
    storage: { local: { clear: async () => undefined }, session: held.session },
  },
}));

it('leaves which frames are ours, so that an open sidebar is answered by the next worker too, and nothing else', async () => {
  const area = frameArea({ 'frame:a': 7, 'frame-word:7': 'word', shown: { 7: ['x'] }, allowances: [1] });
  held.session.get.mockImplementation(area.get);
  held.session.remove.mockImplementation(area.remove);
  held.session.clear.mockImplementation(async () => area.remove(Object.keys(area.rows)));
  await forgetAll();
  expect(Object.keys(area.rows)).toEqual(['frame:a', 'frame-word:7']);
  expect(await createFrames(() => area).isOurs({ documentId: 'a', tab: { id: 7 } })).toBe(true);
});
