import { defineConfig } from 'vitest/config';

/**
 * What starts processes, keeps its data on the disk, is the program as a whole or needs modules of its own, such as
 * mocked ones (`npm run test:program`).
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    include: ['tests/**/*.program.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
