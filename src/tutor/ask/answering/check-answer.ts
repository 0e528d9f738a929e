import type { Passage } from '../../../core/card.js';
import { createSupportCheck } from '../../../lookup/sentence-support.js';
import type { CitedSentence } from './read-answer.js';

/** Of a sentence's words with a meaning, how many its passages must have. One in three may be the model's own. */
const LEAST_SHARE = 2 / 3;
/** Of an answer's sentences, how many must hold: of one that invents more, the rest is not trusted either. */
const MIN_SUPPORTED_SHARE = 1 / 2;
/** Sentences of an answer. */
const MOST_SENTENCES = 8;

export type CheckedAnswer = {
  readonly sentences: readonly CitedSentence[];
  /** Sentences that were dropped. */
  readonly dropped: number;
};

/**
 * Keeps the sentences that the passages which they cite bear out: every cited number exists, two of three words are
 * there (in either language, by the glossary), so are all names and numbers, and nothing is denied that is said there
 * or said that is denied there. `null` where too little is left. Passages are numbered from 1.
 */
export function checkAnswer(sentences: readonly CitedSentence[], passages: readonly Passage[]): CheckedAnswer | null {
  const supported = sentences.filter((sentence) => isSupported(sentence, passages));
  if (supported.length === 0 || supported.length / sentences.length < MIN_SUPPORTED_SHARE) return null;
  return { sentences: supported.slice(0, MOST_SENTENCES), dropped: sentences.length - supported.length };
}

function isSupported({ text, citations }: CitedSentence, passages: readonly Passage[]): boolean {
  const cited = citations.flatMap((number) => passages[number - 1] ?? []);
  if (cited.length === 0 || cited.length < citations.length) return false;
  const { share, unknownNames, contradicts } = createSupportCheck(cited).of(text);
  return share >= LEAST_SHARE && unknownNames.length === 0 && !contradicts;
}
