import { expect, it } from 'vitest';
import { readSources } from './support/source-files.js';

const PURE = /^(core|language|encoding|notes|diff|formats|lookup|grading|zones|tutor|bot)\//;
const HIDDEN_INPUT = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(/;

it('reads neither clock nor chance in logic: both are arguments', async () => {
  const sources = await readSources();
  const reading = sources
    .filter(({ file, code }) => PURE.test(file) && HIDDEN_INPUT.test(code))
    .map(({ file }) => file);
  expect(sources.length).toBeGreaterThan(80);
  expect(reading).toEqual([]);
});
