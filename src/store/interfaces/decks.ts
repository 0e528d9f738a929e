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

/** Who changed a deck. `start`: the program, when it read the notes of its folder. */
export type ChangedBy =
  | { readonly kind: 'learner'; readonly id: LearnerId }
  | { readonly kind: 'cli' }
  | { readonly kind: 'start' };

/** A reviewed difference between the notes and the store, made by `diff/diff-deck.ts`. */
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
  readonly cards: readonly CardWithEdits[];
  /** Only some cards change, each where it stands: `cards` are those alone, and all others stay as they are. */
  readonly some?: true;
  /** Where those of `some` stand that the deck has not, or that stand elsewhere by now. */
  readonly positions?: ReadonlyMap<CardId, number>;
  /** Gone from the notes: paused, their progress kept. */
  readonly paused: readonly CardId[];
  /** Replaces the deck's passages; left out where they stay. */
  readonly passages?: readonly Passage[];
  /** Replaces what the deck's notes say with a doubt, whether it is asked or not; left out where that stays. */
  readonly doubtful?: readonly PiledCard[];
  /** For the history of the deck. */
  readonly by?: ChangedBy;
};

/** Cards that a change made, gave other words or woke, and paused; an undo counts what it did itself. */
export type ChangeCounts = { readonly added: number; readonly changed: number; readonly removed: number };

/** One of the last changes of a deck. */
export type PastChange = {
  /** `undo` took a change back, `redo` put one back that was taken. */
  readonly kind: 'change' | 'undo' | 'redo';
  /** The version that it made. */
  readonly version: number;
  /** `null` where nobody said. */
  readonly by: ChangedBy | null;
  readonly at: Instant;
  readonly counts: ChangeCounts;
  /** Of the notes that a change brought, that an undo took back, or that were put back. */
  readonly contentHash: string;
  /** A change that is taken back by now, an undo whose change is back. */
  readonly isUndone: boolean;
  /** What the deck was before is kept, so that it can be taken back: of every change, and of undos since that is so. */
  readonly isRemembered: boolean;
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

export type RedoResult =
  | { readonly status: 'redone'; readonly version: number; readonly redid: PastChange; readonly counts: ChangeCounts }
  /** There is no such deck. */
  | { readonly status: 'no-such-deck' }
  /** Nothing was taken back, or the deck has changed since, or it is back already. */
  | { readonly status: 'nothing-to-redo' };

/** A change or an undo, and what taking it back would do as things stand. */
export type RememberedChange = {
  readonly change: PastChange;
  /** The change that an undo took back; `null` for a change. */
  readonly of: PastChange | null;
  readonly counts: ChangeCounts;
  /** Cards to which it gave other words, headings or another state, as they were before it. */
  readonly cards: readonly StoredCard[];
};

export type UndoRequest = {
  readonly by: ChangedBy;
  readonly at: Instant;
  /** The change or undo that is meant, by the version that it made; the latest where it is left out. */
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
}

/** What became of decks, version by version, and the way back. */
export interface DeckChanges {
  /** The last changes of a deck, latest first; undone ones and undos included. */
  history(workspace: WorkspaceId, deck: DeckId): Promise<readonly PastChange[]>;
  /** The last changes of all decks, latest first, without the first reading of the folder's notes, and their number. */
  recentChanges(
    workspace: WorkspaceId,
    some: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly changes: readonly ChangeOfDeck[]; readonly total: number }>;
  /** The change or undo that made a version; `null` where it cannot be taken back or put back any more. */
  remembered(workspace: WorkspaceId, deck: DeckId, version: number): Promise<RememberedChange | null>;
  /**
   * Takes back the latest change that is not undone yet, in one transaction and as a new version: its cards get back
   * their words and places, what it paused is asked again, what it added is paused. Nobody's progress is touched.
   * Undoing again takes back the change before it.
   */
  undo(workspace: WorkspaceId, deck: DeckId, request: UndoRequest): Promise<UndoResult>;
  /**
   * Puts back what the latest undo took, in one transaction and as a new version, as long as nothing else has changed
   * the deck since. The change is one of the deck again and can be undone again. Nobody's progress is touched.
   *
   * @param request.version of the undo that is meant
   */
  redo(workspace: WorkspaceId, deck: DeckId, request: UndoRequest): Promise<RedoResult>;
}
