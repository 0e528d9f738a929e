import type { CardId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { WeekCount } from '../../core/leaderboard.js';
import type { Instant, LocalDate } from '../../core/local-date.js';
import type { LogEntry, LoggedReview, Progress, Reviewed } from '../../core/progress.js';

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

/** What stands in a learner's log: an answer, or a plan that was brought along. */
export type StoredEntry = LogEntry & Pick<StoredReview, 'sessionId' | 'turn' | 'at'>;

/** What somebody knows of a card already, from elsewhere. `log` is oldest first, and may say less than `progress`. */
export type ImportedProgress = {
  readonly cardId: CardId;
  readonly log: readonly (Pick<LoggedReview, 'quality' | 'on' | 'purpose'> & { readonly at: Instant })[];
  readonly progress: Reviewed;
};

export type RestoreRequest = {
  readonly workspaceId: WorkspaceId;
  readonly learnerId: LearnerId;
  /** A session of the learner that was opened for this. */
  readonly sessionId: SessionId;
  readonly at: Instant;
  readonly cards: readonly ImportedProgress[];
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
  /**
   * Takes over what a learner knows from elsewhere, all in one transaction: the answers, and the plan after them where
   * they do not amount to it. Cards that the learner has reviewed here, and cards that do not exist, are left alone.
   * Returns the cards that were taken over.
   */
  restore(request: RestoreRequest): Promise<readonly CardId[]>;
  /** The answers, in order of turn. */
  inSession(workspace: WorkspaceId, session: SessionId): Promise<readonly StoredReview[]>;
  /** A learner's whole log, oldest first. */
  history(workspace: WorkspaceId, learner: LearnerId): Promise<readonly StoredEntry[]>;
  /** Scheduled reviews (`purpose` `plan`) a learner with a local date from `from` to `to`, both included. */
  countByLearner(workspace: WorkspaceId, from: LocalDate, to: LocalDate): Promise<readonly WeekCount[]>;
  /** The learner's local dates from `since` on with at least one scheduled review, each once, latest first. */
  daysReviewed(workspace: WorkspaceId, learner: LearnerId, since: LocalDate): Promise<readonly LocalDate[]>;
}
