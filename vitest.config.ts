// Two projects: unit (pure code, the sandbox, the repository's own rules) and e2e (the production build in Chromium).
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': resolve(import.meta.dirname) };

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/sandbox/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          setupFiles: ['tests/unit/patience.ts'],
          // By itself vitest leaves one core of two unused.
          maxWorkers: 2,
          // Reached only when something is wrong, however busy the machine is.
          expect: { poll: { timeout: 10_000 } },
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As long as the pages' own waits: reached only when something is wrong.
          expect: { poll: { timeout: 10_000 } },
          // Each file has a browser and a sandbox of its own, and most of its time goes by in waiting for them.
          maxWorkers: 2,
          globalSetup: ['tests/e2e/support/setup.ts'],
          // After the unit tests, so that the browser has the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
