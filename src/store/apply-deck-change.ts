import { and, eq } from 'drizzle-orm';
import type { StoredCard } from '../core/card.js';
import type { WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Queries } from './database.js';
import { countChange, deckBefore, positionOf } from './deck-before.js';
import { rememberChange } from './deck-history.js';
import {
  cardsById,
  cardsOfDeck,
  lockDeck,
  passagesOfDeck,
  replacePassages,
  setPaused,
  upsertCards,
} from './deck-rows.js';
import type { DeckChange } from './interfaces/decks.js';
import { clearRefusals, pileOfDeck, replacePile } from './pile-rows.js';
import { cardToRow } from './rows.js';
import { decks, notes } from './schema.js';

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

async function insertNotes(db: Queries, workspaceId: WorkspaceId, change: DeckChange, appliedAt: Instant) {
  if (change.text === undefined) return;
  const { id: deckId, contentHash } = change.deck;
  const version = change.baseVersion + 1;
  await db.insert(notes).values({ workspaceId, deckId, version, text: change.text, contentHash, appliedAt });
}

/** The deck's cards that the change may touch, and cards of other decks with one of its ids. */
async function touchedCards(db: Queries, workspaceId: WorkspaceId, change: DeckChange): Promise<readonly StoredCard[]> {
  if (change.some === true) {
    const ids = [...change.cards.map((card) => card.id), ...change.paused];
    return cardsById(db, workspaceId, ids);
  }
  const own = await cardsOfDeck(db, workspaceId, change.deck.id);
  const known = new Set(own.map((card) => card.id));
  const missing = change.cards.map((card) => card.id).filter((id) => !known.has(id));
  return [...own, ...(await cardsById(db, workspaceId, missing))];
}

/** The statements of `Decks.apply`, to be run in one transaction. The deck's row comes first: it is the lock. */
export async function applyDeckChange(db: Queries, workspaceId: WorkspaceId, change: DeckChange, at: Instant) {
  const deckId = change.deck.id;
  const locked = await lockDeck(db, workspaceId, deckId);
  if ((locked?.version ?? 0) !== change.baseVersion) return { status: 'stale' } as const;
  const raise = locked === null ? makeDeck : changeDeck;
  const raised = await raise(db, workspaceId, change, at);
  if (raised.length === 0) return { status: 'stale' } as const;
  const touched = await touchedCards(db, workspaceId, change);
  const passages = change.passages === undefined ? null : await passagesOfDeck(db, workspaceId, deckId);
  const doubtful = change.doubtful === undefined ? null : await pileOfDeck(db, workspaceId, deckId);
  const before = deckBefore(change, locked, touched, { passages, doubtful });
  const known = new Map(touched.map((card) => [card.id, card]));
  await insertNotes(db, workspaceId, change, at);
  await setPaused(db, workspaceId, deckId, change.paused, true);
  await upsertCards(
    db,
    change.cards.map((card, index) =>
      cardToRow(workspaceId, deckId, positionOf(change, index, known.get(card.id)), card),
    ),
  );
  if (change.passages !== undefined) await replacePassages(db, workspaceId, deckId, change.passages);
  if (change.doubtful !== undefined) await replacePile(db, workspaceId, deckId, change.doubtful);
  await clearRefusals(
    db,
    workspaceId,
    deckId,
    change.cards.map(({ id }) => id),
  );
  const version = change.baseVersion + 1;
  const { contentHash } = change.deck;
  const counts = countChange(change, before);
  await rememberChange(db, workspaceId, deckId, { version, at, by: change.by ?? null, counts, contentHash, before });
  return { status: 'applied', version } as const;
}
