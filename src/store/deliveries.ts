import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import type { Deliveries, Delivery } from './interfaces/deliveries.js';
import { deliveries } from './schema.js';

const delivery = {
  workspaceId: deliveries.workspaceId,
  learnerId: deliveries.learnerId,
  on: deliveries.on,
  sessionId: deliveries.sessionId,
};

export function createDeliveries(database: Database): Deliveries {
  return {
    async claim(wanted, at, leaseUntil) {
      const [claimed] = await database.run((db) =>
        db
          .insert(deliveries)
          .values({ ...wanted, claims: 1, claimedAt: at, leaseUntil })
          .onConflictDoUpdate({
            target: [deliveries.workspaceId, deliveries.learnerId, deliveries.on],
            set: { claims: sql`${deliveries.claims} + 1`, claimedAt: at, leaseUntil },
            setWhere: sql`${isNull(deliveries.outcome)} and ${lte(deliveries.leaseUntil, at)}`,
          })
          .returning(delivery),
      );
      return claimed ?? null;
    },
    async finish({ workspaceId, learnerId, on }, outcome, finishedAt) {
      await database.run((db) =>
        db
          .update(deliveries)
          .set({ outcome, finishedAt })
          .where(
            and(
              eq(deliveries.workspaceId, workspaceId),
              eq(deliveries.learnerId, learnerId),
              eq(deliveries.on, on),
              isNull(deliveries.outcome),
            ),
          ),
      );
    },
    async lastOutcome(workspace, learner) {
      const [last] = await database.run((db) =>
        db
          .select({ outcome: deliveries.outcome })
          .from(deliveries)
          .where(
            and(
              eq(deliveries.workspaceId, workspace),
              eq(deliveries.learnerId, learner),
              isNotNull(deliveries.outcome),
            ),
          )
          .orderBy(desc(deliveries.on))
          .limit(1),
      );
      return last?.outcome ?? null;
    },
    async lastDate(workspace, learner) {
      const [last] = await database.run((db) =>
        db
          .select({ on: deliveries.on })
          .from(deliveries)
          .where(and(eq(deliveries.workspaceId, workspace), eq(deliveries.learnerId, learner)))
          .orderBy(desc(deliveries.on))
          .limit(1),
      );
      return last?.on ?? null;
    },
    abandoned(at, limit): Promise<readonly Delivery[]> {
      return database.run((db) =>
        db
          .select(delivery)
          .from(deliveries)
          .where(and(isNull(deliveries.outcome), lte(deliveries.leaseUntil, at)))
          .orderBy(asc(deliveries.leaseUntil), asc(deliveries.workspaceId), asc(deliveries.learnerId))
          .limit(limit),
      );
    },
  };
}
