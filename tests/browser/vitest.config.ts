import { defineConfig } from 'vitest/config';

/** Run from the project's top, after `npm run build`: the page is tested as it is shipped. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
