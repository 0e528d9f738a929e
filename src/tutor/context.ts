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

/** Told when a reading waits for others, with how many there are, and when its turn has come, with 0. */
export type OnTurn = (before: number) => void;

/** The heavy work on notes and cards, done where it keeps nobody waiting. */
export interface SourceReader {
  /**
   * Whatever the bytes are, a source comes back. Throws `Refused` where it takes too long or too much memory, which may
   * be otherwise another time; rejects where the signal aborts.
   */
  read(source: SourceFile, mostCards: number | null, signal: AbortSignal, onTurn: OnTurn): Promise<ReadSource>;
  compare(before: readonly StoredCard[], fresh: readonly Card[], options?: DiffOptions): Promise<DeckDiff>;
}

export type ReadOptions = {
  /** By which the one who asked can call it off. */
  readonly key?: string;
  readonly onTurn?: OnTurn;
  /** Of one deck of notes: more are only counted. Any number where nothing is said. */
  readonly mostCards?: number;
};

/** Whoever asked has called a reading off. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Sources as they were read, each once as long as it is remembered. */
export interface Sources {
  /** Throws `Cancelled`, and `Refused` as its reader does. */
  read(source: SourceFile, options?: ReadOptions): Promise<ReadSource>;
  /** Calls a reading off for the one who asked for it; says whether there was one of this key. */
  cancel(key: string): boolean;
  compare: SourceReader['compare'];
}

/** The language model that answers, within a budget. */
export type Answering = {
  readonly model: AnswerModel;
  /** Tokens that a workspace may use in one day by UTC. */
  readonly dailyTokens: number;
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
  /** Likeness of meaning, where embeddings are configured. */
  readonly nearness: Nearness | null;
  /** The moment at which the person acted. */
  readonly now: Instant;
  /** A new id that has not been used before, at most 16 characters. */
  readonly newId: () => string;
};
