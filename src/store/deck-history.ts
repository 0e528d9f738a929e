import { and, desc, eq, getTableColumns, isNull, lt } from 'drizzle-orm';
import type { DeckId, WorkspaceId } from '../core/ids.js';
import type { Queries } from './database.js';
import type { DeckBefore } from './deck-before.js';
import { type ChangedBy, type ChangeOfDeck, type PastChange, REMEMBERED_CHANGES } from './interfaces/decks.js';
import { deckChanges } from './schema.js';

/** All but what the deck was before, which can be as large as the deck. */
const { before: _before, ...LISTED } = getTableColumns(deckChanges);

type Row = Omit<typeof deckChanges.$inferSelect, 'before'>;
type NewChange = Pick<PastChange, 'version' | 'at' | 'by' | 'counts' | 'contentHash'>;

function byOf({ by, byLearnerId }: Row): ChangedBy | null {
  if (by === null) return null;
  if (by !== 'learner') return { kind: by };
  return byLearnerId === null ? null : { kind: 'learner', id: byLearnerId };
}

function fromRow(row: Row): PastChange {
  const { kind, version, appliedAt: at, added, changed, removed, contentHash } = row;
  const counts = { added, changed, removed };
  return { kind, version, by: byOf(row), at, counts, contentHash, isUndone: row.undoneBy !== null };
}

function ofDeck(workspaceId: WorkspaceId, deckId: DeckId) {
  return and(eq(deckChanges.workspaceId, workspaceId), eq(deckChanges.deckId, deckId));
}

function toRow(workspaceId: WorkspaceId, deckId: DeckId, { version, at, by, counts, contentHash }: NewChange) {
  const who = { by: by?.kind ?? null, byLearnerId: by?.kind === 'learner' ? by.id : null };
  return { workspaceId, deckId, version, appliedAt: at, contentHash, ...who, ...counts };
}

/** Lets go what is older than the latest changes. */
async function forgetOld(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const [oldest] = await db
    .select({ version: deckChanges.version })
    .from(deckChanges)
    .where(ofDeck(workspaceId, deckId))
    .orderBy(desc(deckChanges.version))
    .offset(REMEMBERED_CHANGES - 1)
    .limit(1);
  if (oldest === undefined) return;
  await db.delete(deckChanges).where(and(ofDeck(workspaceId, deckId), lt(deckChanges.version, oldest.version)));
}

export async function rememberChange(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  { before, ...change }: NewChange & { readonly before: DeckBefore },
) {
  await db.insert(deckChanges).values({ ...toRow(workspaceId, deckId, change), kind: 'change', before });
  await forgetOld(db, workspaceId, deckId);
}

/** @param undone the version of the change that was taken back */
export async function rememberUndo(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  undone: number,
  undo: NewChange,
) {
  await db
    .update(deckChanges)
    .set({ undoneBy: undo.version })
    .where(and(ofDeck(workspaceId, deckId), eq(deckChanges.version, undone)));
  await db.insert(deckChanges).values({ ...toRow(workspaceId, deckId, undo), kind: 'undo' });
  await forgetOld(db, workspaceId, deckId);
}

/** Latest first. */
export async function historyOf(db: Queries, workspaceId: WorkspaceId, deckId: DeckId): Promise<readonly PastChange[]> {
  const rows = await db
    .select(LISTED)
    .from(deckChanges)
    .where(ofDeck(workspaceId, deckId))
    .orderBy(desc(deckChanges.version));
  return rows.map(fromRow);
}

/** The latest change that is not undone yet, with what the deck was before it. */
export async function latestChange(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const [row] = await db
    .select()
    .from(deckChanges)
    .where(and(ofDeck(workspaceId, deckId), eq(deckChanges.kind, 'change'), isNull(deckChanges.undoneBy)))
    .orderBy(desc(deckChanges.version))
    .limit(1);
  return row === undefined ? null : { change: fromRow(row), before: row.before };
}

/** Of all decks, latest first. */
export async function recentChangesOf(
  db: Queries,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly ChangeOfDeck[]> {
  const rows = await db
    .select(LISTED)
    .from(deckChanges)
    .where(eq(deckChanges.workspaceId, workspaceId))
    .orderBy(desc(deckChanges.appliedAt), desc(deckChanges.deckId), desc(deckChanges.version))
    .limit(limit);
  return rows.map((row) => ({ ...fromRow(row), deckId: row.deckId }));
}
