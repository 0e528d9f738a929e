import type { Proof } from '../../core/grade.js';
import type { CardId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { WeekCount } from '../../core/leaderboard.js';
import type { Instant, LocalDate } from '../../core/local-date.js';
import type { LogEntry, LoggedReview, Progress, Reviewed } from '../../core/progress.js';

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

export type StoredReview = LoggedReview & {
  readonly sessionId: SessionId;
  readonly turn: number;
  readonly proof: Proof;
  readonly at: Instant;
};

/** An entry of a learner's log: an answer, or an imported plan. */
export type StoredEntry = LogEntry & Pick<StoredReview, 'sessionId' | 'turn' | 'proof' | 'at'>;

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
  /** The session's turn was answered before; nothing changed. */
  | { readonly status: 'duplicate'; readonly review: StoredReview };

/** Append-only. Every row holds what replay needs, and is written in one transaction with the progress snapshot. */
export interface Reviews {
  /**
   * Runs one at a time for each learner. `decide` is pure; it gets the stored progress and returns the log row, from
   * which the store computes the new snapshot with `advance`.
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
  /** The session's answers, in order of turn. */
  inSession(workspace: WorkspaceId, session: SessionId): Promise<readonly StoredReview[]>;
  /** A learner's whole log, oldest first. */
  history(workspace: WorkspaceId, learner: LearnerId): Promise<readonly StoredEntry[]>;
  /** Scheduled reviews (`purpose` `plan`) of each learner, on local dates `from` to `to`, both included. */
  countByLearner(workspace: WorkspaceId, from: LocalDate, to: LocalDate): Promise<readonly WeekCount[]>;
  /** The learner's local dates from `since` on with at least one scheduled review, each once, latest first. */
  daysReviewed(workspace: WorkspaceId, learner: LearnerId, since: LocalDate): Promise<readonly LocalDate[]>;
}
