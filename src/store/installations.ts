import { asc, eq } from 'drizzle-orm';
import type { Database } from './database.js';
import type { Installations } from './interfaces/installations.js';
import { installations } from './schema.js';

export function createInstallations(database: Database): Installations {
  return {
    async put(workspaceId, sealed, at) {
      await database.run((db) =>
        db
          .insert(installations)
          .values({ workspaceId, sealed, installedAt: at, updatedAt: at })
          .onConflictDoUpdate({ target: installations.workspaceId, set: { sealed, updatedAt: at } }),
      );
    },
    async get(workspace) {
      const [row] = await database.run((db) =>
        db.select({ sealed: installations.sealed }).from(installations).where(eq(installations.workspaceId, workspace)),
      );
      return row?.sealed ?? null;
    },
    async remove(workspace) {
      await database.run((db) => db.delete(installations).where(eq(installations.workspaceId, workspace)));
    },
    async list() {
      const rows = await database.run((db) =>
        db
          .select({ id: installations.workspaceId })
          .from(installations)
          .orderBy(asc(installations.installedAt), asc(installations.workspaceId)),
      );
      return rows.map((row) => row.id);
    },
  };
}
