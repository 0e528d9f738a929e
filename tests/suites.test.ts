import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const TESTS = fileURLToPath(new URL('.', import.meta.url));

/** Suites whose files have modules of their own. */
const APART = /^(browser|counterparts|crash)\/|\.(program|postgres)\.test\.ts$/;

const shared = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.test\.tsx?$/.test(name) && !APART.test(name),
);

it('files that share a worker mock no module and stub no global: such a test is a *.program.test.ts', () => {
  expect(shared.length).toBeGreaterThan(100);
  const lasting = /\bvi\.(mock|doMock|hoisted|stubEnv|stubGlobal)\(|\bprocess\.env\.\w+ = /;
  expect(shared.filter((name) => lasting.test(readFileSync(`${TESTS}${name}`, 'utf8')))).toEqual([]);
});
