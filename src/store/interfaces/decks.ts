import type { HandledCard, Passage, StoredCard } from '../../core/card.js';
import type { CardId, DeckId, LearnerId, PassageId, WorkspaceId } from '../../core/ids.js';
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

/** Who changed a deck. `start`: the program, when it read the notes of its folder. */
export type ChangedBy =
  | { readonly kind: 'learner'; readonly id: LearnerId }
  | { readonly kind: 'cli' }
  | { readonly kind: 'start' };

/** A reviewed difference between the notes and the store, made by `notes/deck-diff.ts`. */
export type DeckChange = {
  readonly deck: Omit<StoredDeck, 'version'>;
  /** The version that the difference was made against; 0 for a deck that does not exist yet. */
  readonly baseVersion: number;
  /** The note text, repaired; left out where the notes say what they said before. */
  readonly text?: string;
  /**
   * Every card of the notes under the id it has in the store, in the order of the notes. Upserted, and unpaused but for
   * those that a person paused; one that another deck holds moves into this one.
   */
  readonly cards: readonly HandledCard[];
  /** Only some cards change, each where it stands: `cards` are those alone, and all others stay as they are. */
  readonly some?: true;
  /** Gone from the notes: paused, their progress kept. */
  readonly paused: readonly CardId[];
  /** Replaces the deck's passages; left out where they stay. */
  readonly passages?: readonly Passage[];
  /** For the history of the deck. */
  readonly by?: ChangedBy;
};

/** Cards that a change made, gave other words or woke, and paused; an undo counts what it did itself. */
export type ChangeCounts = { readonly added: number; readonly changed: number; readonly removed: number };

/** One of the last changes of a deck. */
export type PastChange = {
  readonly kind: 'change' | 'undo';
  /** The version that it made. */
  readonly version: number;
  /** `null` where nobody said. */
  readonly by: ChangedBy | null;
  readonly at: Instant;
  readonly counts: ChangeCounts;
  /** Of the notes that a change brought, or that an undo took back. */
  readonly contentHash: string;
  /** Taken back by now. */
  readonly isUndone: boolean;
};

export type ChangeOfDeck = PastChange & { readonly deckId: DeckId };

export type UndoResult =
  | { readonly status: 'undone'; readonly version: number; readonly undid: PastChange; readonly counts: ChangeCounts }
  /** There is no such deck. */
  | { readonly status: 'no-such-deck' }
  /** Every change that is remembered was undone before, or the deck has not changed since changes are remembered. */
  | { readonly status: 'nothing-to-undo' }
  /** The change that was meant is not the latest any more. */
  | { readonly status: 'changed-since'; readonly latest: PastChange };

export type UndoRequest = {
  readonly by: ChangedBy;
  readonly at: Instant;
  /** The change that is meant, by the version that it made; the latest where it is left out. */
  readonly version?: number;
};

/** Changes of each deck that are remembered, at most. */
export const REMEMBERED_CHANGES = 20;

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
  /** The last changes of a deck, latest first; undone ones and undos included. */
  history(workspace: WorkspaceId, deck: DeckId): Promise<readonly PastChange[]>;
  /** The last changes of all decks, latest first. */
  recentChanges(workspace: WorkspaceId, limit: number): Promise<readonly ChangeOfDeck[]>;
  /**
   * Takes back the latest change that is not undone yet, in one transaction and as a new version: its cards get back
   * their words and places, what it paused is asked again, what it added is paused. Nobody's progress is touched.
   * Undoing again takes back the change before it.
   */
  undo(workspace: WorkspaceId, deck: DeckId, request: UndoRequest): Promise<UndoResult>;
}
