import type { LearnerId, PassageId, QuestionId, WorkspaceId } from '../../core/ids.js';
import type { Instant } from '../../core/local-date.js';

/** `open`: the notes lack it; `answered` since; `dropped`: those who look after the notes do not want it there. */
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
  /** What answers it, or `null` where nothing does. */
  readonly passageId: PassageId | null;
};

/** What was asked and not found, or found and of no help. */
export type KnowledgeGap = {
  readonly id: QuestionId;
  readonly text: string;
  /** How often it was not found. */
  readonly missed: number;
  /** Who asked to be written to when it is answered. People are counted, never shown. */
  readonly wanting: readonly LearnerId[];
  /** Who said that what was found did not help. */
  readonly unhelped: readonly LearnerId[];
};

/** Somebody who waits for a question's answer. */
export type Waiter = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly question: Question;
  /** What was found did not help them, so that finding it again is no answer. */
  readonly unhelped: boolean;
  readonly askedAt: Instant;
};

/** What a workspace asks of its notes. */
export interface Questions {
  /** Counts one asking. What is not found opens a gap, unless it was dropped, and the asker waits for it. */
  note(workspace: WorkspaceId, learner: LearnerId, asked: AskedQuestion, at: Instant): Promise<void>;
  get(workspace: WorkspaceId, question: QuestionId): Promise<Question | null>;
  /** A person's word counts once, the last one. "No" opens a gap. An unknown question changes nothing. */
  rate(
    workspace: WorkspaceId,
    learner: LearnerId,
    question: QuestionId,
    helped: boolean,
    at: Instant,
  ): Promise<'rated' | 'gone'>;
  /** How often each passage was the answer; the most asked ones only. */
  askCounts(workspace: WorkspaceId, limit: number): Promise<ReadonlyMap<PassageId, number>>;
  /** Forgets what nobody has asked since, and in each workspace all but the latest 5,000. */
  forget(before: number): Promise<void>;
}

/** Questions that the notes do not answer. */
export interface Gaps {
  /** Open ones: what most people want to be told of first, then what was missed most often. */
  open(workspace: WorkspaceId, limit: number): Promise<readonly KnowledgeGap[]>;
  /** Those that were dropped. */
  dropped(workspace: WorkspaceId, limit: number): Promise<readonly Pick<Question, 'id' | 'text'>[]>;
  /** Settles those that are open, together; says whether there was one. Nobody waits for what is dropped. */
  settle(
    workspace: WorkspaceId,
    questions: readonly QuestionId[],
    outcome: { readonly gap: 'answered'; readonly passageId: PassageId } | { readonly gap: 'dropped' },
  ): Promise<'settled' | 'known'>;
  /** Opens those that were dropped, together, with everybody who waited; says whether there was one. */
  reopen(workspace: WorkspaceId, questions: readonly QuestionId[]): Promise<'open' | 'known'>;
}

/** Who waits for an answer. */
export interface Waiters {
  /** The person wants a message when it is answered. */
  wantMessage(workspace: WorkspaceId, learner: LearnerId, question: QuestionId, at: Instant): Promise<'noted' | 'gone'>;
  /** What a person waits for, oldest first. */
  waitingOf(workspace: WorkspaceId, learner: LearnerId, limit: number): Promise<readonly Waiter[]>;
  /** Those of all workspaces who want a message, oldest first. */
  awaitingMessage(limit: number): Promise<readonly Waiter[]>;
  /** The person does not wait any more; says whether this call was the one that ended it. */
  stopWaiting(workspace: WorkspaceId, learner: LearnerId, question: QuestionId): Promise<boolean>;
}

/** Questions that are kept for each workspace, at most. */
export const KEPT_QUESTIONS = 5_000;
