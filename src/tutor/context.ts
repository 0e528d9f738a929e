import type { Passage } from '../core/card.js';
import type { PassageId, WorkspaceId } from '../core/ids.js';
import type { Instant } from '../core/local-date.js';
import type { Lookup } from '../lookup/lookup.js';
import type { AnswerModel } from '../model/port.js';
import type { Store } from '../store/interfaces/store.js';

/** The lookup of each workspace's notes, always as fresh as the store. */
export type Lookups = {
  of(workspace: WorkspaceId): Promise<Lookup>;
  /** Another text whenever the workspace's notes or its aliases have changed. */
  versionOf(workspace: WorkspaceId): Promise<string>;
  /** How often each passage was the answer there; up to a minute old. */
  askedOf(workspace: WorkspaceId, now: Instant): Promise<ReadonlyMap<PassageId, number>>;
};

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
  /** The language model, where one is configured. */
  readonly answering: Answering | null;
  /** Likeness of meaning, where embeddings are configured. */
  readonly nearness: Nearness | null;
  /** The moment at which the person acted. */
  readonly now: Instant;
  /** A new id that has not been used before, at most 16 characters. */
  readonly newId: () => string;
};
