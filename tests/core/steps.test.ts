import { expect, it } from 'vitest';
import { runToEnd, runWithPauses, type Steps } from '../../src/core/steps.js';

function* counting(to: number, seen: number[]): Steps<string> {
  for (let n = 1; n <= to; n += 1) {
    seen.push(n);
    yield;
  }
  return `${to} done`;
}

it('gives the same result at once and with pauses, and pauses after each step', async () => {
  const seen: number[] = [];
  expect(runToEnd(counting(3, seen))).toBe('3 done');
  const paused: number[] = [];
  const others: string[] = [];
  const result = await runWithPauses(counting(3, paused), async () => others.push(`after ${paused.length}`));
  expect([result, paused, others]).toEqual(['3 done', seen, ['after 1', 'after 2', 'after 3']]);
});

it('passes on what fails between pauses', async () => {
  function* failing(): Steps<never> {
    yield;
    throw new Error('broken');
  }
  await expect(runWithPauses(failing(), async () => {})).rejects.toThrow('broken');
});
