import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Queries } from './database.js';
import type { DeckChange } from './interfaces/decks.js';
import { cardToRow, passageToRow } from './rows.js';
import { cards, decks, notes, passages } from './schema.js';

/** A statement takes 65,535 parameters at most; a card needs 15. */
const ROWS_PER_INSERT = 1000;

function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / ROWS_PER_INSERT);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ROWS_PER_INSERT, (index + 1) * ROWS_PER_INSERT),
  );
}

async function makeDeck(db: Queries, workspaceId: WorkspaceId, change: DeckChange, updatedAt: Instant) {
  const { id: deckId, ...deck } = change.deck;
  return db
    .insert(decks)
    .values({ workspaceId, deckId, ...deck, version: 1, updatedAt })
    .onConflictDoNothing()
    .returning({ id: decks.deckId });
}

async function changeDeck(db: Queries, workspaceId: WorkspaceId, change: DeckChange, updatedAt: Instant) {
  const { id: deckId, ...deck } = change.deck;
  return db
    .update(decks)
    .set({ ...deck, version: change.baseVersion + 1, updatedAt })
    .where(and(eq(decks.workspaceId, workspaceId), eq(decks.deckId, deckId), eq(decks.version, change.baseVersion)))
    .returning({ id: decks.deckId });
}

async function keepNotes(db: Queries, workspaceId: WorkspaceId, change: DeckChange, appliedAt: Instant) {
  const { id: deckId, contentHash } = change.deck;
  const version = change.baseVersion + 1;
  await db.insert(notes).values({ workspaceId, deckId, version, text: change.text, contentHash, appliedAt });
}

async function pauseCards(db: Queries, workspaceId: WorkspaceId, { deck, paused }: DeckChange) {
  if (paused.length === 0) return;
  await db
    .update(cards)
    .set({ paused: true })
    .where(and(eq(cards.workspaceId, workspaceId), eq(cards.deckId, deck.id), inArray(cards.cardId, [...paused])));
}

/** Every column of the row that was to be inserted, for the one that stands in its place. */
function excludedCardColumns() {
  return Object.fromEntries(
    Object.entries(getTableColumns(cards)).map(([name, column]) => [
      name,
      sql`excluded.${sql.identifier(column.name)}`,
    ]),
  );
}

async function upsertCards(db: Queries, workspaceId: WorkspaceId, change: DeckChange) {
  const rows = change.cards.map((card, position) => cardToRow(workspaceId, change.deck.id, position, card));
  for (const some of chunks(rows)) {
    await db
      .insert(cards)
      .values(some)
      .onConflictDoUpdate({ target: [cards.workspaceId, cards.cardId], set: excludedCardColumns() });
  }
}

async function replacePassages(db: Queries, workspaceId: WorkspaceId, change: DeckChange) {
  const deckId = change.deck.id;
  await db.delete(passages).where(and(eq(passages.workspaceId, workspaceId), eq(passages.deckId, deckId)));
  const rows = change.passages.map((passage, position) => passageToRow(workspaceId, deckId, position, passage));
  for (const some of chunks(rows)) await db.insert(passages).values(some);
}

/** The statements of `Decks.apply`, to be run in one transaction. The deck's row is the lock: it comes first. */
export async function applyDeckChange(db: Queries, workspaceId: WorkspaceId, change: DeckChange, at: Instant) {
  const raise = change.baseVersion === 0 ? makeDeck : changeDeck;
  const raised = await raise(db, workspaceId, change, at);
  if (raised.length === 0) return { status: 'stale' } as const;
  await keepNotes(db, workspaceId, change, at);
  await pauseCards(db, workspaceId, change);
  await upsertCards(db, workspaceId, change);
  await replacePassages(db, workspaceId, change);
  return { status: 'applied', version: change.baseVersion + 1 } as const;
}
