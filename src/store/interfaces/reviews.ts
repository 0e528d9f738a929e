import type { Proof } from '../../core/grade.js';
import type { CardId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { WeekCount } from '../../core/leaderboard.js';
import type { Instant, LocalDate } from '../../core/local-date.js';
import type { LogEntry, LoggedReview, Progress, Reviewed } from '../../core/progress.js';
import type { Scheduling } from '../../core/scheduling.js';
import type { UndoRefusal } from '../../core/undo.js';
import type { Learner } from './learners.js';

/** A press of a grade button, identified by session and turn: the same press again is a duplicate. */
export type ReviewRequest = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly sessionId: SessionId;
  /** From 1. */
  readonly turn: number;
  readonly cardId: CardId;
  /** `self` where it is left out. */
  readonly proof?: Proof;
  readonly at: Instant;
};

type Place = {
  /** From 1, in the order of the learner's log. */
  readonly number: number;
  readonly sessionId: SessionId;
  readonly turn: number;
  readonly proof: Proof;
  readonly at: Instant;
};

export type StoredReview = LoggedReview & Place;

/** An entry of a learner's log: an answer, one that takes it back, a card put off, or an imported plan. */
export type StoredEntry = LogEntry & Place;

/**
 * Progress on a card, imported from elsewhere. `log` is oldest first, and may lack reviews that `progress` includes.
 */
export type ImportedProgress = {
  readonly cardId: CardId;
  readonly log: readonly (Pick<LoggedReview, 'quality' | 'on' | 'purpose'> & Pick<ReviewRequest, 'proof' | 'at'>)[];
  readonly progress: Reviewed;
};

export type RestoreRequest = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  /** A session of the learner, opened for the import. */
  readonly sessionId: SessionId;
  readonly at: Instant;
  readonly cards: readonly ImportedProgress[];
};

export type RecordResult =
  | { readonly status: 'recorded'; readonly progress: Progress }
  /** The session's turn was used before; nothing changed. */
  | { readonly status: 'duplicate'; readonly review: StoredEntry };

export type UndoRequest = Pick<ReviewRequest, 'workspaceId' | 'learnerId' | 'sessionId' | 'at'> & {
  /** Of the answer. */
  readonly turn: number;
  /** The turn that taking it back uses. */
  readonly undoTurn: number;
  /** The learner's date. */
  readonly on: LocalDate;
};

export type UndoneReview =
  | { readonly status: 'undone'; readonly cardId: CardId; readonly progress: Progress }
  /** Nothing changed. */
  | { readonly status: 'refused'; readonly reason: UndoRefusal };

/** Append-only. Every row holds what replay needs, and is written in one transaction with the progress snapshot. */
export interface Reviews {
  /**
   * Runs one at a time for each learner. `decide` is pure; it gets the stored progress and returns the log row, from
   * which the store computes the new snapshot with `advance` and the learner's scheduler, choosing the date where their cards are
   * balanced.
   */
  record(
    request: ReviewRequest,
    decide: (before: Progress) => Pick<LoggedReview, 'quality' | 'on' | 'purpose'>,
  ): Promise<RecordResult>;
  /**
   * Imports a learner's progress in one transaction: the answers, and the plan after them where replaying them does
   * not give it. Cards that the learner has reviewed here, and cards that do not exist, are skipped. Returns the
   * imported cards.
   */
  restore(request: RestoreRequest): Promise<readonly CardId[]>;
  /**
   * Changes what decides when a learner's cards come back, and plans all their cards anew from the log, in one
   * transaction. Returns the learner as changed, or `null` where there is none.
   */
  reschedule(workspace: WorkspaceId, learner: LearnerId, change: Partial<Scheduling>): Promise<Learner | null>;
  /**
   * Takes back the latest answer of a session and logs that, opens the session again, and gives the card the progress
   * that it had, all in one transaction. Runs one at a time for each learner.
   */
  undo(request: UndoRequest): Promise<UndoneReview>;
  /** Logs that the card of a turn was put off to the end of its session. Does nothing where the turn was used. */
  skip(request: ReviewRequest & { readonly on: LocalDate }): Promise<void>;
  /** All that was logged under a session, in order of turn, what was taken back included; without imported plans. */
  inSession(workspace: WorkspaceId, session: SessionId): Promise<readonly StoredEntry[]>;
  /** A learner's whole log, oldest first, what was taken back included. */
  history(workspace: WorkspaceId, learner: LearnerId): Promise<readonly StoredEntry[]>;
}

/** What the log says of a team's and a person's days. */
export interface Boards {
  /** Standing scheduled reviews (`purpose` `plan`) of each learner, on local dates `from` to `to`, both included. */
  countByLearner(workspace: WorkspaceId, from: LocalDate, to: LocalDate): Promise<readonly WeekCount[]>;
  /** The learner's local dates from `since` on with at least one standing scheduled review, each once, latest first. */
  daysReviewed(workspace: WorkspaceId, learner: LearnerId, since: LocalDate): Promise<readonly LocalDate[]>;
}
