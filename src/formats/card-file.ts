import type { Card } from '../core/card.js';
import type { Proof } from '../core/grade.js';
import type { CardId, DeckId } from '../core/ids.js';
import type { Language } from '../core/language.js';
import type { Instant } from '../core/local-date.js';
import type { Problem } from '../core/problem.js';
import type { LoggedReview, Progress } from '../core/progress.js';

type CardFileFormat = 'json' | 'csv' | 'apkg';

/** One answer, with its moment and what it rests on where the file has them. */
export type FileReview = LoggedReview & { readonly at?: Instant; readonly proof?: Proof };

export type ReviewedProgress = Extract<Progress, { readonly kind: 'reviewed' }>;

/**
 * A learner's progress on one card. `log` is oldest first, and may be empty or lack reviews that `progress` includes.
 */
export type CardRecord = {
  readonly card: CardId;
  readonly progress: ReviewedProgress;
  readonly log: readonly FileReview[];
};

export type FileLearner = { readonly id: string; readonly name: string };

export type LearnerRecords = {
  /** `null` for the owner of the collection: Anki stores no names. */
  readonly learner: FileLearner | null;
  readonly records: readonly CardRecord[];
};

/** A deck in a file. */
export type FileDeck = {
  /** `null` where the file comes from another program. */
  readonly id: DeckId | null;
  readonly name: string;
  readonly language: Language;
  readonly cards: readonly Card[];
  /** Cards that are paused in the file. */
  readonly paused: readonly CardId[];
  readonly progress: readonly LearnerRecords[];
};

/** A picture or a recording, under its name in the cards. */
export type MediaFile = { readonly name: string; readonly bytes: Uint8Array };

export type ReadCards = {
  /** `null` for an unknown format. */
  readonly format: CardFileFormat | null;
  /** Empty where a problem is an `error`. */
  readonly decks: readonly FileDeck[];
  readonly media: readonly MediaFile[];
  readonly problems: readonly Problem[];
};
