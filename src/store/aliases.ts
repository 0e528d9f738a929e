import { and, asc, count, eq } from 'drizzle-orm';
import { fold } from '../core/text.js';
import type { Database } from './database.js';
import { type Aliases, MOST_ALIASES } from './interfaces/aliases.js';
import { aliases } from './schema.js';

function keyOf(alias: string): string {
  return fold(alias).trim();
}

export function createAliases(database: Database): Aliases {
  return {
    list: (workspace) =>
      database.run((db) =>
        db
          .select({ alias: aliases.alias, meaning: aliases.meaning })
          .from(aliases)
          .where(eq(aliases.workspaceId, workspace))
          .orderBy(asc(aliases.folded)),
      ),
    teach: (workspaceId, { alias, meaning }, taughtAt) =>
      database.transaction(async (db) => {
        const folded = keyOf(alias);
        const changed = await db
          .update(aliases)
          .set({ alias, meaning, taughtAt })
          .where(and(eq(aliases.workspaceId, workspaceId), eq(aliases.folded, folded)))
          .returning({ folded: aliases.folded });
        if (changed.length > 0) return 'taught';
        const [row] = await db.select({ known: count() }).from(aliases).where(eq(aliases.workspaceId, workspaceId));
        if ((row?.known ?? 0) >= MOST_ALIASES) return 'full';
        await db
          .insert(aliases)
          .values({ workspaceId, folded, alias, meaning, taughtAt })
          .onConflictDoUpdate({ target: [aliases.workspaceId, aliases.folded], set: { alias, meaning, taughtAt } });
        return 'taught';
      }),
    async forget(workspace, alias) {
      const gone = await database.run((db) =>
        db
          .delete(aliases)
          .where(and(eq(aliases.workspaceId, workspace), eq(aliases.folded, keyOf(alias))))
          .returning({ folded: aliases.folded }),
      );
      return gone.length > 0 ? 'forgotten' : 'unknown';
    },
  };
}
