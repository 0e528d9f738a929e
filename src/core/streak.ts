import { addDays, type LocalDate } from './local-date.js';

export type Streak = {
  /** Days in a row with a review, up to today, or up to yesterday while today has none yet. */
  readonly days: number;
  readonly doneToday: boolean;
};

/**
 * The streak that a learner's review days amount to. A day without a review ends it; today cannot end it before it is
 * over. Days after today (of somebody who has travelled west) count for nothing until they come.
 *
 * @param days the learner's local dates, in any order
 */
export function streak(days: readonly LocalDate[], today: LocalDate): Streak {
  const reviewed = new Set(days);
  const doneToday = reviewed.has(today);
  let day = doneToday ? today : addDays(today, -1);
  let count = 0;
  while (reviewed.has(day)) {
    count += 1;
    day = addDays(day, -1);
  }
  return { days: count, doneToday };
}
