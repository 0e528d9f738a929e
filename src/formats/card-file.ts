import type { Card } from '../core/card.js';
import type { CardId, DeckId } from '../core/ids.js';
import type { Language } from '../core/language.js';
import type { Instant } from '../core/local-date.js';
import type { Problem } from '../core/problem.js';
import type { LoggedReview, Progress } from '../core/progress.js';

export type CardFileFormat = 'json' | 'csv' | 'apkg';

/** One answer, with the moment where the file knows it. */
export type FileReview = LoggedReview & { readonly at?: Instant };

export type ReviewedProgress = Extract<Progress, { readonly kind: 'reviewed' }>;

/** What one learner knows of one card. `log` is oldest first and may be empty, or say less than `progress` does. */
export type CardRecord = {
  readonly card: CardId;
  readonly progress: ReviewedProgress;
  readonly log: readonly FileReview[];
};

export type FileLearner = { readonly id: string; readonly name: string };

export type LearnerRecords = {
  /** `null` for whoever's collection it is: Anki names nobody. */
  readonly learner: FileLearner | null;
  readonly records: readonly CardRecord[];
};

/** A deck as a file holds it. */
export type FileDeck = {
  /** `null` where the file comes from another program. */
  readonly id: DeckId | null;
  readonly name: string;
  readonly language: Language;
  readonly cards: readonly Card[];
  /** Cards that are not asked for now. */
  readonly paused: readonly CardId[];
  readonly progress: readonly LearnerRecords[];
};

/** A picture or a recording, under the name by which cards refer to it. */
export type MediaFile = { readonly name: string; readonly bytes: Uint8Array };

export type ReadCards = {
  /** `null` where the file is of no format that is known. */
  readonly format: CardFileFormat | null;
  /** Empty where a problem is an `error`. */
  readonly decks: readonly FileDeck[];
  readonly media: readonly MediaFile[];
  readonly problems: readonly Problem[];
};
