import { defineConfig } from 'vitest/config';

/** One vitest run for everything that needs no browser; screens ask for jsdom at their head. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    setupFiles: ['tests/support/setup.ts'],
    globalSetup: ['tests/support/databases.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
