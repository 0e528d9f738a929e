import { and, asc, eq, lt, notInArray } from 'drizzle-orm';
import { chunksOf } from '../core/collections.js';
import type { WorkspaceId } from '../core/ids.js';
import type { Database } from './database.js';
import type { Vectors } from './interfaces/vectors.js';
import { passageVectors } from './schema.js';

/** Rows of one statement: a vector has up to 12 KB, and a statement at most 65,535 values. */
const ROWS = 200;

function isOf(workspace: WorkspaceId, model: string) {
  return and(eq(passageVectors.workspaceId, workspace), eq(passageVectors.model, model));
}

export function createVectors(database: Database): Vectors {
  return {
    load: (workspace, model) =>
      database.run((db) =>
        db
          .select({ hash: passageVectors.hash, vector: passageVectors.vector })
          .from(passageVectors)
          .where(isOf(workspace, model))
          .orderBy(asc(passageVectors.hash)),
      ),
    async put(workspaceId, model, vectors, madeAt) {
      for (const chunk of chunksOf(vectors, ROWS)) {
        const rows = chunk.map((one) => ({ workspaceId, model, ...one, madeAt }));
        await database.run((db) => db.insert(passageVectors).values(rows).onConflictDoNothing());
      }
    },
    async prune(workspace, model, keep, before) {
      const isOld = and(isOf(workspace, model), lt(passageVectors.madeAt, before));
      const isGone = keep.length === 0 ? undefined : notInArray(passageVectors.hash, [...keep]);
      await database.run((db) => db.delete(passageVectors).where(and(isOld, isGone)));
    },
  };
}
