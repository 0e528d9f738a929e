import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate } from '../../src/core/local-date.js';
import { chanceOf, chooseDate, type EasyDays, fuzzRange, NO_EASY_DAYS } from '../../src/core/spread.js';

/** A Monday. */
const ON = localDate('2026-03-02');
const noLoad = () => 0;

describe('the days on which a card may come back', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 2],
    [3, 2, 4],
    [6, 4, 8],
    [7, 5, 9],
    [15, 13, 17],
    [38, 34, 42],
    [100, 93, 107],
    [3650, 3466, 3650],
  ])('are Anki’s: %i days from %i to %i', (days, least, most) => {
    expect(fuzzRange(days, 3650)).toEqual({ least, most });
  });
});

describe('the date among them', () => {
  const range = { least: 4, most: 8 };
  const choose = (more: Partial<Parameters<typeof chooseDate>[2]>) =>
    daysBetween(ON, chooseDate(ON, range, { load: noLoad, easyDays: NO_EASY_DAYS, chance: 0.5, ...more }));

  it('is always one of them, and the same for the same chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), fc.array(fc.nat(500)), (chance, loads) => {
        const load = (date: typeof ON) => loads[daysBetween(ON, date)] ?? 0;
        const days = choose({ chance, load });
        expect(days).toBeGreaterThanOrEqual(4);
        expect(days).toBeLessThanOrEqual(8);
        expect(choose({ chance, load })).toBe(days);
      }),
    );
  });

  it('is the emptiest one where the others are full', () => {
    const load = (date: typeof ON) => (date === addDays(ON, 6) ? 1 : 100);
    for (const chance of [0.02, 0.3, 0.7, 0.98]) expect(choose({ chance, load })).toBe(6);
  });

  it('is no easy day as long as there is another', () => {
    // From Friday to Tuesday; the weekend is free.
    const easyDays: EasyDays = ['normal', 'normal', 'normal', 'normal', 'none', 'none', 'none'];
    const chosen = new Set([0, 0.2, 0.4, 0.6, 0.8, 0.99].map((chance) => choose({ chance, easyDays })));
    expect([...chosen].every((days) => days >= 7)).toBe(true);
    const never: EasyDays = ['none', 'none', 'none', 'none', 'none', 'none', 'none'];
    expect(choose({ easyDays: never })).toBeGreaterThanOrEqual(4);
  });

  it('is rarer on a day with fewer cards', () => {
    const easyDays: EasyDays = ['normal', 'normal', 'normal', 'normal', 'fewer', 'normal', 'normal'];
    const onFriday = (days: EasyDays) =>
      Array.from({ length: 1000 }, (_, at) => choose({ chance: at / 1000, easyDays: days })).filter((day) => day === 4);
    expect(onFriday(easyDays).length).toBeLessThan(onFriday(NO_EASY_DAYS).length * 0.75);
  });
});

it('draws chances evenly from ids that are alike', () => {
  const drawn = Array.from({ length: 10_000 }, (_, at) => chanceOf(['ana', `card-${at}`, '3']));
  const tenths = Array.from({ length: 10 }, (_, tenth) => drawn.filter((one) => Math.floor(one * 10) === tenth).length);
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(130);
  expect(chanceOf(['ana', 'a', '3'])).toBe(chanceOf(['ana', 'a', '3']));
});
