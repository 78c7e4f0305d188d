import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'e2e/src/**/*.test.ts',
      'docs/**/*.test.ts',
      'bench/src/**/*.test.ts',
    ],
    // Tests share no state, and a fresh module graph a file costs more than all the tests (measured: 13 times).
    isolate: false,
    pool: 'threads',
    testTimeout: 20_000,
  },
});
