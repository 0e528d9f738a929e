import type { StoredCard } from '../../core/card.js';
import type { CardId, DeckId, LearnerId, PassageId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';
import type { Progress } from '../../core/progress.js';

/** What waits for a learner in one deck; paused cards are left out. */
export type DeckCounts = {
  readonly deckId: DeckId;
  readonly cards: number;
  /** Reviewed before and due on the date or earlier. */
  readonly due: number;
  /** Never reviewed. */
  readonly unseen: number;
};

/** What a session may be made of, each list in the order it should come. Paused cards are left out. */
export type Candidates = {
  /** Picked by the learner and still never reviewed. */
  readonly picked: readonly CardId[];
  /** Due on the date or earlier, longest overdue first, ties in the order of the notes. */
  readonly due: readonly CardId[];
  /** Never reviewed, in the order of decks and notes. */
  readonly unseen: readonly CardId[];
};

export type CardProgress = { readonly card: StoredCard; readonly progress: Progress };

export interface ProgressReader {
  /** `new` for a card without any. */
  of(workspace: WorkspaceId, learner: LearnerId, card: CardId): Promise<Progress>;
  ofCards(workspace: WorkspaceId, learner: LearnerId, cards: readonly CardId[]): Promise<ReadonlyMap<CardId, Progress>>;
  /** Cards of a section and the terms in it that are not paused, in the order of decks and notes. */
  ofSection(workspace: WorkspaceId, learner: LearnerId, section: PassageId): Promise<readonly CardProgress[]>;
  counts(workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<readonly DeckCounts[]>;
  /** Of one deck, or of all where `deck` is `null`; each list holds at most `limit`. */
  candidates(
    workspace: WorkspaceId,
    learner: LearnerId,
    on: LocalDate,
    deck: DeckId | null,
    limit: number,
  ): Promise<Candidates>;
  /** Cards that the learner reviewed for the first time on this date. */
  newOn(workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<number>;
  /** Cards due on exactly this date. */
  dueOn(workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<number>;
  /** "Add to my reviews". Returns how many were not picked before. */
  pick(workspace: WorkspaceId, learner: LearnerId, cards: readonly CardId[], at: Instant): Promise<number>;
}
