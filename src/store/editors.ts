import { and, asc, eq, getTableColumns, gte, isNotNull, or } from 'drizzle-orm';
import type { LearnerId, WorkspaceId } from '../core/ids.js';
import type { Database } from './database.js';
import type { Editors } from './interfaces/editors.js';
import { learnerFromRow } from './rows.js';
import { editors, learners } from './schema.js';

function isEditor(workspace: WorkspaceId, learner: LearnerId) {
  return and(eq(editors.workspaceId, workspace), eq(editors.learnerId, learner));
}

export function createEditors(database: Database): Editors {
  return {
    async has(workspace, learner) {
      const found = await database.run((db) =>
        db.select({ id: editors.learnerId }).from(editors).where(isEditor(workspace, learner)),
      );
      return found.length > 0;
    },
    async list(workspace) {
      const rows = await database.run((db) =>
        db
          .select({ id: editors.learnerId })
          .from(editors)
          .where(eq(editors.workspaceId, workspace))
          .orderBy(asc(editors.namedAt), asc(editors.learnerId)),
      );
      return rows.map(({ id }) => id);
    },
    async add(workspaceId, learnerId, namedBy, namedAt) {
      await database.run((db) =>
        db.insert(editors).values({ workspaceId, learnerId, namedBy, namedAt }).onConflictDoNothing(),
      );
    },
    async keepers(workspace, managedSince) {
      const rows = await database.run((db) =>
        db
          .select(getTableColumns(learners))
          .from(learners)
          .leftJoin(
            editors,
            and(eq(editors.workspaceId, learners.workspaceId), eq(editors.learnerId, learners.learnerId)),
          )
          .where(
            and(
              eq(learners.workspaceId, workspace),
              or(isNotNull(editors.learnerId), gte(learners.managedAt, managedSince)),
            ),
          )
          .orderBy(asc(learners.name), asc(learners.learnerId)),
      );
      return rows.map(learnerFromRow);
    },
    async remove(workspace, learner) {
      await database.run((db) => db.delete(editors).where(isEditor(workspace, learner)));
    },
  };
}
