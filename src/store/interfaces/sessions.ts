import type { CardId, DeckId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';

/**
 * `review`: a part of the day's cards; a card that was reviewed elsewhere meanwhile is not asked again. `quiz`: asks
 * its cards whether due or not; reviews of those not due count as practice. `cram` and `missed` are practice alone, of
 * a deck or of what was not known: no answer moves the schedule.
 */
export type SessionKind = 'review' | 'quiz' | 'cram' | 'missed';

/** One sitting: its plan is fixed at the start, and its state follows from the reviews logged under its id. */
export type Session = {
  readonly workspaceId: WorkspaceId;
  readonly id: SessionId;
  readonly learnerId: LearnerId;
  /** `null` for all decks. */
  readonly deckId: DeckId | null;
  readonly kind: SessionKind;
  /** In the order they are asked. */
  readonly plan: readonly CardId[];
  readonly startedAt: Instant;
  /** The learner's date at the start. Reviews are logged on the date they are given. */
  readonly startedOn: LocalDate;
  readonly endedAt: Instant | null;
};

export interface Sessions {
  /** Does nothing where a session of that id exists. */
  open(session: Session): Promise<void>;
  /**
   * Opens a session unless one of that id exists, or the learner has one of that kind open for that date and deck (of
   * quizzes there may be several).
   * Returns the open one. Runs one at a time for each learner, so that two devices end with one session.
   */
  begin(session: Session): Promise<Session>;
  get(workspace: WorkspaceId, session: SessionId): Promise<Session | null>;
  /**
   * The learner's latest session of that kind and date that has not ended, for that deck (`null`: for all decks).
   *
   * @param kind `review` where it is left out
   */
  current(
    workspace: WorkspaceId,
    learner: LearnerId,
    on: LocalDate,
    deck: DeckId | null,
    kind?: SessionKind,
  ): Promise<Session | null>;
  /** Keeps the first end. */
  close(workspace: WorkspaceId, session: SessionId, at: Instant): Promise<void>;
  /** Ends all open reviews of the learner on that date, so that the next start makes a new plan. */
  closeReviews(workspace: WorkspaceId, learner: LearnerId, on: LocalDate, at: Instant): Promise<void>;
}
