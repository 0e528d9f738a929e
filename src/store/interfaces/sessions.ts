import type { CardId, DeckId, LearnerId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';

/** One sitting: its plan is fixed at the start, all else follows from the reviews logged under its id. */
export type Session = {
  readonly workspaceId: WorkspaceId;
  readonly id: SessionId;
  readonly learnerId: LearnerId;
  /** `null` for all decks. */
  readonly deckId: DeckId | null;
  /** In the order they are asked. */
  readonly plan: readonly CardId[];
  readonly startedAt: Instant;
  /** The learner's date at the start; all reviews of the session are logged on the date they are given. */
  readonly startedOn: LocalDate;
  readonly endedAt: Instant | null;
};

export interface Sessions {
  /** Does nothing where a session of that id exists. */
  open(session: Session): Promise<void>;
  get(workspace: WorkspaceId, session: SessionId): Promise<Session | null>;
  /** The learner's latest session of that date that has not ended, for that deck (`null`: for all decks). */
  current(workspace: WorkspaceId, learner: LearnerId, on: LocalDate, deck: DeckId | null): Promise<Session | null>;
  /** Keeps the first end. */
  close(workspace: WorkspaceId, session: SessionId, at: Instant): Promise<void>;
}
