import { and, asc, count, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import type { WorkspaceId } from '../core/ids.js';
import { instant } from '../core/local-date.js';
import { fold } from '../core/text.js';
import type { Database, Queries } from './database.js';
import { type Aliases, FORGOTTEN_DAYS, MOST_ALIASES } from './interfaces/aliases.js';
import { aliases } from './schema.js';

const FORGOTTEN_MS = FORGOTTEN_DAYS * 86_400_000;

function isAlias(workspace: WorkspaceId, alias: string) {
  return and(eq(aliases.workspaceId, workspace), eq(aliases.folded, fold(alias).trim()));
}

const isKnown = isNull(aliases.forgottenAt);

function listed(db: Queries, workspace: WorkspaceId, condition: SQL) {
  return db
    .select({ alias: aliases.alias, meaning: aliases.meaning })
    .from(aliases)
    .where(and(eq(aliases.workspaceId, workspace), condition))
    .orderBy(asc(aliases.folded));
}

async function isFull(db: Queries, workspace: WorkspaceId): Promise<boolean> {
  const [row] = await db
    .select({ known: count() })
    .from(aliases)
    .where(and(eq(aliases.workspaceId, workspace), isKnown));
  return (row?.known ?? 0) >= MOST_ALIASES;
}

export function createAliases(database: Database): Aliases {
  return {
    list: (workspace) => database.run((db) => listed(db, workspace, isKnown)),
    teach: (workspaceId, { alias, meaning }, taughtAt) =>
      database.transaction(async (db) => {
        const changed = await db
          .update(aliases)
          .set({ alias, meaning, taughtAt })
          .where(and(isAlias(workspaceId, alias), isKnown))
          .returning({ folded: aliases.folded });
        if (changed.length > 0) return 'taught';
        if (await isFull(db, workspaceId)) return 'full';
        const row = { alias, meaning, taughtAt, forgottenAt: null };
        await db
          .insert(aliases)
          .values({ workspaceId, folded: fold(alias).trim(), ...row })
          .onConflictDoUpdate({ target: [aliases.workspaceId, aliases.folded], set: row });
        return 'taught';
      }),
    forget: (workspace, alias, at) =>
      database.transaction(async (db) => {
        const gone = await db
          .update(aliases)
          .set({ forgottenAt: at })
          .where(and(isAlias(workspace, alias), isKnown))
          .returning({ folded: aliases.folded });
        const isOver = lt(aliases.forgottenAt, instant(at - FORGOTTEN_MS));
        await db.delete(aliases).where(and(eq(aliases.workspaceId, workspace), isOver));
        return gone.length > 0 ? 'forgotten' : 'unknown';
      }),
    forgotten: (workspace) => database.run((db) => listed(db, workspace, isNotNull(aliases.forgottenAt))),
    restore: (workspace, alias) =>
      database.transaction(async (db) => {
        if (await isFull(db, workspace)) return 'full';
        const back = await db
          .update(aliases)
          .set({ forgottenAt: null })
          .where(and(isAlias(workspace, alias), isNotNull(aliases.forgottenAt)))
          .returning({ folded: aliases.folded });
        return back.length > 0 ? 'restored' : 'unknown';
      }),
  };
}
