import type { LearnerId, QuizId, WorkspaceId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import type { Instant } from '../../core/local-date.js';
import type { Shown } from '../../core/quiz/clock.js';
import type { QuizEvent, QuizMode } from '../../core/quiz/events.js';

/** A quiz without what happens in it. */
export type NewQuiz = {
  readonly workspaceId: WorkspaceId;
  readonly id: QuizId;
  /** Names where it is played: of those that are open, one in each. */
  readonly place: string;
  /** The place as a chat destination, which the sender parses. */
  readonly channel: unknown;
  readonly mode: QuizMode;
  readonly language: Language;
  /** `null` for cards of all decks. */
  readonly deckName: string | null;
  readonly host: LearnerId;
  /** What is asked, as its reader wrote it. */
  readonly questions: unknown;
  readonly createdAt: Instant;
};

export type StoredQuiz = NewQuiz & {
  readonly shown: Shown;
  /** When something is to be done for it; `null` when all is done. */
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
};

export type QuizLog = { readonly quiz: StoredQuiz; readonly events: readonly QuizEvent[] };

/** An event under the name that it can have only once. */
export type KeyedEvent = { readonly key: string; readonly event: QuizEvent };

/** What is to be written. */
export type QuizChange = {
  readonly events: readonly KeyedEvent[];
  readonly shown?: Shown;
  /** Whether the one who held the quiz is done with it. */
  readonly released?: true;
};

export interface Quizzes {
  /** `false` where another is open in that place: nothing is written. */
  open(quiz: NewQuiz, events: readonly KeyedEvent[], dueAt: Instant): Promise<boolean>;
  read(workspace: WorkspaceId, quiz: QuizId): Promise<QuizLog | null>;
  /** The one that is open in that place. */
  openIn(workspace: WorkspaceId, place: string): Promise<QuizId | null>;
  /**
   * Changes a quiz, one after the other: `decide` sees all that was written before. Events whose key is there already are
   * left out. `dueAt` of what is then written says when something is to be done. Gives the quiz as it is then; `null`
   * where there is none.
   */
  change(
    workspace: WorkspaceId,
    quiz: QuizId,
    decide: (log: QuizLog) => QuizChange,
    dueAt: (log: QuizLog) => Instant | null,
  ): Promise<QuizLog | null>;
  /** Deletes what ended before then. */
  forget(before: number): Promise<void>;
}

/** Whose turn it is to move a quiz on: of all processes, one at a time. */
export interface QuizTurns {
  /** Those for which something is to be done, and that nobody holds. The longest due first. */
  due(at: Instant, limit: number): Promise<readonly Pick<StoredQuiz, 'workspaceId' | 'id'>[]>;
  /** When the next one is due that nobody holds, or a hold runs out; `null` where none is open. */
  nextDue(): Promise<Instant | null>;
  /** Whether it was given to this caller until `leaseUntil`: of all callers, in every process, one holds it. */
  claim(workspace: WorkspaceId, quiz: QuizId, at: Instant, leaseUntil: Instant): Promise<boolean>;
  /** Holds it no longer, until something is done at that moment. */
  postpone(workspace: WorkspaceId, quiz: QuizId, dueAt: Instant): Promise<void>;
}
