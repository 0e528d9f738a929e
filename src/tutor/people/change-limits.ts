import type { DayLimits } from '../../core/day.js';
import { learningDate } from '../../core/local-date.js';
import type { Learner } from '../../store/interfaces/learners.js';
import type { TutorContext } from '../context.js';

/**
 * Sets how much a learner wants in a day and in a session. Open sessions end, since their answers are logged, and the next
 * session uses the new limits.
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
