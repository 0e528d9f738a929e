import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import type { Budget, ModelUsage } from './interfaces/model-usage.js';
import { modelUsage } from './schema.js';

const KEY = [modelUsage.workspaceId, modelUsage.on, modelUsage.purpose];

function isOf({ workspaceId, on, purpose }: Budget) {
  return and(eq(modelUsage.workspaceId, workspaceId), eq(modelUsage.on, on), eq(modelUsage.purpose, purpose));
}

export function createModelUsage(database: Database): ModelUsage {
  return {
    async reserve({ workspaceId, on, purpose }, tokens, limit) {
      if (tokens > limit) return 'spent';
      const reserved = sql`${modelUsage.reserved} + ${tokens}`;
      // One statement, so that the row's lock makes concurrent calls wait for each other.
      const rows = await database.run((db) =>
        db
          .insert(modelUsage)
          .values({ workspaceId, on, purpose, used: 0, reserved: tokens })
          .onConflictDoUpdate({
            target: KEY,
            set: { reserved },
            setWhere: sql`${modelUsage.used} + ${reserved} <= ${limit}`,
          })
          .returning({ reserved: modelUsage.reserved }),
      );
      return rows.length > 0 ? 'reserved' : 'spent';
    },
    async settle(budget, reserved, used) {
      await database.run((db) =>
        db
          .update(modelUsage)
          .set({
            used: sql`${modelUsage.used} + ${used}`,
            reserved: sql`greatest(0, ${modelUsage.reserved} - ${reserved})`,
          })
          .where(isOf(budget)),
      );
    },
    async spending(budget) {
      const { used, reserved } = modelUsage;
      const [row] = await database.run((db) => db.select({ used, reserved }).from(modelUsage).where(isOf(budget)));
      return row ?? { used: 0, reserved: 0 };
    },
  };
}
