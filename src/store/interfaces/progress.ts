import type { StoredCard } from '../../core/card.js';
import type { DayActivity } from '../../core/day.js';
import type { Hold } from '../../core/hold.js';
import type { CardId, DeckId, LearnerId, PassageId, SessionId, WorkspaceId } from '../../core/ids.js';
import type { Instant, LocalDate } from '../../core/local-date.js';
import type { Progress } from '../../core/progress.js';
import type { Load } from '../../core/spread.js';

/** What waits for a learner in one deck, without paused cards. */
export type DeckCounts = {
  readonly deckId: DeckId;
  /** Without those that the learner has paused; one that was met and is put off counts. */
  readonly cards: number;
  /** Reviewed before and due on the date or earlier. */
  readonly due: number;
  /** Never reviewed. */
  readonly unseen: number;
  /** Of the unseen ones, those that the learner picked. */
  readonly picked: number;
  /** Never reviewed, and held until a later date; in none of the others. */
  readonly returning: number;
};

/** The cards for a session, each list in the order of asking, without paused and held cards. */
export type Candidates = {
  /** Picked by the learner and never reviewed. */
  readonly picked: readonly CardId[];
  /** Due on the date or earlier, most overdue for its interval first, ties in the order of the notes. */
  readonly due: readonly CardId[];
  /** Never reviewed, in the order of decks and notes. */
  readonly unseen: readonly CardId[];
  /** Of the cards of all lists. */
  readonly passages: ReadonlyMap<CardId, PassageId>;
};

export type CardProgress = { readonly card: StoredCard; readonly progress: Progress };

/** With what keeps the card from the learner, over or not. */
export type HeldProgress = CardProgress & { readonly hold: Hold | null };

/** The first date after another on which cards are due, and how many. */
export type NextDue = { readonly on: LocalDate; readonly cards: number };

export interface ProgressReader {
  /** `new` for a card without progress. */
  of(workspace: WorkspaceId, learner: LearnerId, card: CardId): Promise<Progress>;
  ofCards(workspace: WorkspaceId, learner: LearnerId, cards: readonly CardId[]): Promise<ReadonlyMap<CardId, Progress>>;
  /** Progress on the cards that exist, paused ones included, in any order. */
  withCards(workspace: WorkspaceId, learner: LearnerId, cards: readonly CardId[]): Promise<readonly HeldProgress[]>;
  /** The same for the plan of a session and the person whose it is; nothing where there is no such session. */
  ofSession(workspace: WorkspaceId, session: SessionId): Promise<readonly HeldProgress[]>;
  /** Unpaused cards of a section and the terms in it, in the order of decks and notes. */
  ofSection(
    workspace: WorkspaceId,
    learner: LearnerId,
    section: PassageId,
  ): Promise<readonly (CardProgress & { readonly picked: boolean })[]>;
  counts(workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<readonly DeckCounts[]>;
}

/** What a learner's days bring: the cards that wait, and those that were reviewed. */
export interface Agenda {
  /** Of one deck, or of all where `deck` is `null`; each list holds at most `limit`. */
  candidates(
    workspace: WorkspaceId,
    learner: LearnerId,
    on: LocalDate,
    deck: DeckId | null,
    limit: number,
  ): Promise<Candidates>;
  /** Scheduled reviews that the learner gave on this date: of cards never reviewed before, and of others. */
  doneOn(workspace: WorkspaceId, learner: LearnerId, on: LocalDate): Promise<DayActivity>;
  /** How many cards a learner's coming days hold; nothing for one whose cards are not balanced. */
  load(workspace: WorkspaceId, learner: LearnerId, at: Instant): Promise<Load>;
  /** Of one deck, or of all where `deck` is `null`. `null` where nothing is due after that date. */
  nextDue(workspace: WorkspaceId, learner: LearnerId, after: LocalDate, deck: DeckId | null): Promise<NextDue | null>;
  /** Cards reviewed before, the one asked longest ago first, practice included; without paused and held cards. */
  longestUnasked(
    workspace: WorkspaceId,
    learner: LearnerId,
    on: LocalDate,
    deck: DeckId | null,
    limit: number,
  ): Promise<readonly CardId[]>;
  /** The same, and then those that were never met, in the order of the notes. */
  toCram(
    workspace: WorkspaceId,
    learner: LearnerId,
    on: LocalDate,
    deck: DeckId | null,
    limit: number,
  ): Promise<readonly CardId[]>;
  /** Cards that the learner did not know on a date from `since` to `on`, the one missed longest ago first. */
  missed(
    workspace: WorkspaceId,
    learner: LearnerId,
    dates: { readonly since: LocalDate; readonly on: LocalDate },
    deck: DeckId | null,
    limit: number,
  ): Promise<readonly CardId[]>;
  /** "Add to my reviews". Returns how many cards were not picked before. */
  pick(workspace: WorkspaceId, learner: LearnerId, cards: readonly CardId[], at: Instant): Promise<number>;
}
