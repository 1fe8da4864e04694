// The browser's session storage, as far as the frames need it: in memory.
import type { FrameArea } from '@/lib/background/services/frames';

export function frameArea(rows: Record<string, unknown> = {}): FrameArea & { rows: Record<string, unknown> } {
  const held = { ...rows };
  return {
    rows: held,
    get: async (key) => (key === null ? { ...held } : Object.hasOwn(held, key) ? { [key]: held[key] } : {}),
    set: async (more) => void Object.assign(held, more),
    remove: async (keys) => {
      for (const key of [keys].flat()) delete held[key];
    },
  };
}
