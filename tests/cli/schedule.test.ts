import { expect, it } from 'vitest';
import { schedule } from '../../src/cli/schedule.js';
import { fakeIo } from '../support/fake-io.js';

const run = async (stdin: string, scheduler = 'sm2', retention = '0.9') => {
  const io = fakeIo({ stdin });
  const exit = await schedule(io, { scheduler, batch: '-', retention });
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

it('prints FSRS’s memory beside its dates', async () => {
  const reviews = ['2026-01-01', '2026-01-04', '2026-01-18'].map((on) => ({ on, grade: 'good' }));
  const { lines } = await run(JSON.stringify({ reviews }), 'fsrs');
  expect(lines[0].states).toEqual([
    { on: '2026-01-01', intervalDays: 3, due: '2026-01-04', stability: 2.3065, difficulty: 2.118104 },
    { on: '2026-01-04', intervalDays: 14, due: '2026-01-18', stability: 13.826903, difficulty: 2.111214 },
    { on: '2026-01-18', intervalDays: 57, due: '2026-03-16', stability: 56.95671, difficulty: 2.104331 },
  ]);
  const keen = await run(JSON.stringify({ reviews }), 'fsrs', '0.95');
  expect(keen.lines[0].states[2].intervalDays).toBeLessThan(30);
  await expect(run('{}', 'fsrs', '0.5')).rejects.toThrow('0.5');
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
