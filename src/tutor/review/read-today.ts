import { waitingIn } from '../../core/day.js';
import { addDays, learningDate } from '../../core/local-date.js';
import { type Streak, streak } from '../../core/streak.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';
import { type Day, readDay } from './read-day.js';
import { continueReview } from './start-review.js';

export type Today = {
  readonly day: Day;
  readonly streak: Streak;
  /** Whether a session beyond the day's cards is unfinished, where nothing else waits. */
  readonly isUnfinished: boolean;
};

/** The longest streak that is counted, in days. */
const LONGEST_STREAK = 400;

/** Reads a learner's day with their streak. */
export async function readToday(context: TutorContext, learner: Learner): Promise<Today> {
  const { workspaceId, id } = learner;
  const today = learningDate(context.now, learner.timeZone);
  const [day, days] = await Promise.all([
    readDay(context, learner, null),
    context.store.boards.daysReviewed(workspaceId, id, addDays(today, -LONGEST_STREAK)),
  ]);
  const isUnfinished = waitingIn(day.counts) === 0 && (await continueReview(context, learner, null)) !== null;
  return { day, streak: streak(days, today), isUnfinished };
}
