import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { LearnerId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Database, Queries } from './database.js';
import type { Deliveries, Delivery } from './interfaces/deliveries.js';
import { deliveries } from './schema.js';

const delivery = {
  workspaceId: deliveries.workspaceId,
  learnerId: deliveries.learnerId,
  on: deliveries.on,
  sessionId: deliveries.sessionId,
};

function ofLearner(workspace: WorkspaceId, learner: LearnerId) {
  return and(eq(deliveries.workspaceId, workspace), eq(deliveries.learnerId, learner));
}

async function claim(db: Queries, wanted: Delivery, at: Instant, leaseUntil: Instant): Promise<Delivery | null> {
  const [claimed] = await db
    .insert(deliveries)
    .values({ ...wanted, claims: 1, claimedAt: at, leaseUntil })
    .onConflictDoUpdate({
      target: [deliveries.workspaceId, deliveries.learnerId, deliveries.on],
      set: { claims: sql`${deliveries.claims} + 1`, claimedAt: at, leaseUntil },
      setWhere: sql`${isNull(deliveries.outcome)} and ${lte(deliveries.leaseUntil, at)}`,
    })
    .returning(delivery);
  return claimed ?? null;
}

async function lastOutcomes(db: Queries, workspace: WorkspaceId, learner: LearnerId, limit: number) {
  const rows = await db
    .select({ outcome: deliveries.outcome })
    .from(deliveries)
    .where(and(ofLearner(workspace, learner), isNotNull(deliveries.outcome)))
    .orderBy(desc(deliveries.on))
    .limit(limit);
  return rows.flatMap(({ outcome }) => outcome ?? []);
}

async function lastDate(db: Queries, workspace: WorkspaceId, learner: LearnerId) {
  const [last] = await db
    .select({ on: deliveries.on })
    .from(deliveries)
    .where(ofLearner(workspace, learner))
    .orderBy(desc(deliveries.on))
    .limit(1);
  return last?.on ?? null;
}

export function createDeliveries({ run }: Database): Deliveries {
  return {
    claim: (wanted, at, leaseUntil) => run((db) => claim(db, wanted, at, leaseUntil)),
    async finish({ workspaceId, learnerId, on }, outcome, finishedAt) {
      const isOpen = and(ofLearner(workspaceId, learnerId), eq(deliveries.on, on), isNull(deliveries.outcome));
      await run((db) => db.update(deliveries).set({ outcome, finishedAt }).where(isOpen));
    },
    lastOutcomes: (workspace, learner, limit) => run((db) => lastOutcomes(db, workspace, learner, limit)),
    lastDate: (workspace, learner) => run((db) => lastDate(db, workspace, learner)),
    abandoned: (at, limit): Promise<readonly Delivery[]> =>
      run((db) =>
        db
          .select(delivery)
          .from(deliveries)
          .where(and(isNull(deliveries.outcome), lte(deliveries.leaseUntil, at)))
          .orderBy(asc(deliveries.leaseUntil), asc(deliveries.workspaceId), asc(deliveries.learnerId))
          .limit(limit),
      ),
  };
}
