import { expect, it } from 'vitest';
import { becomesLeech, isLeech } from '../../src/core/leech.js';

it('is a card that was forgotten eight times, said again after each four more', () => {
  expect([7, 8, 30].map(isLeech)).toEqual([false, true, true]);
  const said = Array.from({ length: 20 }, (_, lapses) => lapses + 1).filter((lapses) =>
    becomesLeech(lapses - 1, lapses),
  );
  expect(said).toEqual([8, 12, 16, 20]);
  expect(becomesLeech(8, 8)).toBe(false);
});
