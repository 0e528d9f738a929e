import { asc, eq } from 'drizzle-orm';
import { USUAL_SURENESS } from '../core/doubtful.js';
import { DEFAULT_SCHEDULING } from '../core/scheduling.js';
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
    async sureness(workspaceId) {
      const [found] = await database.run((db) =>
        db.select({ sureness: workspaces.sureness }).from(workspaces).where(eq(workspaces.workspaceId, workspaceId)),
      );
      return found?.sureness ?? USUAL_SURENESS;
    },
    async setSureness(workspaceId, sureness) {
      const isIt = eq(workspaces.workspaceId, workspaceId);
      await database.run((db) => db.update(workspaces).set({ sureness }).where(isIt));
    },
    async scheduler(workspaceId) {
      const [found] = await database.run((db) =>
        db.select({ scheduler: workspaces.scheduler }).from(workspaces).where(eq(workspaces.workspaceId, workspaceId)),
      );
      return found?.scheduler ?? DEFAULT_SCHEDULING.scheduler;
    },
    async setScheduler(workspaceId, scheduler) {
      const isIt = eq(workspaces.workspaceId, workspaceId);
      await database.run((db) => db.update(workspaces).set({ scheduler }).where(isIt));
    },
  };
}
