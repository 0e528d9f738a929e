import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SimulateOptions, simulate } from '../../src/cli/simulate.js';
import { fakeIo } from '../support/fake-io.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repaso-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const SMALL: SimulateOptions = {
  ...{ learners: '2', days: '60', new: '3', cards: null, retention: '0.9' },
  ...{ skip: '0.1', seed: '7', json: false, plots: null },
};

async function run(options: Partial<SimulateOptions> = {}) {
  const io = fakeIo({});
  const exit = await simulate(io, { ...SMALL, ...options });
  return { exit, lines: io.stdout };
}

it('prints a row for each scheduler, the same for the same seed', async () => {
  const { exit, lines } = await run();
  expect(exit).toBe(0);
  expect(lines.map((line) => line.split('|')[1]?.trim())).toEqual([
    'scheduler',
    '---',
    'SM-2',
    'SM-2, balanced',
    'FSRS',
    'FSRS, balanced',
  ]);
  expect((await run()).lines).toEqual(lines);
  expect((await run({ seed: '8' })).lines).not.toEqual(lines);
});

it('gives as JSON what it was asked and what came of it', async () => {
  const { lines } = await run({ json: true, cards: '20' });
  const { schedulers, ...asked } = JSON.parse(lines.join('\n'));
  expect(asked).toMatchObject({ learners: 2, days: 60, newPerDay: 3, cards: 20, skipped: 0.1, retentionPercent: 90 });
  for (const { met, remembered, known, oneLearner, peak } of schedulers) {
    expect(met).toBe(20);
    expect(remembered).toBeGreaterThan(10);
    expect(known).toBeGreaterThan(0.6);
    expect(oneLearner).toHaveLength(60);
    expect(peak.middle).toBeLessThanOrEqual(peak.worst);
  }
});

it('draws two pictures that follow light and dark', async () => {
  await run({ plots: path.join(folder, 'plots') });
  for (const name of ['schedulers.svg', 'schedulers-days.svg']) {
    const svg = await readFile(path.join(folder, 'plots', name), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 760 \d+"[^>]*role="img" aria-label="[^"]+">/);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg.match(/<polyline/g)?.length).toBeGreaterThanOrEqual(4);
  }
});

it.each([
  ['learners', '0'],
  ['days', 'a year'],
  ['retention', '0.99'],
  ['skip', '1'],
] as const)('says what --%s takes instead of %s', async (name, value) => {
  await expect(run({ [name]: value })).rejects.toThrow(`--${name}`);
});
