import type { Passage } from '../../../core/card.js';
import { createSupportCheck } from '../../../lookup/sentence-support.js';
import type { CitedSentence } from './read-answer.js';

/** The share of a sentence's content words that its passages must have; a third may be the model's own. */
const LEAST_SHARE = 2 / 3;
/** The share of an answer's sentences that must be supported; an answer with more inventions is not trusted at all. */
const MIN_SUPPORTED_SHARE = 1 / 2;
/** Sentences of an answer. */
const MOST_SENTENCES = 8;

type CheckedAnswer = {
  readonly sentences: readonly CitedSentence[];
  /** Sentences that were dropped. */
  readonly dropped: number;
};

/**
 * Keeps the sentences that their cited passages support: every cited number exists, the passages have two of three words
 * (in either language, by the glossary) and all names and numbers, and neither side denies what the other states. `null`
 * where too few are left. Passages are numbered from 1.
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
