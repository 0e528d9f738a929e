import { defineConfig } from 'vitest/config';

/** Run after `npm run build`: the program is killed as it is shipped. */
export default defineConfig({
  test: { include: ['tests/crash/**/*.test.ts'], testTimeout: 45 * 60_000, hookTimeout: 60_000 },
});
