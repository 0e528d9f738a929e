import type { AnswerWord } from './read-words.js';
import { ALIKE, likeness } from './same-word.js';

/** A word of the notes with the typed word that says it, or `null`. */
export type Pairing = { readonly noted: AnswerWord; readonly given: AnswerWord | null; readonly likeness: number };

/**
 * Finds for each word of the notes the typed word that is most like it; each typed word serves once, unless no other is left:
 * who says a thing once need not repeat it.
 */
export function pairUp(noted: readonly AnswerWord[], given: readonly AnswerWord[]): readonly Pairing[] {
  const used = new Set<AnswerWord>();
  return noted.map((word): Pairing => {
    let best: { readonly given: AnswerWord; readonly likeness: number; readonly rank: number } | null = null;
    for (const each of given) {
      const alike = likeness(word, each);
      if (alike === 0) continue;
      const rank = alike + (word.isDenied === each.isDenied ? 0.02 : 0) - (used.has(each) ? 0.3 : 0);
      if (best === null || rank > best.rank) best = { given: each, likeness: alike, rank };
    }
    if (best === null) {
      const first = writtenApart(word, given);
      return { noted: word, given: first, likeness: first === null ? 0 : ALIKE.slip };
    }
    used.add(best.given);
    return { noted: word, given: best.given, likeness: best.likeness };
  });
}

/** "Elastic search" for "Elasticsearch": the first of two words that are one in the notes. */
function writtenApart(word: AnswerWord, given: readonly AnswerWord[]): AnswerWord | null {
  const at = given.findIndex((each, index) => `${each.folded}${given[index + 1]?.folded ?? ''}` === word.folded);
  return given[at] ?? null;
}
