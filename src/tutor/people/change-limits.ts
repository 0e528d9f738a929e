import type { DayLimits } from '../../core/day.js';
import { learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/**
 * Sets how much a learner wants of a day and of a sitting. Sessions that are open end: what was answered in them is
 * logged, their messages go on where they stand, and the next start goes by the new limits.
 */
export async function changeLimits(
  { store, now }: TutorContext,
  learner: Learner,
  limits: Partial<DayLimits>,
): Promise<Learner> {
  const changed = (await store.learners.update(learner.workspaceId, learner.id, { limits })) ?? learner;
  await store.sessions.closeReviews(learner.workspaceId, learner.id, learningDate(now, learner.timeZone), now);
  return changed;
}
