import type { Attribution, PiledCard } from '../../core/card.js';
import type { CardId, DeckId, WorkspaceId } from '../../core/ids.js';

/** A doubtful card with the deck of its notes. */
export type CardOfPile = PiledCard & { readonly deckId: DeckId };

export type PilePage = { readonly cards: readonly CardOfPile[]; readonly total: number };
export type SomeOfPile = { readonly limit: number; readonly offset: number };

/** Doubtful cards that wait for a decision, and those that were refused. Nobody is asked them. */
export interface Pile {
  /**
   * Every doubtful card of a deck's notes, in their order: waiting ones, ones in the deck, and refused ones, even
   * where the notes no longer give them.
   */
  ofDeck(workspace: WorkspaceId, deck: DeckId): Promise<readonly PiledCard[]>;
  /** Waiting cards of one deck, or of all where `deck` is `null`; the surest first. */
  waiting(workspace: WorkspaceId, deck: DeckId | null, some: SomeOfPile): Promise<PilePage>;
  /** How many cards wait in each deck that has any. */
  countWaiting(workspace: WorkspaceId): Promise<ReadonlyMap<DeckId, number>>;
  /** Refused cards, latest first. */
  refused(workspace: WorkspaceId, deck: DeckId | null, some: SomeOfPile): Promise<PilePage>;
  /** Refuses those of the cards that wait; returns these. */
  refuse(workspace: WorkspaceId, deck: DeckId, cards: readonly CardId[], mark: Attribution): Promise<readonly CardId[]>;
  /** Makes those of the cards that were refused wait again; returns these. */
  reconsider(workspace: WorkspaceId, deck: DeckId, cards: readonly CardId[]): Promise<readonly CardId[]>;
  /** Those of the cards that somebody has reviewed or picked. */
  learned(workspace: WorkspaceId, cards: readonly CardId[]): Promise<ReadonlySet<CardId>>;
}
