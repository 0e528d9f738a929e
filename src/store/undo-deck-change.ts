import { and, eq } from 'drizzle-orm';
import type { StoredCard } from '../core/card.js';
import type { CardId, DeckId, WorkspaceId } from '../core/ids.js';
import type { Queries } from './database.js';
import { type DeckBefore, deckBeforeSchema } from './deck-before.js';
import { latestChange, rememberUndo } from './deck-history.js';
import { type CardRow, cardsById, lockDeck, replacePassages, setPaused, textOf, upsertCards } from './deck-rows.js';
import type { ChangeCounts, UndoRequest, UndoResult } from './interfaces/decks.js';
import { cardToRow } from './rows.js';
import { decks, notes } from './schema.js';

/** SHA-256 of no text: no notes have it, so reading any is a change. */
const NO_TEXT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * The rows of the cards as they were. A card that came from another deck goes back there and rests, until that deck's
 * notes ask for it; one that has gone to another deck since is that one's business.
 */
function formerRows(
  workspaceId: WorkspaceId,
  deckId: DeckId,
  before: DeckBefore,
  current: readonly StoredCard[],
): readonly CardRow[] {
  const now = new Map(current.filter((card) => card.deckId === deckId).map((card) => [card.id, card]));
  const restored = before.cards.flatMap((card): CardRow[] => {
    if (!now.has(card.id)) return [];
    const row = cardToRow(workspaceId, card.deckId, card.position, card);
    return [{ ...row, paused: card.paused || card.deckId !== deckId }];
  });
  const moved = before.standing.flatMap(([id, position, line, passageId]): CardRow[] => {
    const card = now.get(id);
    if (card === undefined) return [];
    const row = cardToRow(workspaceId, deckId, position, { ...card, passageId, source: { ...card.source, line } });
    return [{ ...row, paused: card.paused }];
  });
  return [...restored, ...moved];
}

function touchedBy({ cards, standing, added, paused }: DeckBefore): readonly CardId[] {
  return [...cards.map((card) => card.id), ...standing.map(([id]) => id), ...added, ...paused];
}

function countsOf(before: DeckBefore): ChangeCounts {
  return { added: before.paused.length, changed: before.cards.length, removed: before.added.length };
}

async function restoreCards(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, before: DeckBefore) {
  const current = await cardsById(db, workspaceId, touchedBy(before));
  await upsertCards(db, formerRows(workspaceId, deckId, before, current));
  await setPaused(db, workspaceId, deckId, before.added, true);
  await setPaused(db, workspaceId, deckId, before.paused, false);
  if (before.passages !== null) await replacePassages(db, workspaceId, deckId, before.passages);
}

/** The statements of `Decks.undo`, to be run in one transaction. */
export async function undoDeckChange(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  { by, at, version: meant }: UndoRequest,
): Promise<UndoResult> {
  const locked = await lockDeck(db, workspaceId, deckId);
  if (locked === null) return { status: 'no-such-deck' };
  const latest = await latestChange(db, workspaceId, deckId);
  if (latest === null) return { status: 'nothing-to-undo' };
  const { change } = latest;
  if (meant !== undefined && meant !== change.version) return { status: 'changed-since', latest: change };
  const before = deckBeforeSchema.parse(latest.before);

  const version = locked.version + 1;
  const deck = before.deck ?? {
    name: locked.name,
    language: locked.language,
    source: locked.source,
    contentHash: NO_TEXT,
  };
  await db
    .update(decks)
    .set({ ...deck, version, updatedAt: at })
    .where(and(eq(decks.workspaceId, workspaceId), eq(decks.deckId, deckId)));
  const text = (await textOf(db, workspaceId, deckId, change.version - 1)) ?? '';
  await db.insert(notes).values({ workspaceId, deckId, version, text, contentHash: deck.contentHash, appliedAt: at });
  await restoreCards(db, workspaceId, deckId, before);
  const counts = countsOf(before);
  const { contentHash } = change;
  await rememberUndo(db, workspaceId, deckId, change.version, { version, at, by, counts, contentHash });
  return { status: 'undone', version, undid: { ...change, isUndone: true }, counts };
}
