import type { LocalDate, WallClock } from './local-date.js';

/** A learner's wish for a daily message. */
export type DailyPreference = { readonly kind: 'off' } | { readonly kind: 'on'; readonly hour: number };

export type DailyDecision =
  | { readonly kind: 'send'; readonly on: LocalDate }
  | { readonly kind: 'wait'; readonly reason: 'off' | 'too-early' | 'already-sent' | 'nothing-due' };

/**
 * Whether today's message goes out. A message missed while the program was down goes out late on the same local
 * date; one of an earlier date does not.
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
  if (clock.hour < preference.hour) return { kind: 'wait', reason: 'too-early' };
  if (cards === 0) return { kind: 'wait', reason: 'nothing-due' };
  return { kind: 'send', on: clock.date };
}
