import { defineConfig } from 'vitest/config';

/** The store on a server Postgres: TEST_DATABASE_URL where set, else a server of its own (`npm run test:store`). */
export default defineConfig({
  test: {
    include: ['tests/**/*.postgres.test.ts'],
    globalSetup: ['tests/support/server-postgres.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
