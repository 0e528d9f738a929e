import type { Card, Passage, StoredCard } from '../../core/card.js';
import type { CardId, DeckId, PassageId, WorkspaceId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';

export type StoredDeck = {
  readonly id: DeckId;
  readonly name: string;
  readonly language: Language;
  readonly source: string;
  /** Grows by one with each change; a change is applied only to the version it was made for. */
  readonly version: number;
  /** SHA-256 of the note text, hex: an unchanged file is not read again. */
  readonly contentHash: string;
};

/** A reviewed difference between the notes and the store, made by `notes/deck-diff.ts`. */
export type DeckChange = {
  readonly deck: Omit<StoredDeck, 'version'>;
  /** The version that the difference was made against; 0 for a deck that does not exist yet. */
  readonly baseVersion: number;
  /** The note text, repaired. */
  readonly text: string;
  /** Every card of the notes under the id it has in the store, in the order of the notes. Upserted and unpaused. */
  readonly cards: readonly Card[];
  /** Gone from the notes: paused, their progress kept. */
  readonly paused: readonly CardId[];
  /** Replaces the deck's passages. */
  readonly passages: readonly Passage[];
};

export interface Decks {
  list(workspace: WorkspaceId): Promise<readonly StoredDeck[]>;
  get(workspace: WorkspaceId, deck: DeckId): Promise<StoredDeck | null>;
  /** Paused ones included, in the order of the notes. */
  cards(workspace: WorkspaceId, deck: DeckId): Promise<readonly StoredCard[]>;
  /** Only those that exist; any order. */
  cardsById(workspace: WorkspaceId, cards: readonly CardId[]): Promise<readonly StoredCard[]>;
  /** The note text behind the version it has now, repaired; `null` where there is no such deck. */
  text(workspace: WorkspaceId, deck: DeckId): Promise<string | null>;
  /** Not paused, of the section and the terms in it, in the order of the notes. */
  cardsOfSection(workspace: WorkspaceId, section: PassageId): Promise<readonly StoredCard[]>;
  /** All decks' passages, in the order of decks and notes. */
  passages(workspace: WorkspaceId): Promise<readonly Passage[]>;
  /** All of it in one transaction, or `stale` and nothing where the deck has another version by now. */
  apply(
    workspace: WorkspaceId,
    change: DeckChange,
    at: Instant,
  ): Promise<{ readonly status: 'applied'; readonly version: number } | { readonly status: 'stale' }>;
}
