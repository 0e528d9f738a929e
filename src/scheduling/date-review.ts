import type { LearnerId } from '../core/ids.js';
import type { LoggedReview, Progress, Scheduler } from '../core/progress.js';
import type { Scheduling } from '../core/scheduling.js';
import { chanceOf, chooseDate, type Load } from '../core/spread.js';

/** Who answers, how their cards are planned, and what their coming days hold already. */
export type Planner = {
  readonly learner: LearnerId;
  readonly scheduling: Scheduling;
  readonly scheduler: Scheduler;
  readonly load: Load;
};

/** The answer with the date that is chosen for its card; as it is where that is the plan's own day. */
export function dateReview(planner: Planner, before: Progress, review: LoggedReview): LoggedReview {
  const { learner, scheduling, scheduler, load } = planner;
  if (scheduling.spread === 'exact' || review.purpose === 'drill') return review;
  const known = before.kind === 'new' ? null : before;
  const range = scheduler.range(scheduler.next(known, review).plan.intervalDays);
  if (range.least === range.most) return review;
  const chance = chanceOf([learner, review.cardId, String(known?.reviews ?? 0)]);
  return { ...review, due: chooseDate(review.on, range, { load, easyDays: scheduling.easyDays, chance }) };
}
