import { and, eq } from 'drizzle-orm';
import type { LearnerId, WorkspaceId } from '../core/ids.js';
import type { Scheduler } from '../core/progress.js';
import type { Scheduling } from '../core/scheduling.js';
import { schedulerFor } from '../scheduling/scheduler.js';
import type { Queries } from './database.js';
import { learners } from './schema.js';

type LearnerRow = typeof learners.$inferSelect;

export function schedulingFromRow(row: LearnerRow): Scheduling {
  return {
    scheduler: row.scheduler,
    chosenBy: row.schedulerChosenBy,
    retentionPercent: row.retentionPercent,
    spread: row.spread,
    easyDays: row.easyDays,
    maxIntervalDays: row.maxIntervalDays,
    overdueCredit: row.overdueCredit,
  };
}

/** The columns of what is given; drizzle leaves out what is `undefined`. */
export function schedulingColumns({ chosenBy, ...rest }: Partial<Scheduling>) {
  return {
    ...rest,
    ...(chosenBy === undefined ? {} : { schedulerChosenBy: chosenBy }),
  };
}

/** The learner's scheduler, read within a transaction that has locked them. */
export async function readScheduler(
  db: Queries,
  { workspaceId, learnerId }: { readonly workspaceId: WorkspaceId; readonly learnerId: LearnerId },
): Promise<Scheduler> {
  const key = and(eq(learners.workspaceId, workspaceId), eq(learners.learnerId, learnerId));
  const [row] = await db.select().from(learners).where(key);
  if (row === undefined) throw new Error(`no learner ${learnerId} in ${workspaceId}`);
  return schedulerFor(schedulingFromRow(row));
}
