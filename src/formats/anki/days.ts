import { addDays, type Instant, instant, type LocalDate, localDate } from '../../core/local-date.js';

/** Anki's default, and the hour of a collection's creation. */
export const ANKI_ROLLOVER_HOUR = 4;

/** How a collection counts its days. */
export type AnkiCalendar = {
  /** The collection's day 0. */
  readonly start: LocalDate;
  /** Minutes by which the learner's clock is ahead of UTC. */
  readonly offsetMinutes: number;
  /** The hour at which the learner's day begins. */
  readonly rolloverHour: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The years 1970 to 2200; a number outside them is no moment of a review. */
const LAST = Date.UTC(2200, 0, 1);
const LAST_DAY_NUMBER = 100_000;

function within(value: number, lowest: number, highest: number): number {
  return Number.isFinite(value) ? Math.min(highest, Math.max(lowest, value)) : lowest;
}

function dateAt(milliseconds: number): LocalDate {
  return localDate(new Date(within(milliseconds, 0, LAST)).toISOString().slice(0, 10));
}

/**
 * Older collections do not store their time zone, but Anki sets their creation to 04:00 local time: the hour in UTC
 * gives the offset, for every place from 11 hours behind to 12 ahead.
 */
function offsetOfCreation(createdSeconds: number): number {
  const minutes = Math.floor(within(createdSeconds * 1000, 0, LAST) / MINUTE) % (24 * 60);
  const behind = ANKI_ROLLOVER_HOUR * 60 - minutes;
  return behind < -11 * 60 ? behind + 24 * 60 : behind;
}

/**
 * @param createdSeconds `col.crt`
 * @param minutesWest `creationOffset` of the configuration, where it has one
 */
export function calendarOf(createdSeconds: number, minutesWest: number | null, rolloverHour: number): AnkiCalendar {
  const known = minutesWest === null ? null : within(-minutesWest, -12 * 60, 14 * 60);
  const offsetMinutes = known ?? offsetOfCreation(createdSeconds);
  const start = dateAt(createdSeconds * 1000 + offsetMinutes * MINUTE);
  return { start, offsetMinutes, rolloverHour: within(rolloverHour, 0, 23) };
}

/** The date of the collection's day number `day`. */
export function dateOfDay(calendar: AnkiCalendar, day: number): LocalDate {
  return addDays(calendar.start, Math.round(within(day, -LAST_DAY_NUMBER, LAST_DAY_NUMBER)));
}

/** The learner's date at a moment, in milliseconds since 1970. */
export function dateOfMoment(calendar: AnkiCalendar, milliseconds: number): LocalDate {
  return dateAt(milliseconds + calendar.offsetMinutes * MINUTE - calendar.rolloverHour * HOUR);
}

/** `at`, or noon of the date where `at` lies on another day in the collection's time zone. */
export function momentOn(calendar: AnkiCalendar, date: LocalDate, at: Instant | undefined): Instant {
  if (at !== undefined && dateOfMoment(calendar, at) === date) return at;
  return instant(Date.parse(`${date}T00:00:00Z`) + DAY / 2 - calendar.offsetMinutes * MINUTE);
}
