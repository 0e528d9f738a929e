import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Database, Queries } from './database.js';
import type { HoldRequest, Holds } from './interfaces/holds.js';
import { cardFromRow } from './rows.js';
import { cards, holds } from './schema.js';

async function hold(db: Queries, { on, at: heldAt, ...request }: HoldRequest): Promise<void> {
  const { workspaceId, learnerId, until } = request;
  const isOwn = and(eq(holds.workspaceId, workspaceId), eq(holds.learnerId, learnerId));
  await db.delete(holds).where(and(isOwn, lte(holds.until, on)));
  await db
    .insert(holds)
    .values({ ...request, heldAt })
    .onConflictDoUpdate({ target: [holds.workspaceId, holds.learnerId, holds.cardId], set: { until, heldAt } });
}

export function createHolds({ run, transaction }: Database): Holds {
  return {
    hold: (request) => transaction((db) => hold(db, request)),
    async release(workspace, learner, ids) {
      if (ids.length === 0) return 0;
      const isOwn = and(eq(holds.workspaceId, workspace), eq(holds.learnerId, learner));
      const released = await run((db) =>
        db
          .delete(holds)
          .where(and(isOwn, inArray(holds.cardId, [...ids])))
          .returning({ id: holds.cardId }),
      );
      return released.length;
    },
    async paused(workspace, learner) {
      const isOwn = and(eq(holds.workspaceId, workspace), eq(holds.learnerId, learner), isNull(holds.until));
      const rows = await run((db) =>
        db
          .select({ card: cards, heldAt: holds.heldAt })
          .from(holds)
          .innerJoin(cards, and(eq(cards.workspaceId, holds.workspaceId), eq(cards.cardId, holds.cardId)))
          .where(and(isOwn, eq(cards.paused, false)))
          .orderBy(desc(holds.heldAt), cards.cardId),
      );
      return rows.map(({ card, heldAt }) => ({ card: cardFromRow(card), heldAt }));
    },
  };
}
