import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import type { WorkspaceId } from '../core/ids.js';
import type { Database } from './database.js';
import type { DraftKind, Drafts } from './interfaces/drafts.js';
import { draftFiles, drafts } from './schema.js';

const COLUMNS = {
  id: drafts.draftId,
  kind: drafts.kind,
  payload: drafts.payload,
  choices: drafts.choices,
  by: drafts.by,
  madeAt: drafts.madeAt,
  decision: drafts.decision,
};

const SLICE_BYTES = 256 * 1024;

function slicesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const slices: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) slices.push(bytes.slice(from, from + SLICE_BYTES));
  return slices;
}

function isWaiting(workspace: WorkspaceId, kind: DraftKind) {
  return and(eq(drafts.workspaceId, workspace), eq(drafts.kind, kind), isNull(drafts.decision));
}

export function createDrafts(database: Database): Drafts {
  return {
    async put(workspaceId, { id: draftId, kind, payload, by, madeAt }, file = new Uint8Array()) {
      await database.transaction(async (db) => {
        await db.insert(drafts).values({ workspaceId, draftId, kind, payload, by, madeAt });
        for (const [slice, bytes] of slicesOf(file).entries()) {
          await db.insert(draftFiles).values({ workspaceId, draftId, slice, bytes });
        }
      });
    },
    async file(workspace, draft) {
      const ofDraft = and(eq(draftFiles.workspaceId, workspace), eq(draftFiles.draftId, draft));
      const counted = await database.run((db) => db.select({ slices: count() }).from(draftFiles).where(ofDraft));
      const slices: Uint8Array[] = [];
      for (let slice = 0; slice < (counted[0]?.slices ?? 0); slice += 1) {
        const [row] = await database.run((db) =>
          db
            .select({ bytes: draftFiles.bytes })
            .from(draftFiles)
            .where(and(ofDraft, eq(draftFiles.slice, slice))),
        );
        if (row !== undefined) slices.push(row.bytes);
      }
      return new Uint8Array(Buffer.concat(slices));
    },
    async get(workspace, draft) {
      const [found] = await database.run((db) =>
        db
          .select(COLUMNS)
          .from(drafts)
          .where(and(eq(drafts.workspaceId, workspace), eq(drafts.draftId, draft))),
      );
      return found ?? null;
    },
    async choose(workspace, draft, choices) {
      const added = sql`coalesce(${drafts.choices}, '{}'::jsonb) || ${JSON.stringify(choices)}::jsonb`;
      const kept = await database.run((db) =>
        db
          .update(drafts)
          .set({ choices: added })
          .where(and(eq(drafts.workspaceId, workspace), eq(drafts.draftId, draft), isNull(drafts.decision)))
          .returning({ id: drafts.draftId }),
      );
      return kept.length > 0 ? 'kept' : 'known';
    },
    waiting: (workspace, kind, limit) =>
      database.run((db) =>
        db
          .select(COLUMNS)
          .from(drafts)
          .where(isWaiting(workspace, kind))
          .orderBy(asc(drafts.madeAt), asc(drafts.draftId))
          .limit(limit),
      ),
    async countWaiting(workspace, kind) {
      const [row] = await database.run((db) =>
        db.select({ waiting: count() }).from(drafts).where(isWaiting(workspace, kind)),
      );
      return row?.waiting ?? 0;
    },
    async decide(workspace, draft, decision, decidedBy, decidedAt) {
      const decided = await database.run((db) =>
        db
          .update(drafts)
          .set({ decision, decidedBy, decidedAt })
          .where(and(eq(drafts.workspaceId, workspace), eq(drafts.draftId, draft), isNull(drafts.decision)))
          .returning({ id: drafts.draftId }),
      );
      return decided.length > 0 ? 'decided' : 'known';
    },
    async restore(workspace, draft) {
      const isDropped = eq(drafts.decision, 'dropped');
      const restored = await database.run((db) =>
        db
          .update(drafts)
          .set({ decision: null, decidedBy: null, decidedAt: null })
          .where(and(eq(drafts.workspaceId, workspace), eq(drafts.draftId, draft), isDropped))
          .returning({ id: drafts.draftId }),
      );
      return restored.length > 0 ? 'restored' : 'known';
    },
  };
}
