import type { Passage } from '../core/card.js';

export type LookupHit = {
  readonly passage: Passage;
  /** 0 to 1, higher is surer. */
  readonly score: number;
  /** How it was found: by a name of the passage, or by its text. */
  readonly match: 'title' | 'alias' | 'translation' | 'typo' | 'text';
};

export type LookupAnswer = {
  readonly query: string;
  /** What says it, or `null` where the notes do not say it. */
  readonly answer: LookupHit | null;
  /** What comes closest where nothing answers: never to be shown as an answer. `null` where nothing is close. */
  readonly near: LookupHit | null;
  /** Both things that a question for a difference compares, where each has a name and no text compares them. */
  readonly sides: readonly LookupHit[];
  /** Words of the query that were taken for others of the notes: to be told. */
  readonly readings: readonly Reading[];
  /** The nearest passages, best first, also where none is an answer. */
  readonly results: readonly LookupHit[];
  /** Similar titles to try instead; only without an answer. */
  readonly suggestions: readonly string[];
};

/** A word that the notes lack, and the one of theirs that was taken for it. */
export type Reading = { readonly asked: string; readonly as: string };
