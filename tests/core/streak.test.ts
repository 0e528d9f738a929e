import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../src/core/local-date.js';
import { streak } from '../../src/core/streak.js';

const TODAY = localDate('2026-03-02');
const ago = (...days: readonly number[]) => days.map((day) => addDays(TODAY, -day));

describe('streak', () => {
  it.each([
    ['nothing was ever reviewed', ago(), 0, false],
    ['today is the first day', ago(0), 1, true],
    ['yesterday was the first day', ago(1), 1, false],
    ['yesterday was missed', ago(2, 3), 0, false],
    ['yesterday was missed and today is done', ago(0, 2, 3), 1, true],
    ['today is done after two days', ago(0, 1, 2), 3, true],
    ['today is not done after two days', ago(1, 2), 2, false],
    ['an older run stands behind a gap', ago(1, 2, 4, 5, 6), 2, false],
    ['it runs across the end of a month and a leap day', [...ago(0, 1, 2), localDate('2024-02-29')], 3, true],
    ['the days are in another order, and one is twice', ago(2, 0, 1, 1), 3, true],
    ['a day is still to come, as after a flight west', ago(-1, 0, 1), 2, true],
    ['only tomorrow was reviewed', ago(-1), 0, false],
  ])('counts where %s', (_, days, count, doneToday) => {
    expect(streak(days, TODAY)).toEqual({ days: count, doneToday });
  });

  it('grows by one with the review of today, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (days) => {
        const before = streak(ago(...days), TODAY);
        expect(streak(ago(0, ...days), TODAY)).toEqual({ days: before.days + 1, doneToday: true });
        expect(before.doneToday).toBe(false);
      }),
    );
  });

  it('is as long as the longest run of days that ends today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.array(fc.integer({ min: 0, max: 100 })), (length, older) => {
        const run = Array.from({ length }, (_, day) => day);
        const behindAGap = older.map((day) => length + 1 + day);
        expect(streak(ago(...run, ...behindAGap), TODAY)).toEqual({ days: length, doneToday: true });
      }),
    );
  });
});
