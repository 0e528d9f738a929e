import { defineConfig } from 'vitest/config';

/** Run from the project's top, after `npm run build`: the program is tested as it is shipped, in its own process. */
export default defineConfig({
  test: {
    include: ['tests/counterparts/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['tests/counterparts/fresh-database.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
