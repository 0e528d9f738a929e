import type { CardId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { WeekCount } from '../../core/leaderboard.js';
import type { Instant, LocalDate } from '../../core/local-date.js';
import type { LoggedReview, Progress } from '../../core/progress.js';

/** A press of a grade button. The session and the turn name it: the same press again is a duplicate. */
export type ReviewRequest = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  readonly sessionId: SessionId;
  /** From 1. */
  readonly turn: number;
  readonly cardId: CardId;
  readonly at: Instant;
};

export type StoredReview = LoggedReview & {
  readonly sessionId: SessionId;
  readonly turn: number;
  readonly at: Instant;
};

export type RecordResult =
  | { readonly status: 'recorded'; readonly progress: Progress }
  /** That turn of the session was answered before; nothing changed. */
  | { readonly status: 'duplicate'; readonly review: StoredReview };

/** Append-only. Every row carries what replay needs, and is written in one transaction with the progress snapshot. */
export interface Reviews {
  /**
   * One at a time for each learner. `decide` is pure; it is given the stored progress and returns the log row, from
   * which the store computes the new snapshot with `advance`.
   */
  record(
    request: ReviewRequest,
    decide: (before: Progress) => Pick<LoggedReview, 'quality' | 'on' | 'purpose'>,
  ): Promise<RecordResult>;
  /** In order of turn. */
  inSession(workspace: WorkspaceId, session: SessionId): Promise<readonly StoredReview[]>;
  /** A learner's whole log, oldest first. */
  history(workspace: WorkspaceId, learner: LearnerId): Promise<readonly StoredReview[]>;
  /** Scheduled reviews (`purpose` `plan`) a learner with a local date from `from` to `to`, both included. */
  countByLearner(workspace: WorkspaceId, from: LocalDate, to: LocalDate): Promise<readonly WeekCount[]>;
  /** The learner's local dates from `since` on with at least one scheduled review, each once, latest first. */
  daysReviewed(workspace: WorkspaceId, learner: LearnerId, since: LocalDate): Promise<readonly LocalDate[]>;
}
