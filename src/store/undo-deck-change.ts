import { and, eq } from 'drizzle-orm';
import type { StoredCard } from '../core/card.js';
import type { DeckId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Queries } from './database.js';
import { type DeckBefore, deckBeforeSchema } from './deck-before.js';
import { changeAt, changeTakenBackBy, latestChange, latestUndo, rememberRedo, rememberUndo } from './deck-history.js';
import { cardsById, lockDeck, noteTextOf, passagesOfDeck } from './deck-rows.js';
import type { RedoResult, RememberedChange, UndoRequest, UndoResult } from './interfaces/decks.js';
import { pileOfDeck } from './pile-rows.js';
import { beforeRestoring, countRestore, type Restoring, restoreCards, touchedBy } from './restore-deck.js';
import { decks, notes } from './schema.js';

/** SHA-256 of an empty text: no notes have it, so reading any counts as a change. */
const NO_TEXT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

type LockedDeck = NonNullable<Awaited<ReturnType<typeof lockDeck>>>;

async function restoringOf(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  before: DeckBefore,
  isOurs: (card: StoredCard) => boolean,
): Promise<Restoring> {
  const current = await cardsById(db, workspaceId, touchedBy(before));
  return { deckId, before, current: new Map(current.filter(isOurs).map((card) => [card.id, card])) };
}

/** A card that has moved to another deck since the change is left alone. */
function undoing(db: Queries, workspaceId: WorkspaceId, deckId: DeckId, before: DeckBefore): Promise<Restoring> {
  return restoringOf(db, workspaceId, deckId, before, (card) => card.deckId === deckId);
}

/** A card that the undo returned to its earlier deck is moved here again while it is paused there. */
function redoing(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  { before, undone }: { readonly before: DeckBefore; readonly undone: DeckBefore },
): Promise<Restoring> {
  const given = new Map(undone.cards.map((card) => [card.id, card.deckId]));
  return restoringOf(db, workspaceId, deckId, before, (card) => {
    return card.deckId === deckId || (card.paused && card.deckId === given.get(card.id));
  });
}

/** Writes the deck's former state as a new version. Returns the state it replaces. */
async function restoreDeck(
  db: Queries,
  workspaceId: WorkspaceId,
  locked: LockedDeck,
  restoring: Restoring,
  { text, at }: { readonly text: string; readonly at: Instant },
): Promise<DeckBefore> {
  const { deckId, before } = restoring;
  const { version: _, ...now } = locked;
  const passages = before.passages === null ? null : [...(await passagesOfDeck(db, workspaceId, deckId))];
  const doubtful = before.doubtful === null ? null : [...(await pileOfDeck(db, workspaceId, deckId))];
  const snapshot = beforeRestoring(restoring, { deck: now, passages, doubtful });
  const deck = before.deck ?? { ...now, contentHash: NO_TEXT };
  const version = locked.version + 1;
  await db
    .update(decks)
    .set({ ...deck, version, updatedAt: at })
    .where(and(eq(decks.workspaceId, workspaceId), eq(decks.deckId, deckId)));
  await db.insert(notes).values({ workspaceId, deckId, version, text, contentHash: deck.contentHash, appliedAt: at });
  await restoreCards(db, workspaceId, restoring);
  return snapshot;
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
  const restoring = await undoing(db, workspaceId, deckId, deckBeforeSchema.parse(latest.before));
  const counts = countRestore(restoring);
  const text = (await noteTextOf(db, workspaceId, deckId, change.version - 1)) ?? '';
  const before = await restoreDeck(db, workspaceId, locked, restoring, { text, at });
  const version = locked.version + 1;
  const { contentHash } = change;
  await rememberUndo(db, workspaceId, deckId, change.version, { version, at, by, counts, contentHash, before });
  return { status: 'undone', version, undid: { ...change, isUndone: true }, counts };
}

/** The statements of `Decks.redo`, to be run in one transaction. */
export async function redoDeckChange(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  { by, at, version: meant }: UndoRequest,
): Promise<RedoResult> {
  const locked = await lockDeck(db, workspaceId, deckId);
  if (locked === null) return { status: 'no-such-deck' };
  const latest = await latestUndo(db, workspaceId, deckId);
  if (latest === null || (meant !== undefined && meant !== latest.undo.version)) return { status: 'nothing-to-redo' };
  const { undo, change } = latest;
  const restoring = await redoing(db, workspaceId, deckId, {
    before: deckBeforeSchema.parse(latest.before),
    undone: deckBeforeSchema.parse(latest.undone),
  });
  const counts = countRestore(restoring);
  const text = (await noteTextOf(db, workspaceId, deckId, change.version)) ?? '';
  await restoreDeck(db, workspaceId, locked, restoring, { text, at });
  const version = locked.version + 1;
  const { contentHash } = change;
  await rememberRedo(db, workspaceId, deckId, { undo, change }, { version, at, by, counts, contentHash });
  return { status: 'redone', version, redid: { ...change, isUndone: false }, counts };
}

/** A change or an undo, and what undoing or redoing it would do now. */
export async function rememberedChange(
  db: Queries,
  workspaceId: WorkspaceId,
  deckId: DeckId,
  version: number,
): Promise<RememberedChange | null> {
  const found = await changeAt(db, workspaceId, deckId, version);
  if (found === null || found.before === null) return null;
  const { change } = found;
  const before = deckBeforeSchema.parse(found.before);
  const { cards } = before;
  if (change.kind === 'change') {
    return { change, of: null, cards, counts: countRestore(await undoing(db, workspaceId, deckId, before)) };
  }
  const taken = await changeTakenBackBy(db, workspaceId, deckId, version);
  if (taken === null) return null;
  const undone = deckBeforeSchema.parse(taken.before);
  const counts = countRestore(await redoing(db, workspaceId, deckId, { before, undone }));
  return { change, of: taken.change, cards, counts };
}
