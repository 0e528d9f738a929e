import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { PiledCard } from '../core/card.js';
import { chunksOf } from '../core/collections.js';
import { refusalsOf } from '../core/doubtful.js';
import type { CardId, DeckId, WorkspaceId } from '../core/ids.js';
import type { Queries } from './database.js';
import { ROWS_PER_INSERT } from './deck-rows.js';
import { piledFromRow, piledToRow } from './rows.js';
import { doubtfulCards } from './schema.js';

export function ofDeck(workspaceId: WorkspaceId, deckId: DeckId) {
  return and(eq(doubtfulCards.workspaceId, workspaceId), eq(doubtfulCards.deckId, deckId));
}

/** In the order of the notes. */
export async function pileOfDeck(db: Queries, workspaceId: WorkspaceId, deckId: DeckId) {
  const rows = await db
    .select()
    .from(doubtfulCards)
    .where(ofDeck(workspaceId, deckId))
    .orderBy(asc(doubtfulCards.position), asc(doubtfulCards.sourceLine), asc(doubtfulCards.cardId));
  return rows.map(piledFromRow);
}

async function refusedOfDeck(db: Queries, workspaceId: WorkspaceId, deckId: DeckId): Promise<readonly PiledCard[]> {
  const rows = await db
    .select()
    .from(doubtfulCards)
    .where(and(ofDeck(workspaceId, deckId), isNotNull(doubtfulCards.refusedBy)));
  return rows.map(piledFromRow);
}

/**
 * Replaces the doubtful cards of a deck's notes. A refusal stays with its card, moves to a card of the same words
 * under another id, and is kept alone where the notes no longer give the card.
 */
export async function replacePile(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  cards: readonly PiledCard[],
): Promise<void> {
  const refused = await refusedOfDeck(db, workspaceId, deckId);
  const refusalOf = refusalsOf(refused);
  const marked = cards.map(({ refused: told, ...card }): PiledCard => {
    const mark = refusalOf(card) ?? told;
    return mark === undefined ? card : { ...card, refused: mark };
  });
  const isSaidNow = refusalsOf(marked.filter((card) => card.refused !== undefined));
  const now = new Set(marked.map(({ id }) => id));
  const gone = refused.filter((card) => now.has(card.id) || isSaidNow(card) !== undefined).map(({ id }) => id);
  await db.delete(doubtfulCards).where(and(ofDeck(workspaceId, deckId), isNull(doubtfulCards.refusedBy)));
  for (const some of chunksOf(gone, ROWS_PER_INSERT)) {
    await db.delete(doubtfulCards).where(and(ofDeck(workspaceId, deckId), inArray(doubtfulCards.cardId, some)));
  }
  const rows = marked.map((card) => piledToRow(workspaceId, deckId, card));
  for (const some of chunksOf(rows, ROWS_PER_INSERT)) await db.insert(doubtfulCards).values(some);
}

/** Cards that are in the deck are not refused. */
export async function clearRefusals(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  ids: readonly CardId[],
): Promise<void> {
  const refused = new Set((await refusedOfDeck(db, workspaceId, deckId)).map(({ id }) => id));
  await setRefused(
    db,
    workspaceId,
    deckId,
    ids.filter((id) => refused.has(id)),
    null,
  );
}

export async function setRefused(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  ids: readonly CardId[],
  mark: PiledCard['refused'] | null,
): Promise<readonly CardId[]> {
  const done: CardId[] = [];
  for (const some of chunksOf(ids, ROWS_PER_INSERT)) {
    const rows = await db
      .update(doubtfulCards)
      .set({ refusedBy: mark?.by ?? null, refusedAt: mark?.at ?? null })
      .where(and(ofDeck(workspaceId, deckId), inArray(doubtfulCards.cardId, some)))
      .returning({ id: doubtfulCards.cardId });
    done.push(...rows.map(({ id }) => id));
  }
  return done;
}
