import { and, eq, sql } from 'drizzle-orm';
import { chunksOf } from '../core/collections.js';
import type { CardId } from '../core/ids.js';
import type { Progress } from '../core/progress.js';
import type { Scheduling } from '../core/scheduling.js';
import { schedulerFor } from '../scheduling/scheduler.js';
import type { Queries } from './database.js';
import type { Learner } from './interfaces/learners.js';
import { type Person, replayLog } from './replay-log.js';
import { learnerFromRow, progressColumns } from './rows.js';
import { schedulingColumns } from './scheduling-rows.js';
import { learners, progress } from './schema.js';

/** A statement takes 65,535 parameters at most; a snapshot has 12. */
const ROWS_PER_STATEMENT = 2000;

/** The strongest lock: an answer that is being written waits for it, and then finds that the settings are others. */
async function change(db: Queries, { workspace, learner }: Person, scheduling: Partial<Scheduling>) {
  const key = and(eq(learners.workspaceId, workspace), eq(learners.learnerId, learner));
  await db.select({ id: learners.learnerId }).from(learners).where(key).for('update');
  const [row] = await db
    .update(learners)
    .set({ ...schedulingColumns(scheduling), planVersion: sql`${learners.planVersion} + 1` })
    .where(key)
    .returning();
  return row === undefined ? null : learnerFromRow(row);
}

async function write(db: Queries, { workspace, learner }: Person, known: ReadonlyMap<CardId, Progress>): Promise<void> {
  const rows = [...known].flatMap(([cardId, state]) =>
    state.kind === 'new' ? [] : [{ workspaceId: workspace, learnerId: learner, cardId, ...progressColumns(state) }],
  );
  for (const some of chunksOf(rows, ROWS_PER_STATEMENT)) {
    await db
      .insert(progress)
      .values(some)
      .onConflictDoUpdate({
        target: [progress.workspaceId, progress.learnerId, progress.cardId],
        set: {
          repetitions: sql`excluded.repetitions`,
          easeHundredths: sql`excluded.ease_hundredths`,
          intervalDays: sql`excluded.interval_days`,
          stability: sql`excluded.stability`,
          difficulty: sql`excluded.difficulty`,
          due: sql`excluded.due`,
          lastReviewedOn: sql`excluded.last_reviewed_on`,
          reviews: sql`excluded.reviews`,
          lapses: sql`excluded.lapses`,
        },
      });
  }
}

/** Changes how a learner's cards are planned and plans them all anew from the log, in one transaction. */
export async function reschedule(
  db: Queries,
  person: Person,
  scheduling: Partial<Scheduling>,
): Promise<Learner | null> {
  const changed = await change(db, person, scheduling);
  if (changed === null) return null;
  await write(db, person, await replayLog((work) => work(db), person, schedulerFor(changed.scheduling)));
  return changed;
}
