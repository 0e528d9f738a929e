import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { DraftId, WorkspaceId } from '../core/ids.js';
import type { Database, Queries } from './database.js';
import type { Draft, DraftKind, Drafts } from './interfaces/drafts.js';
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

function isDraft(workspace: WorkspaceId, draft: DraftId) {
  return and(eq(drafts.workspaceId, workspace), eq(drafts.draftId, draft));
}

async function insert(db: Queries, workspaceId: WorkspaceId, draft: Parameters<Drafts['put']>[1], file: Uint8Array) {
  const { id: draftId, kind, payload, by, madeAt } = draft;
  await db.insert(drafts).values({ workspaceId, draftId, kind, payload, by, madeAt });
  for (const [slice, bytes] of slicesOf(file).entries()) {
    await db.insert(draftFiles).values({ workspaceId, draftId, slice, bytes });
  }
}

/** Reads the slices one by one, so that other statements can run in between. */
async function readFile({ run }: Database, workspace: WorkspaceId, draft: DraftId): Promise<Uint8Array> {
  const ofDraft = and(eq(draftFiles.workspaceId, workspace), eq(draftFiles.draftId, draft));
  const counted = await run((db) => db.select({ slices: count() }).from(draftFiles).where(ofDraft));
  const slices: Uint8Array[] = [];
  for (let slice = 0; slice < (counted[0]?.slices ?? 0); slice += 1) {
    const isSlice = and(ofDraft, eq(draftFiles.slice, slice));
    const [row] = await run((db) => db.select({ bytes: draftFiles.bytes }).from(draftFiles).where(isSlice));
    if (row !== undefined) slices.push(row.bytes);
  }
  return new Uint8Array(Buffer.concat(slices));
}

async function find(db: Queries, workspace: WorkspaceId, draft: DraftId): Promise<Draft | null> {
  const [found] = await db.select(COLUMNS).from(drafts).where(isDraft(workspace, draft));
  return found ?? null;
}

/** Updates the draft if the condition holds; returns whether it did. */
async function update(
  { run }: Database,
  isOpen: SQL | undefined,
  values: Partial<Omit<typeof drafts.$inferInsert, 'choices'>> & { readonly choices?: SQL },
): Promise<boolean> {
  const updated = await run((db) => db.update(drafts).set(values).where(isOpen).returning({ id: drafts.draftId }));
  return updated.length > 0;
}

export function createDrafts(database: Database): Drafts {
  const { run, transaction } = database;
  return {
    put: (workspace, draft, file = new Uint8Array()) => transaction((db) => insert(db, workspace, draft, file)),
    file: (workspace, draft) => readFile(database, workspace, draft),
    get: (workspace, draft) => run((db) => find(db, workspace, draft)),
    async choose(workspace, draft, choices) {
      const added = sql`coalesce(${drafts.choices}, '{}'::jsonb) || ${JSON.stringify(choices)}::jsonb`;
      const isOpen = and(isDraft(workspace, draft), isNull(drafts.decision));
      return (await update(database, isOpen, { choices: added })) ? 'kept' : 'known';
    },
    waiting: (workspace, kind, limit) =>
      run((db) =>
        db
          .select(COLUMNS)
          .from(drafts)
          .where(isWaiting(workspace, kind))
          .orderBy(asc(drafts.madeAt), asc(drafts.draftId))
          .limit(limit),
      ),
    async countWaiting(workspace, kind) {
      const [row] = await run((db) => db.select({ waiting: count() }).from(drafts).where(isWaiting(workspace, kind)));
      return row?.waiting ?? 0;
    },
    async decide(workspace, draft, decision, decidedBy, decidedAt) {
      const isOpen = and(isDraft(workspace, draft), isNull(drafts.decision));
      return (await update(database, isOpen, { decision, decidedBy, decidedAt })) ? 'decided' : 'known';
    },
    async restore(workspace, draft) {
      const isDropped = and(isDraft(workspace, draft), eq(drafts.decision, 'dropped'));
      const undecided = { decision: null, decidedBy: null, decidedAt: null };
      return (await update(database, isDropped, undecided)) ? 'restored' : 'known';
    },
  };
}
