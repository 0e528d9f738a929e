import type { Card, Passage, StoredCard } from '../core/card.js';
import type { PassageId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { DeckDiff, DiffOptions } from '../diff/diff-deck.js';
import type { ReadSource, SourceFile } from '../formats/read-source.js';
import type { Lookup } from '../lookup/lookup.js';
import type { AnswerModel } from '../model/port.js';
import type { Store } from '../store/interfaces/store.js';

/** The lookup of each workspace's notes, always as fresh as the store. */
export type Lookups = {
  of(workspace: WorkspaceId): Promise<Lookup>;
  /** Another text whenever the workspace's notes or its aliases have changed. */
  versionOf(workspace: WorkspaceId): Promise<string>;
  /** How often each passage was the answer there; up to a minute old. */
  askCounts(workspace: WorkspaceId, now: Instant): Promise<ReadonlyMap<PassageId, number>>;
};

/** Called when a reading has to wait, with how many are before it, and with 0 when it starts. */
export type OnTurn = (before: number) => void;

/** The heavy work on notes and cards, done where nobody has to wait for it. */
export interface SourceReader {
  /**
   * Returns a source for any bytes. Throws `Refused` where reading takes too long or too much memory, which may differ
   * another time; rejects where the signal aborts.
   */
  read(source: SourceFile, mostCards: number | null, signal: AbortSignal, onTurn: OnTurn): Promise<ReadSource>;
  compare(before: readonly StoredCard[], fresh: readonly Card[], options?: DiffOptions): Promise<DeckDiff>;
}

/** Told of each passage that a model is asked about, with how many are done. */
export type OnSuggest = (done: number, total: number) => void;

export type ReadOptions = {
  /** The key for cancelling it. */
  readonly key?: string;
  readonly onTurn?: OnTurn;
  readonly onSuggest?: OnSuggest;
  /** Of one deck of notes: more are only counted. Any number where nothing is said. */
  readonly mostCards?: number;
};

/** A reading was cancelled by its caller. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Sources as they were read, each once as long as it is remembered. */
export interface Sources {
  /** Throws `Cancelled`, and `Refused` as its reader does. */
  read(source: SourceFile, options?: ReadOptions): Promise<ReadSource>;
  /** Waits for work on what was read; rejects with `Cancelled` as soon as `key` is cancelled. */
  unlessCancelled<T>(key: string | undefined, work: (cancelled: AbortSignal) => Promise<T>): Promise<T>;
  /** Cancels the reading or the work of the caller with this key; says whether there was one. */
  cancel(key: string): boolean;
  compare: SourceReader['compare'];
}

/** The language model that answers, within a budget. */
export type Answering = {
  readonly model: AnswerModel;
  /** Tokens that a workspace may use in one day by UTC. */
  readonly dailyTokens: number;
};

/** Where the questions of a model go: to what waits for a person's yes, or into the deck. */
export type SuggestInto = 'pile' | 'deck';

/** The language model that is asked for questions about notes that somebody sends. */
export type Suggesting = Answering & {
  readonly into: SuggestInto;
  /** Ends the asking about one source, begun when it is called. */
  timeLimit(): AbortSignal;
};

/** Passages by likeness of meaning. */
export interface Nearness {
  /** The nearest to a question, nearest first; `null` where that cannot be told now. Never rejects. */
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
  /** The language model, where one is configured. */
  readonly answering: Answering | null;
  /** The same where it may be asked about notes that are sent; `null` unless that is set. */
  readonly suggesting: Suggesting | null;
  /** Likeness of meaning, where embeddings are configured. */
  readonly nearness: Nearness | null;
  /** The moment at which the person acted. */
  readonly now: Instant;
  /** A new id that has not been used before, at most 16 characters. */
  readonly newId: () => string;
};
