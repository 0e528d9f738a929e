import type { Attribution, PiledCard } from '../../core/card.js';
import type { CardId, DeckId, WorkspaceId } from '../../core/ids.js';

/** A doubtful card with the deck whose notes it is of. */
export type CardOfPile = PiledCard & { readonly deckId: DeckId };

export type PilePage = { readonly cards: readonly CardOfPile[]; readonly total: number };
export type SomeOfPile = { readonly limit: number; readonly offset: number };

/** Cards of notes that wait for somebody's yes or no, and those to which somebody said no. Nobody is asked them. */
export interface Pile {
  /**
   * Every card with a doubt of a deck's notes, in their order: what waits, what is in the deck, and what was refused,
   * which is also there where the notes do not make it any more.
   */
  ofDeck(workspace: WorkspaceId, deck: DeckId): Promise<readonly PiledCard[]>;
  /** Of one deck, or of all where `deck` is `null`; the surest first. */
  waiting(workspace: WorkspaceId, deck: DeckId | null, some: SomeOfPile): Promise<PilePage>;
  /** How many wait, of each deck where any does. */
  countWaiting(workspace: WorkspaceId): Promise<ReadonlyMap<DeckId, number>>;
  /** Those to which somebody said no, the latest first. */
  refused(workspace: WorkspaceId, deck: DeckId | null, some: SomeOfPile): Promise<PilePage>;
  /** Says no to those of them that wait; gives these. */
  refuse(workspace: WorkspaceId, deck: DeckId, cards: readonly CardId[], mark: Attribution): Promise<readonly CardId[]>;
  /** Lets those of them wait again that were refused; gives these. */
  reconsider(workspace: WorkspaceId, deck: DeckId, cards: readonly CardId[]): Promise<readonly CardId[]>;
  /** Those of the cards that somebody has reviewed, or wants to. */
  learned(workspace: WorkspaceId, cards: readonly CardId[]): Promise<ReadonlySet<CardId>>;
}
