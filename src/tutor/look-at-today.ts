import { addDays, learningDate } from '../core/local-date.js';
import { DEFAULT_LIMITS } from '../core/queue.js';
import { type Streak, streak } from '../core/streak.js';
import type { Learner } from '../store/interfaces/learners.js';
import type { TutorContext } from './context.js';

export type Today = {
  /** Cards that wait today, new ones included as far as a day takes them. */
  readonly waiting: number;
  readonly cards: number;
  readonly dueTomorrow: number;
  readonly streak: Streak;
};

/** A streak is counted no further back; in days. */
const LONGEST_STREAK = 400;

/** What a learner's day looks like. */
export async function lookAtToday(context: TutorContext, learner: Learner): Promise<Today> {
  const { store, now } = context;
  const { workspaceId, id } = learner;
  const today = learningDate(now, learner.timeZone);
  const [counts, newToday, dueTomorrow, days] = await Promise.all([
    store.progress.counts(workspaceId, id, today),
    store.progress.newOn(workspaceId, id, today),
    store.progress.dueOn(workspaceId, id, addDays(today, 1)),
    store.reviews.daysReviewed(workspaceId, id, addDays(today, -LONGEST_STREAK)),
  ]);
  const sum = (of: (deck: (typeof counts)[number]) => number) => counts.reduce((total, deck) => total + of(deck), 0);
  const unseen = Math.min(
    sum((deck) => deck.unseen),
    Math.max(0, DEFAULT_LIMITS.newPerDay - newToday),
  );
  return {
    waiting: sum((deck) => deck.due) + unseen,
    cards: sum((deck) => deck.cards),
    dueTomorrow,
    streak: streak(days, today),
  };
}
