import { and, count, desc, eq, getTableColumns, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { DeckId, WorkspaceId } from '../core/ids.js';
import type { Queries } from './database.js';
import type { DeckBefore } from './deck-before.js';
import { type ChangedBy, type ChangeOfDeck, type PastChange, REMEMBERED_CHANGES } from './interfaces/decks.js';
import { deckChanges } from './schema.js';

/** Without `before`, which can be as large as the deck. */
const { before: _before, ...COLUMNS } = getTableColumns(deckChanges);
const LISTED = { ...COLUMNS, isRemembered: sql<boolean>`${deckChanges.before} is not null` };

type ChangeRow = Omit<typeof deckChanges.$inferSelect, 'before'> & { readonly isRemembered: boolean };
type NewChange = Pick<PastChange, 'version' | 'at' | 'by' | 'counts' | 'contentHash'>;

function byOf({ by, byLearnerId }: Pick<ChangeRow, 'by' | 'byLearnerId'>): ChangedBy | null {
  if (by === null) return null;
  if (by !== 'learner') return { kind: by };
  return byLearnerId === null ? null : { kind: 'learner', id: byLearnerId };
}

function fromRow(row: ChangeRow): PastChange {
  const { kind, version, appliedAt: at, added, changed, removed, contentHash, isRemembered } = row;
  const counts = { added, changed, removed };
  return { kind, version, by: byOf(row), at, counts, contentHash, isUndone: row.undoneBy !== null, isRemembered };
}

function ofDeck(workspaceId: WorkspaceId, deckId: DeckId) {
  return and(eq(deckChanges.workspaceId, workspaceId), eq(deckChanges.deckId, deckId));
}

function toRow(workspaceId: WorkspaceId, deckId: DeckId, { version, at, by, counts, contentHash }: NewChange) {
  const who = { by: by?.kind ?? null, byLearnerId: by?.kind === 'learner' ? by.id : null };
  return { workspaceId, deckId, version, appliedAt: at, contentHash, ...who, ...counts };
}

/** Deletes changes beyond the number that is kept. */
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

function markUndone(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, version: number, undoneBy: number | null) {
  const isIt = and(ofDeck(workspaceId, deckId), eq(deckChanges.version, version));
  return db.update(deckChanges).set({ undoneBy }).where(isIt);
}

/** @param undone the version of the change that was undone */
export async function rememberUndo(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  undone: number,
  { before, ...undo }: NewChange & { readonly before: DeckBefore },
) {
  await markUndone(db, workspaceId, deckId, undone, undo.version);
  await db.insert(deckChanges).values({ ...toRow(workspaceId, deckId, undo), kind: 'undo', before });
  await forgetOld(db, workspaceId, deckId);
}

/** The change counts as applied again and can be undone again. */
export async function rememberRedo(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  { undo, change }: { readonly undo: PastChange; readonly change: PastChange },
  redo: NewChange,
) {
  await markUndone(db, workspaceId, deckId, change.version, null);
  await markUndone(db, workspaceId, deckId, undo.version, redo.version);
  await db.insert(deckChanges).values({ ...toRow(workspaceId, deckId, redo), kind: 'redo' });
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

/** The latest change that meets the condition, with the deck before it. */
async function latestOf(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, condition: SQL | undefined) {
  const [row] = await db
    .select({ ...LISTED, before: deckChanges.before })
    .from(deckChanges)
    .where(and(ofDeck(workspaceId, deckId), condition))
    .orderBy(desc(deckChanges.version))
    .limit(1);
  return row === undefined ? null : { change: fromRow(row), before: row.before };
}

/** The latest change that has not been undone. */
export function latestChange(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  return latestOf(db, workspaceId, deckId, and(eq(deckChanges.kind, 'change'), isNull(deckChanges.undoneBy)));
}

/** The change, undo or redo that made a version. */
export function changeAt(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, version: number) {
  return latestOf(db, workspaceId, deckId, eq(deckChanges.version, version));
}

export function changeTakenBackBy(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, undo: number) {
  return latestOf(db, workspaceId, deckId, and(eq(deckChanges.kind, 'change'), eq(deckChanges.undoneBy, undo)));
}

/** The latest undo with its change, where nothing has changed the deck since. */
export async function latestUndo(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const isStanding = and(isNull(deckChanges.undoneBy), ne(deckChanges.kind, 'redo'));
  const latest = await latestOf(db, workspaceId, deckId, isStanding);
  if (latest === null || latest.change.kind !== 'undo' || latest.before === null) return null;
  const taken = await changeTakenBackBy(db, workspaceId, deckId, latest.change.version);
  if (taken === null) return null;
  return { undo: latest.change, change: taken.change, before: latest.before, undone: taken.before };
}

/** The first reading of the program's own notes is not listed. */
function isListed(workspaceId: WorkspaceId) {
  const isLater = or(ne(deckChanges.version, 1), isNull(deckChanges.by), ne(deckChanges.by, 'start'));
  return and(eq(deckChanges.workspaceId, workspaceId), isLater);
}

/** Of all decks, latest first. */
export async function recentChangesOf(
  db: Queries,
  workspaceId: WorkspaceId,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly ChangeOfDeck[]> {
  const rows = await db
    .select(LISTED)
    .from(deckChanges)
    .where(isListed(workspaceId))
    .orderBy(desc(deckChanges.appliedAt), desc(deckChanges.deckId), desc(deckChanges.version))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({ ...fromRow(row), deckId: row.deckId }));
}

export async function countChanges(db: Queries, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await db.select({ changes: count() }).from(deckChanges).where(isListed(workspaceId));
  return row?.changes ?? 0;
}
