import { addDays, daysBetween, type LocalDate, weekStart } from './local-date.js';

/** The days after a review on which its card may come back, both included. */
export type DayRange = { readonly least: number; readonly most: number };

/** How much somebody wants to review on a day of the week. */
export const DAY_EASES = ['normal', 'fewer', 'none'] as const;
export type DayEase = (typeof DAY_EASES)[number];

/** From Monday to Sunday. */
export type EasyDays = readonly [DayEase, DayEase, DayEase, DayEase, DayEase, DayEase, DayEase];

export const NO_EASY_DAYS: EasyDays = ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'];

/** Cards that are due on a date already. */
export type Load = (date: LocalDate) => number;

/** Anki's bands (rslib/src/scheduler/states/fuzz.rs): each part of an interval widens the range by its share. */
const BANDS = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const;
/** Under this a card comes on its day: the next one would be half as late again. */
const SHORTEST_SPREAD = 2.5;
const EARLIEST = 2;

/**
 * How a day is weighed, in the way of Anki's load balancer (rslib/src/scheduler/states/load_balancer.rs). Its power of the
 * load is 2.15; with this one peaks are lower and as much is remembered (docs/schedulers.md).
 */
const LOAD_POWER = 5;
const DAYS_POWER = 3;
const CAPACITY = { normal: 1, fewer: 0.5, none: 0 } as const satisfies Record<DayEase, number>;

export function exactly(days: number): DayRange {
  return { least: days, most: days };
}

/** Anki's fuzz range for an interval. */
export function fuzzRange(days: number, maxDays: number): DayRange {
  if (days < SHORTEST_SPREAD) return exactly(days);
  const delta = BANDS.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(days, to) - from), 1);
  const most = Math.min(Math.round(days + delta), maxDays);
  return { least: Math.min(most, Math.max(EARLIEST, Math.round(days - delta))), most };
}

/**
 * The date on which a card comes back: one of its range, the likelier the fewer cards wait there already, and the nearer
 * it is. On a day of `none` cards come only where the range has no other.
 *
 * @param chance from 0 to under 1; the same gives the same date
 */
export function chooseDate(
  on: LocalDate,
  range: DayRange,
  { load, easyDays, chance }: { readonly load: Load; readonly easyDays: EasyDays; readonly chance: number },
): LocalDate {
  const weekday = daysBetween(weekStart(on), on);
  const days = Array.from({ length: range.most - range.least + 1 }, (_, index) => {
    const length = range.least + index;
    const ease = easyDays[(weekday + length) % easyDays.length] ?? 'normal';
    return { length, date: addDays(on, length), capacity: CAPACITY[ease] };
  });
  const isFree = days.every(({ capacity }) => capacity === 0);
  const weighed = days.map(({ length, date, capacity }) => {
    const weight = Math.max(1, load(date)) ** -LOAD_POWER * length ** -DAYS_POWER;
    return { date, weight: isFree ? weight : weight * capacity };
  });
  let rest = chance * weighed.reduce((sum, { weight }) => sum + weight, 0);
  for (const { date, weight } of weighed) {
    rest -= weight;
    if (rest < 0) return date;
  }
  return addDays(on, range.most);
}

/** FNV-1a, with the finalizer of MurmurHash3: one changed letter changes every bit. */
export function chanceOf(parts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of parts.join('\0')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
