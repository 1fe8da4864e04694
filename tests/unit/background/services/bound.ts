// A binding that lets every sidebar at every record, for tests of what comes after it.
import { vi } from 'vitest';

export const bound = () => ({
  here: async () => undefined,
  hereOrBefore: async () => undefined,
  wasHere: async () => true,
  group: vi.fn(),
  belong: vi.fn(),
  alsoBelongs: vi.fn(),
});
