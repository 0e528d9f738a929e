import type { Aliases } from './aliases.js';
import type { Conversations } from './conversations.js';
import type { DeckChanges, Decks } from './decks.js';
import type { Deliveries } from './deliveries.js';
import type { Drafts } from './drafts.js';
import type { Editors } from './editors.js';
import type { FolderNotes } from './folder-notes.js';
import type { Holds } from './holds.js';
import type { Installations } from './installations.js';
import type { Learners } from './learners.js';
import type { ModelUsage } from './model-usage.js';
import type { Pile } from './pile.js';
import type { Agenda, ProgressReader } from './progress.js';
import type { Gaps, Questions, RaisedGaps, Waiters } from './questions.js';
import type { QuizTurns, Quizzes } from './quizzes.js';
import type { Boards, Reviews } from './reviews.js';
import type { Sessions } from './sessions.js';
import type { Vectors } from './vectors.js';
import type { Workspaces } from './workspaces.js';

/**
 * The store, with one small interface for each subject. Its methods throw `StoreUnavailable` when the database is
 * away.
 */
export type Store = {
  readonly workspaces: Workspaces;
  readonly decks: Decks;
  readonly deckChanges: DeckChanges;
  readonly pile: Pile;
  readonly learners: Learners;
  readonly progress: ProgressReader;
  readonly agenda: Agenda;
  readonly holds: Holds;
  readonly reviews: Reviews;
  readonly boards: Boards;
  readonly sessions: Sessions;
  readonly deliveries: Deliveries;
  readonly installations: Installations;
  readonly drafts: Drafts;
  readonly editors: Editors;
  readonly modelUsage: ModelUsage;
  readonly vectors: Vectors;
  readonly folderNotes: FolderNotes;
  readonly questions: Questions;
  readonly gaps: Gaps;
  readonly raisedGaps: RaisedGaps;
  readonly waiters: Waiters;
  readonly conversations: Conversations;
  readonly aliases: Aliases;
  readonly quizzes: Quizzes;
  readonly quizTurns: QuizTurns;
};

/** The database cannot be reached. The call changed nothing, or its transaction was rolled back. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
