import { and, eq } from 'drizzle-orm';
import type { Queries } from './database.js';
import type { ReviewRequest } from './interfaces/reviews.js';
import { learners } from './schema.js';

/**
 * Makes the reviews of one learner run one at a time: a second transaction waits here until the first has committed.
 * It is a statement of its own, because a statement sees the database as it was before it began to wait.
 */
export async function lockLearner(
  db: Queries,
  { workspaceId, learnerId }: Pick<ReviewRequest, 'workspaceId' | 'learnerId'>,
): Promise<void> {
  const rows = await db
    .select({ id: learners.learnerId })
    .from(learners)
    .where(and(eq(learners.workspaceId, workspaceId), eq(learners.learnerId, learnerId)))
    .for('no key update');
  if (rows.length === 0) throw new Error(`no learner ${learnerId} in ${workspaceId}`);
}
