import type { Card, Passage, StoredCard } from '../core/card.js';
import type { PassageId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { DeckDiff, DiffOptions } from '../diff/diff-deck.js';
import type { ReadSource, SourceFile } from '../formats/read-source.js';
import type { Lookup } from '../lookup/lookup.js';
import type { AnswerModel } from '../model/port.js';
import type { StoredDeck } from '../store/interfaces/decks.js';
import type { Store } from '../store/interfaces/store.js';

/** The lookup of each workspace's notes and its cards, always as fresh as the store. */
export type Lookups = {
  of(workspace: WorkspaceId): Promise<Lookup>;
  /** Changes whenever the workspace's notes or its aliases change. */
  versionOf(workspace: WorkspaceId): Promise<string>;
  /** A deck's cards in the order of the notes, paused ones included. The same array as long as its version is the same. */
  cards(workspace: WorkspaceId, deck: Pick<StoredDeck, 'id' | 'version'>): Promise<readonly StoredCard[]>;
  /** How often each passage was the answer; up to a minute old. */
  askCounts(workspace: WorkspaceId, now: Instant): Promise<ReadonlyMap<PassageId, number>>;
};

/** Called when a reading has to wait, with the number of readings before it, and with 0 when it starts. */
type OnTurn = (before: number) => void;

/** Does the heavy work on notes and cards, off the thread that answers people. */
export interface SourceReader {
  /**
   * Returns a source for any bytes. Throws `Refused` where reading takes too long or too much memory, which may differ
   * another time; rejects where the signal aborts.
   */
  read(source: SourceFile, mostCards: number | null, signal: AbortSignal, onTurn: OnTurn): Promise<ReadSource>;
  compare(before: readonly StoredCard[], fresh: readonly Card[], options?: DiffOptions): Promise<DeckDiff>;
}

/** Called after each passage that a model is asked about, with the number that are done. */
export type OnSuggest = (done: number, total: number) => void;

export type ReadOptions = {
  /** The key by which the reading can be cancelled. */
  readonly key?: string;
  readonly onTurn?: OnTurn;
  readonly onSuggest?: OnSuggest;
  /** The most cards read of one deck; further ones are only counted. No limit by default. */
  readonly mostCards?: number;
};

/** A reading was cancelled by its caller. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Readings of sources; each source is read once as long as its reading is cached. */
export interface Sources {
  /** Throws `Cancelled`, and `Refused` as its reader does. */
  read(source: SourceFile, options?: ReadOptions): Promise<ReadSource>;
  /** Runs further work on a reading; rejects with `Cancelled` as soon as `key` is cancelled. */
  unlessCancelled<T>(key: string | undefined, work: (cancelled: AbortSignal) => Promise<T>): Promise<T>;
  /** Cancels the reading or the work with this key; returns whether there was one. */
  cancel(key: string): boolean;
  compare: SourceReader['compare'];
}

/** The language model that answers questions, with its budget. */
export type Answering = {
  readonly model: AnswerModel;
  /** Tokens that a workspace may use in one day by UTC. */
  readonly dailyTokens: number;
};

/** Where suggested questions go: to the doubtful cards, or into the deck. */
export type SuggestInto = 'pile' | 'deck';

/** The language model that suggests questions about notes that somebody sends. */
export type Suggesting = Answering & {
  readonly into: SuggestInto;
  /** Starts the time limit for one source. */
  timeLimit(): AbortSignal;
};

/** Passages by likeness of meaning. */
export interface Nearness {
  /** The passages nearest to a question, nearest first; `null` where embeddings fail. Never rejects. */
  near(
    context: Pick<TutorContext, 'store' | 'now'>,
    workspace: WorkspaceId,
    lookup: Lookup,
    question: string,
  ): Promise<readonly Passage[] | null>;
}

/** What every use case works with. The time and the source of new ids are given, so a test can fix both. */
export type TutorContext = {
  readonly store: Store;
  readonly lookups: Lookups;
  readonly sources: Sources;
  /** The language model; `null` where none is configured. */
  readonly answering: Answering | null;
  /** The model for suggestions about sent notes; `null` unless that is configured. */
  readonly suggesting: Suggesting | null;
  /** Search by meaning; `null` where no embeddings are configured. */
  readonly nearness: Nearness | null;
  /** The moment at which the person acted. */
  readonly now: Instant;
  /** A new id that has not been used before, at most 16 characters. */
  readonly newId: () => string;
};
