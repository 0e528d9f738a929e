import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: '100%',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: [
      'tests/browser/**',
      'tests/counterparts/**',
      'tests/crash/**',
      'tests/**/*.postgres.test.ts',
      '**/node_modules/**',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
