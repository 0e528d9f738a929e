import { expect, it } from 'vitest';
import { schedule } from '../../src/cli/schedule.js';
import { fakeIo } from '../support/fake-io.js';

const run = async (stdin: string) => {
  const io = fakeIo({ stdin });
  const exit = await schedule(io, { scheduler: 'sm2', batch: '-' });
  return { exit, lines: io.stdout.map((line) => JSON.parse(line)), errors: io.stderr };
};

it('replays qualities and grades alike', async () => {
  const history = (key: 'quality' | 'grade', values: readonly unknown[]) =>
    JSON.stringify({ id: key, reviews: values.map((value, index) => ({ on: `2026-01-0${index + 1}`, [key]: value })) });
  const { exit, lines } = await run(
    `${history('quality', [1, 3, 4, 5])}\n${history('grade', ['again', 'hard', 'good', 'easy'])}\n`,
  );
  expect(exit).toBe(0);
  expect(lines[0].states).toEqual(lines[1].states);
  expect(lines[0]).toEqual({
    id: 'quality',
    states: [
      { on: '2026-01-01', intervalDays: 1, due: '2026-01-02', easeFactor: 2.5, repetitions: 0 },
      { on: '2026-01-02', intervalDays: 1, due: '2026-01-03', easeFactor: 2.36, repetitions: 1 },
      { on: '2026-01-03', intervalDays: 6, due: '2026-01-09', easeFactor: 2.36, repetitions: 2 },
      { on: '2026-01-04', intervalDays: 15, due: '2026-01-19', easeFactor: 2.46, repetitions: 3 },
    ],
  });
});

it.each([
  ['{"reviews":[{"on":"2026-02-30","quality":4}]}'],
  ['{"reviews":[{"on":"2026-01-01","quality":6}]}'],
  ['{"reviews":[{"on":"2026-01-01","grade":"perfect"}]}'],
  ['[]'],
  ['{"reviews":'],
])('names the line that it cannot read: %s', async (bad) => {
  const { exit, lines, errors } = await run(`{"reviews":[]}\n${bad}\n`);
  expect([exit, lines]).toEqual([1, [{ states: [] }]]);
  expect(errors).toEqual([expect.stringMatching(/^-:2: ./)]);
});

it('survives a history that grows beyond every calendar', async () => {
  const reviews = Array.from({ length: 400 }, () => ({ on: '2026-01-01', quality: 5 }));
  const { exit, lines } = await run(JSON.stringify({ reviews }));
  expect(exit).toBe(0);
  expect(lines[0].states.at(-1).due).toBe('9999-12-31');
});
