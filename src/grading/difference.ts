import type { Pairing } from './pair-up.js';
import { type AnswerWord, isMeaning } from './read-words.js';

/** Pieces of texts, as they are written, in order. */
export type Difference = {
  /** Of the notes. */
  readonly said: readonly string[];
  readonly missing: readonly string[];
  /** Of what was typed: what is neither in the notes nor in the question. */
  readonly extra: readonly string[];
};

export const NO_DIFFERENCE: Difference = { said: [], missing: [], extra: [] };

/** What of the notes was said and what not, and what was typed beside it, in whole stretches of words. */
export function differenceOf(
  noted: { readonly text: string; readonly words: readonly AnswerWord[] },
  given: { readonly text: string; readonly words: readonly AnswerWord[] },
  pairings: readonly Pairing[],
  strange: readonly AnswerWord[],
): Difference {
  const said = new Set(pairings.filter((pairing) => pairing.given !== null).map((pairing) => pairing.noted.start));
  const odd = new Set(strange.map(({ start }) => start));
  return {
    said: stretches(noted.text, noted.words, (word) => said.has(word.start)),
    missing: stretches(noted.text, noted.words, (word) => !said.has(word.start)),
    extra: stretches(given.text, given.words, (word) => odd.has(word.start)),
  };
}

/** Neighbouring words of one kind in one piece; small words between them belong to it, those at its ends do not. */
function stretches(text: string, words: readonly AnswerWord[], isIn: (word: AnswerWord) => boolean): readonly string[] {
  const found: string[] = [];
  let [start, end, piece] = [-1, -1, -1];
  const close = () => {
    if (start >= 0) found.push(text.slice(start, end));
    start = -1;
  };
  for (const word of words.filter(isMeaning)) {
    if (!isIn(word) || (start >= 0 && word.piece !== piece)) close();
    if (!isIn(word)) continue;
    if (start < 0) start = word.start;
    end = word.end;
    piece = word.piece;
  }
  close();
  return found;
}
