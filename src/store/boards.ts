import { and, asc, between, count, desc, eq, gte, max, min, sql } from 'drizzle-orm';
import type { LearnerId, WorkspaceId } from '../core/ids.js';
import type { LocalDate } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Boards } from './interfaces/reviews.js';
import { learners, reviews } from './schema.js';
import { isStanding } from './standing.js';

/**
 * Asks the index for each day of the workspace instead of reading the learner's log, so that a day costs the same
 * however many reviews it has. Measured with 3,400 reviews of one learner among 1,000: 1.5 ms against 5.
 */
async function daysReviewed(db: Queries, workspace: WorkspaceId, learner: LearnerId, since: LocalDate) {
  const span = db
    .select({ first: min(reviews.on).as('first'), last: max(reviews.on).as('last') })
    .from(reviews)
    .where(and(eq(reviews.workspaceId, workspace), gte(reviews.on, since)))
    .as('span');
  const day = sql`${span.first} + steps.n`.mapWith(reviews.on);
  const reviewed = db
    .select({ one: sql`1`.as('one') })
    .from(reviews)
    .where(
      and(
        eq(reviews.workspaceId, workspace),
        eq(reviews.on, day),
        eq(reviews.learnerId, learner),
        eq(reviews.purpose, 'plan'),
        isStanding(),
      ),
    )
    .limit(1)
    .as('reviewed');
  const rows = await db
    .select({ day: day.as('day') })
    .from(span)
    .crossJoinLateral(sql`generate_series(0, ${span.last} - ${span.first}) as steps (n)`)
    .crossJoinLateral(reviewed)
    .orderBy(desc(sql`day`));
  return rows.map((row) => row.day);
}

export function createBoards(database: Database): Boards {
  return {
    countByLearner(workspace, from, to) {
      return database.run((db) =>
        db
          .select({
            learnerId: learners.learnerId,
            name: learners.name,
            reviews: count(),
            known: sql<number>`count(*) filter (where ${reviews.quality} >= 4)`.mapWith(Number),
          })
          .from(reviews)
          .innerJoin(
            learners,
            and(eq(learners.workspaceId, reviews.workspaceId), eq(learners.learnerId, reviews.learnerId)),
          )
          .where(
            and(
              eq(reviews.workspaceId, workspace),
              between(reviews.on, from, to),
              eq(reviews.purpose, 'plan'),
              isStanding(),
            ),
          )
          .groupBy(learners.learnerId, learners.name)
          .orderBy(asc(learners.learnerId)),
      );
    },
    daysReviewed: (workspace, learner, since) => database.run((db) => daysReviewed(db, workspace, learner, since)),
  };
}
