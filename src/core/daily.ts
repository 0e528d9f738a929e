import { addDays, type LocalDate, type WallClock } from './local-date.js';

/** A time on a learner's wall clock: `hour` 0 to 23, `minute` 0 to 59. */
export type TimeOfDay = { readonly hour: number; readonly minute: number };

/**
 * Whether a learner wants a daily message, at what time, and from which of their dates on; `from` is `null` for
 * preferences that are older than the field.
 */
export type DailyPreference =
  | { readonly kind: 'off' }
  | ({ readonly kind: 'on'; readonly from: LocalDate | null } & TimeOfDay);

type DailyDecision =
  | { readonly kind: 'send'; readonly on: LocalDate }
  | { readonly kind: 'wait'; readonly reason: 'off' | 'not-yet' | 'too-early' | 'already-sent' | 'nothing-due' };

/** Whether the clock shows a time or one after it. */
function isReached(time: TimeOfDay, clock: TimeOfDay): boolean {
  return clock.hour * 60 + clock.minute >= time.hour * 60 + time.minute;
}

/**
 * Whether today's message is sent. A message missed while the program was down is sent late on the same local date, but
 * not on a later one.
 *
 * @param clock the learner's wall clock; the date is the calendar's, not the one that rolls over at 04:00
 * @param lastSentOn the latest local date with a message
 * @param cards how many cards wait
 */
export function decideDaily(
  preference: DailyPreference,
  clock: WallClock,
  lastSentOn: LocalDate | null,
  cards: number,
): DailyDecision {
  if (preference.kind === 'off') return { kind: 'wait', reason: 'off' };
  if (lastSentOn !== null && lastSentOn >= clock.date) return { kind: 'wait', reason: 'already-sent' };
  if (!startsBy(preference, clock.date)) return { kind: 'wait', reason: 'not-yet' };
  if (!isReached(preference, clock)) return { kind: 'wait', reason: 'too-early' };
  if (cards === 0) return { kind: 'wait', reason: 'nothing-due' };
  return { kind: 'send', on: clock.date };
}

/** Whether messages are wanted on a date. */
export function startsBy(preference: DailyPreference, date: LocalDate): boolean {
  return preference.kind === 'on' && (preference.from === null || preference.from <= date);
}

/**
 * The preference of somebody who sets this time now. The first message is today's where its time is still to come, this
 * minute included, else tomorrow's: nobody who sets a daily time wants a message at once for a time that has passed.
 */
export function dailyAt({ hour, minute }: TimeOfDay, clock: WallClock): DailyPreference {
  const passed = isReached({ hour, minute: minute + 1 }, clock);
  return { kind: 'on', hour, minute, from: passed ? addDays(clock.date, 1) : clock.date };
}

/** The date of the next message; `null` where none is wanted. `lastOn` is the latest date that had one, or will have. */
export function nextDaily(preference: DailyPreference, clock: WallClock, lastOn: LocalDate | null): LocalDate | null {
  if (preference.kind === 'off') return null;
  const { from } = preference;
  const first = from !== null && from > clock.date ? from : clock.date;
  return lastOn !== null && lastOn >= first ? addDays(lastOn, 1) : first;
}
