import type { LearnerId, PassageId, QuestionId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** `open`: the notes do not answer it; `answered` since; `dropped`: the managers do not want it in the notes. */
export type GapState = 'none' | 'open' | 'answered' | 'dropped';

export type Question = {
  readonly id: QuestionId;
  readonly text: string;
  readonly passageId: PassageId | null;
  readonly gap: GapState;
};

export type AskedQuestion = {
  readonly id: QuestionId;
  readonly text: string;
  /** The passage that answers it; `null` where none does. */
  readonly passageId: PassageId | null;
  /** Whether the notes lack an answer that somebody asked for. Where nothing is said, what has no passage does. */
  readonly isGap?: boolean;
};

/** A question without an answer, or whose answer did not help. */
export type KnowledgeGap = {
  readonly id: QuestionId;
  readonly text: string;
  /** How often it was not found. */
  readonly missed: number;
  /** People who asked for a message once it is answered. */
  readonly wanting: readonly LearnerId[];
  /** People for whom the answer did not help. */
  readonly unhelped: readonly LearnerId[];
  /** Those who look after the notes were told of it. */
  readonly isRaised: boolean;
};

/** Somebody waiting for an answer. */
export type Waiter = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly question: Question;
  /** The answer that was found did not help them, so finding it again is no answer. */
  readonly unhelped: boolean;
  readonly askedAt: Instant;
};

/** The questions that a workspace asks. */
export interface Questions {
  /**
   * Counts one asking. A question without an answer opens a gap, unless it was dropped, and the asker waits for the
   * answer.
   */
  note(workspace: WorkspaceId, learner: LearnerId, asked: AskedQuestion, at: Instant): Promise<void>;
  get(workspace: WorkspaceId, question: QuestionId): Promise<Question | null>;
  /** Stores a person's rating, replacing their earlier one. "No" opens a gap. An unknown question changes nothing. */
  rate(
    workspace: WorkspaceId,
    learner: LearnerId,
    question: QuestionId,
    helped: boolean,
    at: Instant,
  ): Promise<'rated' | 'gone'>;
  /** How often each passage was the answer, for the most asked ones. */
  askCounts(workspace: WorkspaceId, limit: number): Promise<ReadonlyMap<PassageId, number>>;
  /** Deletes questions not asked since `before`, and in each workspace all but the latest 5,000. */
  forget(before: number): Promise<void>;
}

/** Questions that the notes do not answer. */
export interface Gaps {
  /** Open gaps: first those that most people want a message about, then those missed most often. */
  open(workspace: WorkspaceId, limit: number): Promise<readonly KnowledgeGap[]>;
  /** Dropped gaps. */
  dropped(workspace: WorkspaceId, limit: number): Promise<readonly Pick<Question, 'id' | 'text'>[]>;
  /** Settles several open gaps together; returns whether one was open. Nobody waits for a dropped one. */
  settle(
    workspace: WorkspaceId,
    questions: readonly QuestionId[],
    outcome: { readonly gap: 'answered'; readonly passageId: PassageId } | { readonly gap: 'dropped' },
  ): Promise<'settled' | 'known'>;
  /** Reopens several dropped gaps together, with everybody who waited; returns whether one was dropped. */
  reopen(workspace: WorkspaceId, questions: readonly QuestionId[]): Promise<'open' | 'known'>;
}

/** Gaps that are asked about again and again. */
export interface RaisedGaps {
  /** Workspaces in which an open gap was asked about since then. */
  askedSince(at: Instant): Promise<readonly WorkspaceId[]>;
  /** Notes of open gaps, together, that those who look after the notes were told; says whether that is news. */
  raise(workspace: WorkspaceId, questions: readonly QuestionId[], at: Instant): Promise<'raised' | 'known'>;
}

/** People who wait for an answer. */
export interface Waiters {
  /** The person wants a message once it is answered. */
  wantMessage(workspace: WorkspaceId, learner: LearnerId, question: QuestionId, at: Instant): Promise<'noted' | 'gone'>;
  /** Questions that a person waits for, oldest first. */
  waitingOf(workspace: WorkspaceId, learner: LearnerId, limit: number): Promise<readonly Waiter[]>;
  /** People of all workspaces who want a message, oldest first. */
  awaitingMessage(limit: number): Promise<readonly Waiter[]>;
  /** Ends the person's waiting; returns whether this call was the one that ended it. */
  stopWaiting(workspace: WorkspaceId, learner: LearnerId, question: QuestionId): Promise<boolean>;
}

/** The most questions kept for a workspace. */
export const KEPT_QUESTIONS = 5_000;
