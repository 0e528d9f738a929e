import { asc } from 'drizzle-orm';
import type { Database } from './database.js';
import type { Workspaces } from './interfaces/workspaces.js';
import { workspaces } from './schema.js';

export function createWorkspaces(database: Database): Workspaces {
  return {
    async ensure(workspaceId, platform, createdAt) {
      const made = await database.run((db) =>
        db
          .insert(workspaces)
          .values({ workspaceId, platform, createdAt })
          .onConflictDoNothing()
          .returning({ id: workspaces.workspaceId }),
      );
      return made.length > 0 ? 'created' : 'known';
    },
    list() {
      return database.run((db) =>
        db
          .select({ id: workspaces.workspaceId, platform: workspaces.platform })
          .from(workspaces)
          .orderBy(asc(workspaces.createdAt), asc(workspaces.workspaceId)),
      );
    },
  };
}
