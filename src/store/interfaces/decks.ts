import type { CardWithEdits, Passage, PiledCard, StoredCard } from '../../core/card.js';
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

/** Who changed a deck. `start`: the program, when it read its folder of notes. */
export type ChangedBy =
  | { readonly kind: 'learner'; readonly id: LearnerId }
  | { readonly kind: 'cli' }
  | { readonly kind: 'start' };

/** A reviewed difference between the notes and the store, made by `diff/diff-deck.ts`. */
export type DeckChange = {
  readonly deck: Omit<StoredDeck, 'version'>;
  /** The version that the difference was made against; 0 for a deck that does not exist yet. */
  readonly baseVersion: number;
  /** The repaired note text; left out where it is unchanged. */
  readonly text?: string;
  /**
   * Every card of the notes under its id in the store, in the order of the notes. Upserted and resumed, except those
   * that a person paused; a card of another deck moves into this one.
   */
  readonly cards: readonly CardWithEdits[];
  /** Present where `cards` are only those that change, each in its place; all others stay as they are. */
  readonly some?: true;
  /** Positions of cards of `some` that are new in the deck or have moved. */
  readonly positions?: ReadonlyMap<CardId, number>;
  /** Cards that have left the notes: paused, with their progress kept. */
  readonly paused: readonly CardId[];
  /** Replaces the deck's passages; left out where they stay. */
  readonly passages?: readonly Passage[];
  /** Replaces the doubtful cards of the deck's notes, asked or not; left out where they stay. */
  readonly doubtful?: readonly PiledCard[];
  /** For the deck's history. */
  readonly by?: ChangedBy;
};

/** Cards that were added, reworded or resumed, and paused. For an undo, the undo's own changes are counted. */
export type ChangeCounts = { readonly added: number; readonly changed: number; readonly removed: number };

/** An entry of a deck's history. */
export type PastChange = {
  /** `undo` undid a change; `redo` applied an undone one again. */
  readonly kind: 'change' | 'undo' | 'redo';
  /** The version that it created. */
  readonly version: number;
  /** `null` where it is not known. */
  readonly by: ChangedBy | null;
  readonly at: Instant;
  readonly counts: ChangeCounts;
  /** Hash of the notes that a change brought, an undo removed, or a redo brought back. */
  readonly contentHash: string;
  /** True for a change that has been undone, and for an undo that has been redone. */
  readonly isUndone: boolean;
  /**
   * Whether the deck before it is stored, so that it can be undone. Always so for changes; not for undos of old
   * versions.
   */
  readonly isRemembered: boolean;
};

export type ChangeOfDeck = PastChange & { readonly deckId: DeckId };

export type UndoResult =
  | { readonly status: 'undone'; readonly version: number; readonly undid: PastChange; readonly counts: ChangeCounts }
  /** There is no such deck. */
  | { readonly status: 'no-such-deck' }
  /** Every remembered change has been undone, or none is remembered. */
  | { readonly status: 'nothing-to-undo' }
  /** The requested change is no longer the latest. */
  | { readonly status: 'changed-since'; readonly latest: PastChange };

export type RedoResult =
  | { readonly status: 'redone'; readonly version: number; readonly redid: PastChange; readonly counts: ChangeCounts }
  /** There is no such deck. */
  | { readonly status: 'no-such-deck' }
  /** Nothing was undone, the deck has changed since, or the undo has been redone. */
  | { readonly status: 'nothing-to-redo' };

/** A change or an undo, and what undoing or redoing it would do now. */
export type RememberedChange = {
  readonly change: PastChange;
  /** The change that the undo undid; `null` for a change. */
  readonly of: PastChange | null;
  readonly counts: ChangeCounts;
  /** Cards that it gave other words, headings or another state, as they were before. */
  readonly cards: readonly StoredCard[];
};

export type UndoRequest = {
  readonly by: ChangedBy;
  readonly at: Instant;
  /** The change or undo to act on, by the version that it created; the latest where left out. */
  readonly version?: number;
};

/** How many changes of each deck are remembered. */
export const REMEMBERED_CHANGES = 20;

export interface Decks {
  list(workspace: WorkspaceId): Promise<readonly StoredDeck[]>;
  get(workspace: WorkspaceId, deck: DeckId): Promise<StoredDeck | null>;
  /** Paused ones included, in the order of the notes. */
  cards(workspace: WorkspaceId, deck: DeckId): Promise<readonly StoredCard[]>;
  /** Only those that exist; any order. */
  cardsById(workspace: WorkspaceId, cards: readonly CardId[]): Promise<readonly StoredCard[]>;
  /** The note text of the current version, repaired; `null` where there is no such deck. */
  text(workspace: WorkspaceId, deck: DeckId): Promise<string | null>;
  /** Unpaused cards of the section and the terms in it, in the order of the notes. */
  cardsOfSection(workspace: WorkspaceId, section: PassageId): Promise<readonly StoredCard[]>;
  /** Passages of all decks, in the order of decks and notes. */
  passages(workspace: WorkspaceId): Promise<readonly Passage[]>;
  /**
   * Applies the change in one transaction. `stale`: nothing is changed, since the deck has another version by now.
   */
  apply(
    workspace: WorkspaceId,
    change: DeckChange,
    at: Instant,
  ): Promise<{ readonly status: 'applied'; readonly version: number } | { readonly status: 'stale' }>;
}

/** The history of decks, version by version, with undo and redo. */
export interface DeckChanges {
  /** The last changes of a deck, latest first, undos and undone changes included. */
  history(workspace: WorkspaceId, deck: DeckId): Promise<readonly PastChange[]>;
  /**
   * The last changes of all decks, latest first, without the first reading of the folder's notes; and their number.
   */
  recentChanges(
    workspace: WorkspaceId,
    some: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly changes: readonly ChangeOfDeck[]; readonly total: number }>;
  /** The change or undo that created a version; `null` where it can no longer be undone or redone. */
  remembered(workspace: WorkspaceId, deck: DeckId, version: number): Promise<RememberedChange | null>;
  /**
   * Undoes the latest change that is not undone yet, in one transaction and as a new version: its cards get their old
   * words and places, those it paused are resumed, those it added are paused. Nobody's progress changes. A second
   * undo undoes the change before it.
   */
  undo(workspace: WorkspaceId, deck: DeckId, request: UndoRequest): Promise<UndoResult>;
  /**
   * Redoes what the latest undo undid, in one transaction and as a new version, if nothing else has changed the deck
   * since. The change can be undone again. Nobody's progress changes.
   *
   * @param request.version the version that the undo created
   */
  redo(workspace: WorkspaceId, deck: DeckId, request: UndoRequest): Promise<RedoResult>;
}
