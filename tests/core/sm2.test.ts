import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import {
  comesAgain,
  DEFAULT_MAX_INTERVAL_DAYS,
  MIN_EASE_HUNDREDTHS,
  NO_MAX_INTERVAL,
  type Sm2State,
  sm2,
} from '../../src/core/sm2.js';
import published from './fixtures/sm2-published.json' with { type: 'json' };

const quality = fc.constantFrom<Quality[]>(0, 1, 2, 3, 4, 5);
const history = fc.array(quality, { maxLength: 60 });

function replay(grades: readonly number[], maxIntervalDays = DEFAULT_MAX_INTERVAL_DAYS): readonly Sm2State[] {
  const states: Sm2State[] = [];
  for (const grade of grades) states.push(sm2(states.at(-1) ?? null, grade as Quality, maxIntervalDays));
  return states;
}

describe('SM-2 as published', () => {
  it.each(
    published.vectors.map((vector) => [vector.grades.join(' '), vector] as const),
  )('follows the text: %s', (_, vector) => {
    const states = replay(vector.grades, NO_MAX_INTERVAL).map((state) => ({
      interval: state.intervalDays,
      repetition: state.repetitions,
      efactor: state.easeHundredths / 100,
    }));
    expect(states).toEqual(vector.published);
  });

  it.each([
    { name: 'first success', before: null, quality: 4, after: [1, 250, 1] },
    { name: 'first success, perfect', before: null, quality: 5, after: [1, 260, 1] },
    { name: 'second success', before: [1, 250, 1], quality: 4, after: [2, 250, 6] },
    { name: 'third: 6 × 2.5', before: [2, 250, 6], quality: 4, after: [3, 250, 15] },
    { name: 'rounded up: 15 × 2.36 = 35.4', before: [3, 236, 15], quality: 3, after: [4, 222, 36] },
    { name: 'exact products stay exact: 6 × 1.5', before: [2, 150, 6], quality: 4, after: [3, 150, 9] },
    { name: 'the floor of 1.3', before: [2, 136, 6], quality: 3, after: [3, 130, 9] },
    { name: 'a failure leaves the E-Factor', before: [5, 216, 90], quality: 2, after: [0, 216, 1] },
    { name: 'a blackout on a new card', before: null, quality: 0, after: [0, 250, 1] },
    { name: 'after a failure it starts again', before: [0, 216, 1], quality: 5, after: [1, 226, 1] },
    { name: 'the cap of ten years', before: [9, 260, 3000], quality: 5, after: [10, 270, 3650] },
  ] as const)('works out $name', ({ before, quality: answered, after }) => {
    const state =
      before === null ? null : { repetitions: before[0], easeHundredths: before[1], intervalDays: before[2] };
    expect(sm2(state, answered)).toEqual({ repetitions: after[0], easeHundredths: after[1], intervalDays: after[2] });
  });

  it('keeps the interval at one day or more, the E-Factor at 1.3 or more and whole, and the cap', () => {
    fc.assert(
      fc.property(history, (grades) => {
        for (const state of replay(grades)) {
          expect(state.intervalDays).toBeGreaterThanOrEqual(1);
          expect(state.intervalDays).toBeLessThanOrEqual(DEFAULT_MAX_INTERVAL_DAYS);
          expect(Number.isInteger(state.intervalDays)).toBe(true);
          expect(state.easeHundredths).toBeGreaterThanOrEqual(MIN_EASE_HUNDREDTHS);
          expect(Number.isInteger(state.easeHundredths)).toBe(true);
        }
      }),
    );
  });

  it('never lengthens the interval at a lapse, and never shortens it at a success', () => {
    fc.assert(
      fc.property(history, quality, (grades, last) => {
        const before = replay(grades).at(-1) ?? null;
        const after = sm2(before, last);
        if (before === null) return;
        if (last < 3) expect(after.intervalDays).toBeLessThanOrEqual(before.intervalDays);
        else expect(after.intervalDays).toBeGreaterThanOrEqual(before.intervalDays);
      }),
    );
  });

  it('asks again in the same session for what scored under 4', () => {
    expect(([0, 1, 2, 3, 4, 5] as const).map(comesAgain)).toEqual([true, true, true, true, false, false]);
  });
});
