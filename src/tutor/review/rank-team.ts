import { rank, type Standing } from '../../core/leaderboard.js';
import { addDays, type LocalDate, learningDate, weekNumber, weekStart } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

export type Board = {
  readonly week: number;
  /** A Monday and the following Sunday. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly standings: readonly Standing[];
};

/**
 * This week's board, counted from the review log. The week is the ISO week of the asker's learning date; each
 * person's reviews count on their own local date.
 */
export async function rankTeam(context: TutorContext, learner: Learner): Promise<Board> {
  const today = learningDate(context.now, learner.timeZone);
  const from = weekStart(today);
  const to = addDays(from, 6);
  const counts = await context.store.boards.countByLearner(learner.workspaceId, from, to);
  return { week: weekNumber(today), from, to, standings: rank(counts) };
}
