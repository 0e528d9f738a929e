import type { TimeOfDay } from '../core/daily.js';
import type { Language } from '../core/language.js';
import { daysBetween, type Instant, type LocalDate, wallClock } from '../core/local-date.js';
import { say } from './messages/say.js';

/** Days as on a grade button: "today", "6 d", "3 mo", "2 y". */
export function interval(language: Language, days: number): string {
  if (days <= 0) return say(language, 'review.when.today');
  if (days < 60) return say(language, 'review.when.days', { days });
  if (days < 700) return say(language, 'review.when.months', { months: Math.round(days / 30.4) });
  return say(language, 'review.when.years', { years: Math.round(days / 365) });
}

/** A date as seen from today: "yesterday", "tomorrow", "on Friday" within a week, else "on 3 December". */
export function dayWords(language: Language, date: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, date);
  if (days > 1 && days < 7) return weekday(language, date);
  if (days < -30 || days >= 7) return calendarDay(language, date);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

/** The name of a day of the week, from 0 for Monday. */
export function weekdayName(language: Language, day: number): string {
  // 1970-01-05 was a Monday.
  const date = new Date(Date.UTC(1970, 0, 5 + day));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

function weekday(language: Language, date: LocalDate): string {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(date));
  return say(language, 'date.weekday', { name });
}

function calendarDay(language: Language, date: LocalDate): string {
  return say(language, 'date.day', { day: shortDate(language, date) });
}

/** These two write the day before the month. */
const LOCALES = { en: 'en-GB', es: 'es' } as const satisfies Record<Language, string>;

/** "3 December", "3 de diciembre". */
export function shortDate(language: Language, date: LocalDate): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(date));
}

/** "14:05", in the learner's time zone. */
export function clockTime(at: Instant, timeZone: string): string {
  return timeOfDay(wallClock(at, timeZone));
}

/** "09:00". */
export function timeOfDay({ hour, minute }: TimeOfDay): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "94 %" as the language writes it. */
export function percent(language: Language, share: number): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** How many code units of one visible character, with its marks, are read. */
const LONGEST_CHARACTER = 16;

/**
 * Shortens a text to fit a label, with an ellipsis at its end. Counts visible characters and reads no more of the
 * text than needed: finding the characters of a long text takes quadratic time.
 */
export function shortenLabel(text: string, max: number): string {
  const head = text.slice(0, (max + 1) * LONGEST_CHARACTER);
  const characters = [...new Intl.Segmenter().segment(head)].map((part) => part.segment);
  if (characters.length <= max && head.length === text.length) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}
