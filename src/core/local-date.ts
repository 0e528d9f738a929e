import { type Brand, brand } from './brand.js';
import { remembering } from './remembering.js';

/** A calendar day as a learner lives it, `YYYY-MM-DD`. Not an instant: it has no time zone. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** The hour at which a learner's day begins: a review at 01:30 still belongs to the evening before. */
export const DAY_ROLLOVER_HOUR = 4;

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Throws a `RangeError` unless `value` is a day that exists, `YYYY-MM-DD`. */
export function localDate(value: string): LocalDate {
  const match = PATTERN.exec(value);
  const day = match ? new Date(`${value}T00:00:00Z`) : undefined;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
    throw new RangeError(`not a date: ${value}`);
  }
  return brand<LocalDate>(value);
}

/** Throws a `RangeError` unless `milliseconds` is a finite number. */
export function instant(milliseconds: number): Instant {
  if (!Number.isFinite(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`);
  return brand<Instant>(milliseconds);
}

/** Schedules ask for the same years again and again, and a `Date` costs more than all else that they do. */
const DAYS_KEPT = 10_000;

const toDayNumber = remembering((date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS, DAYS_KEPT);

const fromDayNumber = remembering(
  (day: number): LocalDate => brand<LocalDate>(new Date(day * DAY_MS).toISOString().slice(0, 10)),
  DAYS_KEPT,
);

const LAST_DAY = Date.parse('9999-12-31T00:00:00Z') / DAY_MS;

/** The date `days` days later (earlier where negative). Ends at 9999-12-31, the last day that the format can write. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(Math.min(LAST_DAY, toDayNumber(date) + days));
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The Monday of the date's ISO 8601 week. */
export function weekStart(date: LocalDate): LocalDate {
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -sinceMonday);
}

/** The ISO 8601 week number, 1 to 53: week 1 is the one with the year's first Thursday. */
export function weekNumber(date: LocalDate): number {
  const thursday = addDays(weekStart(date), 3);
  const newYear = localDate(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor(daysBetween(newYear, thursday) / 7) + 1;
}

/** The clock on the learner's wall. `hour` is 0 to 23. */
export type WallClock = { readonly date: LocalDate; readonly hour: number; readonly minute: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** What a clock shows in an IANA time zone. Throws a `RangeError` for an unknown zone. */
export function wallClock(at: Instant, timeZone: string): WallClock {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: localDate(`${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`),
    hour: Number(of('hour')),
    minute: Number(of('minute')),
  };
}

/** The learner's date at an instant, with the day beginning at 04:00 on their wall. */
export function learningDate(at: Instant, timeZone: string): LocalDate {
  const { date, hour } = wallClock(at, timeZone);
  return hour < DAY_ROLLOVER_HOUR ? addDays(date, -1) : date;
}

/** Whether the runtime knows the IANA zone. */
export function isTimeZone(value: string): boolean {
  try {
    formatterFor(value);
    return true;
  } catch {
    return false;
  }
}
