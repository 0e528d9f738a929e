import { and, asc, desc, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm';
import type { Passage, StoredCard } from '../core/card.js';
import { chunksOf } from '../core/collections.js';
import type { CardId, DeckId, WorkspaceId } from '../core/ids.js';
import type { Queries } from './database.js';
import { cardFromRow, passageFromRow, passageToRow } from './rows.js';
import { cards, decks, notes, passages } from './schema.js';

export type NewCardRow = typeof cards.$inferInsert;

/** A card has 20 parameters. Building a statement of this many rows blocks the thread for a few milliseconds only. */
export const ROWS_PER_INSERT = 200;

/** Reads the deck's row and locks it until the transaction ends, so that a deck's changes run one after the other. */
export async function lockDeck(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const { name, language, source, contentHash, version } = decks;
  const [deck] = await db
    .select({ name, language, source, contentHash, version })
    .from(decks)
    .where(and(eq(decks.workspaceId, workspaceId), eq(decks.deckId, deckId)))
    .for('update');
  return deck ?? null;
}

export async function cardsById(db: Queries, workspaceId: WorkspaceId, ids: readonly CardId[]) {
  const found: StoredCard[] = [];
  for (const some of chunksOf(ids, ROWS_PER_INSERT)) {
    const rows = await db
      .select()
      .from(cards)
      .where(and(eq(cards.workspaceId, workspaceId), inArray(cards.cardId, some)));
    found.push(...rows.map(cardFromRow));
  }
  return found;
}

/**
 * Paused ones included, in the order of the notes. A card inserted by hand stands before the card whose position it
 * has.
 */
export async function cardsOfDeck(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const rows = await db
    .select()
    .from(cards)
    .where(and(eq(cards.workspaceId, workspaceId), eq(cards.deckId, deckId)))
    .orderBy(asc(cards.position), asc(cards.paused), asc(cards.sourceLine), asc(cards.cardId));
  return rows.map(cardFromRow);
}

/** Every column of the conflicting row, set to the value that was to be inserted. */
function excludedCardColumns() {
  return Object.fromEntries(
    Object.entries(getTableColumns(cards)).map(([name, column]) => [
      name,
      sql`excluded.${sql.identifier(column.name)}`,
    ]),
  );
}

export async function upsertCards(db: Queries, rows: readonly NewCardRow[]) {
  for (const some of chunksOf(rows, ROWS_PER_INSERT)) {
    await db
      .insert(cards)
      .values(some)
      .onConflictDoUpdate({ target: [cards.workspaceId, cards.cardId], set: excludedCardColumns() });
  }
}

/** Changes only cards of the deck. */
export async function setPaused(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  ids: readonly CardId[],
  paused: boolean,
) {
  for (const some of chunksOf(ids, ROWS_PER_INSERT)) {
    await db
      .update(cards)
      .set({ paused })
      .where(and(eq(cards.workspaceId, workspaceId), eq(cards.deckId, deckId), inArray(cards.cardId, some)));
  }
}

/** Removes the mark of acceptance. Changes only cards of the deck. */
export async function clearTaken(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, ids: readonly CardId[]) {
  for (const some of chunksOf(ids, ROWS_PER_INSERT)) {
    await db
      .update(cards)
      .set({ takenBy: null, takenAt: null })
      .where(and(eq(cards.workspaceId, workspaceId), eq(cards.deckId, deckId), inArray(cards.cardId, some)));
  }
}

export async function passagesOfDeck(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const rows = await db
    .select()
    .from(passages)
    .where(and(eq(passages.workspaceId, workspaceId), eq(passages.deckId, deckId)))
    .orderBy(asc(passages.position));
  return rows.map(passageFromRow);
}

export async function replacePassages(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, list: readonly Passage[]) {
  await db.delete(passages).where(and(eq(passages.workspaceId, workspaceId), eq(passages.deckId, deckId)));
  const rows = list.map((passage, position) => passageToRow(workspaceId, deckId, position, passage));
  for (const some of chunksOf(rows, ROWS_PER_INSERT)) await db.insert(passages).values(some);
}

/** The note text of a version, by default the latest; `null` where there is none. */
export async function noteTextOf(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, version?: number) {
  const ofDeck = and(eq(notes.workspaceId, workspaceId), eq(notes.deckId, deckId));
  const [found] = await db
    .select({ text: notes.text })
    .from(notes)
    .where(version === undefined ? ofDeck : and(ofDeck, lte(notes.version, version)))
    .orderBy(desc(notes.version))
    .limit(1);
  return found?.text ?? null;
}
