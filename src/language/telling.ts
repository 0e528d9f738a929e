import type { WordSet } from './word-lists.js';

/** What shows that a text is in a language. */
export type Telling = {
  /** Small words that only this language has. */
  readonly words: WordSet;
  /** Those among them that no language near it has either: Spanish "los", which is neither Catalan nor Portuguese. */
  readonly sure: WordSet;
  /** How much a word's form speaks for the language, from 0. */
  hint(word: string): number;
  /** Letters and signs that others seldom have, or `null`. */
  readonly letters: RegExp | null;
  /** Whether what somebody says, in lower case, has a sign or a greeting that only this language has. */
  isSpoken(text: string): boolean;
};
