import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => join('tests', name))
  .filter((name) => name.endsWith('.test.ts'));

/** Those whose properties have fewer runs in `npm test`. */
const withFewerRuns = files.filter((name) => readFileSync(name, 'utf8').includes('support/runs.js'));

/** Large inputs, and properties with all their runs (`npm run test:thorough`). */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    isolate: false,
    include: ['tests/**/*.thorough.test.ts', ...withFewerRuns],
    exclude: ['**/node_modules/**'],
    setupFiles: ['tests/support/one-process.setup.ts'],
    env: { TEST_RUNS: process.env.TEST_RUNS ?? '1' },
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
