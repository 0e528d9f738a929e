import { defineConfig } from 'vitest/config';

/**
 * What is quick to run (`npm test`). Files share the modules and the database of their worker: importing anew for each
 * would cost more than all of its tests. What needs a process or modules of its own is `*.program.test.ts`.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    isolate: false,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: [
      'tests/browser/**',
      'tests/counterparts/**',
      'tests/crash/**',
      'tests/**/*.{postgres,program,thorough}.test.ts',
      '**/node_modules/**',
    ],
    setupFiles: ['tests/support/one-process.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
